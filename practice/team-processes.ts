import { type Content, contentOf, templates, wordsIn } from '../src/features/processes/index.ts';
import { orgOf, sql, type Tx } from '../src/platform/db/index.ts';
import { type Chance, seededId } from './seeded-chance.ts';
import { type AskedReading, craneQuiz, incidents, writeReading } from './team-readings.ts';

const dayMs = 86_400_000;

/** Where the rows come from: who and what there is, by kind and name. */
interface Company {
  readonly tx: Tx;
  readonly chance: Chance;
  readonly now: Date;
  readonly idOf: (kind: string, name: string) => string;
}

interface Written {
  readonly content: Content;
  readonly owner: string;
  /** Days ago that it was published; null: a draft. */
  readonly since: number | null;
  /** Days until it is to be looked through. */
  readonly reviewIn: number | null;
  readonly audience?: readonly (readonly ['location' | 'department' | 'person', string])[];
  readonly confidential?: true;
  readonly reading?: AskedReading;
  /** What begins it by itself. */
  readonly begins?: Begins;
  /** Who went through it on the last mornings, the latest first. */
  readonly runs?: readonly string[];
  /** Who is at it now. */
  readonly running?: string;
}

type Begins = { readonly within: number } & (
  | { readonly kind: 'shift'; readonly location: string; readonly minutesBefore: number }
  | { readonly kind: 'schedule'; readonly location: string; readonly repeat: object; readonly at: string }
);

/** How things are done at the sample company: what holds, what is written on, and one that is not for everybody's eyes. */
export async function writeProcesses(company: Company): Promise<void> {
  for (const one of processesOf(company)) {
    const version = await write(company, one);
    if (one.reading) await writeReading(company, one.reading, { ...version, owner: one.owner });
  }
}

function processesOf({ chance, now }: Company): readonly Written[] {
  const id = () => seededId(chance, now);
  const from = (name: string, title: string): Content => {
    const template = templates.find((one) => one.name === name);
    if (template === undefined) throw new Error(`There is no template ${name}.`);
    return { ...contentOf(template, id), title };
  };
  const owner = 'Dora Novak';
  const cafe = ['location', 'Café Pine'] as const;
  const shop = ['location', 'Quay shop'] as const;
  return [
    {
      ...{ content: from('opening', 'Opening Café Pine'), owner, since: 120, reviewIn: 21, audience: [cafe] },
      begins: { kind: 'shift', location: cafe[1], minutesBefore: 30, within: 60 },
      runs: ['Zoe Martin', 'Aroha Ngata', 'Zoe Martin', 'Carla Conti'],
    },
    {
      ...{ content: from('closing', 'Closing Café Pine'), owner, since: 120, reviewIn: 240, audience: [cafe] },
      begins: { kind: 'schedule', location: cafe[1], repeat: { every: 'day', interval: 1 }, at: '17:30', within: 90 },
    },
    {
      ...{ content: from('cash-count', 'Counting the till'), owner, since: 90, reviewIn: 90, audience: [cafe, shop] },
      begins: { kind: 'schedule', location: shop[1], repeat: sundays, at: '18:00', within: 120 },
    },
    {
      ...{ content: craneLift(id), owner, since: 200, reviewIn: 5, audience: [['location', 'Boatyard']] },
      reading: craneQuiz(id),
      running: 'Ben Carter',
    },
    { content: from('incident', 'When something happens'), owner, since: 300, reviewIn: 60, reading: incidents },
    { content: from('onboarding', 'Somebody new'), owner, since: null, reviewIn: null },
    { content: lettingGo, owner, since: 40, reviewIn: 300, confidential: true },
  ];
}

const sundays = { every: 'week', interval: 1, days: ['SU'], weekStart: 'MO' };

/** The yard's own: no template knows boats. */
function craneLift(id: () => string): Content {
  const step = { doer: { kind: 'anyone', id: null }, text: '', minutes: null, measure: null, choices: [] } as const;
  const steps: Content['steps'] = [
    {
      ...step,
      id: id(),
      kind: 'check',
      title: 'Slings, shackles and hook are whole; the tag of the last inspection is valid',
      minutes: 5,
    },
    {
      ...step,
      id: id(),
      kind: 'measure',
      title: 'Wind at the mast head',
      text: 'Gusts count, not the mean.',
      measure: { unit: 'kn', min: null, max: 20 },
    },
    { ...step, id: id(), kind: 'check', title: 'Nobody stands under the load or between boat and wall' },
    { ...step, id: id(), kind: 'do', title: 'Lift a hand’s width, stop, look at the slings', minutes: 2 },
    { ...step, id: id(), kind: 'do', title: 'Swing in and set down on the cradle', minutes: 10 },
    { ...step, id: id(), kind: 'photo', title: 'The boat on its cradle, from both sides' },
    { ...step, id: id(), kind: 'sign', title: 'Set down and secured' },
  ];
  const body =
    'Only with a **crane licence**, and never alone: one drives, one gives signs.\n\n- Above 20 knots nothing is lifted.\n- Whoever sees danger shouts *stop*, and everybody stops.';
  return { title: 'Lifting a boat out', body, steps };
}

const lettingGo: Content = {
  title: 'Letting somebody go',
  body: 'Speak with the owners before anybody else. Write nothing of it in Slack.\n\n1. Is there a way that both can live with?\n2. Notice, holidays that are left, references\n3. Last day: keys, devices, and thanks',
  steps: [],
};

async function write(
  company: Company,
  one: Written,
): Promise<{ readonly processId: string; readonly versionId: string }> {
  const { tx, chance, now, idOf } = company;
  const { content, since, reviewIn, audience = [], confidential = false } = one;
  const ownerId = idOf('person', one.owner);
  const at = new Date(now.getTime() - (since ?? 2) * dayMs);
  const [id, org] = [seededId(chance, at), orgOf(tx)];
  const reviewBy = reviewIn === null ? null : new Date(now.getTime() + reviewIn * dayMs).toISOString().slice(0, 10);
  await sql`insert into processes (org_id, id, owner_id, confidential, review_by, made_at)
    values (${org}, ${id}, ${ownerId}, ${confidential}, ${reviewBy}, ${at})`.execute(tx.on());
  for (const [kind, name] of audience) {
    await sql`insert into process_audiences (org_id, process_id, kind, ref)
      values (${org}, ${id}, ${kind}, ${idOf(kind, name)})`.execute(tx.on());
  }
  const versionId = seededId(chance, at);
  await sql`insert into process_versions (org_id, id, process_id, number, state, revision, title, body, steps, words,
      written_by, submitted_by, published_by, written_at, published_at)
    values (${org}, ${versionId}, ${id}, 1, ${since === null ? 'draft' : 'published'}, 1, ${content.title},
      ${content.body}, ${JSON.stringify(content.steps)}::jsonb, to_tsvector('simple', folded(${wordsIn(content)})),
      ${ownerId}, ${since === null ? null : ownerId}, null, ${at}, ${since === null ? null : at})`.execute(tx.on());
  if (one.begins !== undefined) await writeTrigger(company, id, one.begins, ownerId);
  const held = { id, versionId, steps: content.steps };
  if (one.running !== undefined) await writeRun(company, held, idOf('person', one.running), 0);
  for (const [index, name] of (one.runs ?? []).entries()) {
    await writeRun(company, held, idOf('person', name), index + 1);
  }
  return { processId: id, versionId };
}

async function writeTrigger({ tx, chance, now, idOf }: Company, id: string, begins: Begins, by: string): Promise<void> {
  const location = idOf('location', begins.location);
  const repeat = begins.kind === 'schedule' ? JSON.stringify(begins.repeat) : null;
  const doer = begins.kind === 'shift' ? 'opener' : 'anyone';
  await sql`insert into process_triggers (org_id, id, process_id, kind, location_id, repeat, at_time, minutes_before,
      within_minutes, doer, tell_without, paused, since, made_by, made_at)
    values (${orgOf(tx)}, ${seededId(chance, now)}, ${id}, ${begins.kind}, ${location}, ${repeat}::jsonb,
      ${begins.kind === 'schedule' ? begins.at : null}, ${begins.kind === 'shift' ? begins.minutesBefore : 0},
      ${begins.within}, ${doer}, false, false, ${now}, ${by}, ${now})`.execute(tx.on());
}

interface Held {
  readonly id: string;
  readonly versionId: string;
  readonly steps: Content['steps'];
}

/** What was measured on a day: within the limits, and not the same each day where they leave room. */
function measured({ min, max }: NonNullable<Content['steps'][number]['measure']>, days: number): number {
  if (min !== null && max !== null) return min === max ? min : (min + max) / 2 - (days % 3) / 2;
  return min === null ? (max ?? 0) - 1 - days / 2 : min + days / 2;
}

/** A run of an early morning some days ago, gone through to its end; of today, as far as its first step. */
async function writeRun({ tx, chance, now }: Company, held: Held, by: string, days: number): Promise<void> {
  const minute = 60_000;
  const morning = Date.parse(`${new Date(now.getTime() - days * dayMs).toISOString().slice(0, 10)}T06:02:00Z`);
  const started = new Date(days === 0 ? now.getTime() - 10 * minute : morning + days * minute);
  const [runId, isOpen] = [seededId(chance, started), days === 0];
  const ended = isOpen ? null : new Date(started.getTime() + 25 * minute);
  await sql`insert into process_runs (org_id, id, process_id, version_id, started_by, doer_id, started_at, due_at, state,
      ended_at, ended_by)
    values (${orgOf(tx)}, ${runId}, ${held.id}, ${held.versionId}, ${by}, ${by}, ${started},
      ${new Date(started.getTime() + (isOpen ? 240 : 60) * minute)}, ${isOpen ? 'open' : 'finished'}, ${ended}, ${isOpen ? null : by})`.execute(
    tx.on(),
  );
  const done = isOpen ? held.steps.slice(0, 1) : held.steps;
  for (const [index, step] of done.entries()) {
    const at = new Date(started.getTime() + (index + 1) * 2 * minute);
    const value = step.measure && measured(step.measure, days);
    await sql`insert into run_entries (org_id, id, run_id, step_id, person_id, done_at, arrived_at, value, within, choice)
      values (${orgOf(tx)}, ${seededId(chance, at)}, ${runId}, ${step.id}, ${by}, ${at}, ${at}, ${value},
        ${value === null ? null : true}, ${step.kind === 'decide' ? 0 : null})`.execute(tx.on());
  }
}
