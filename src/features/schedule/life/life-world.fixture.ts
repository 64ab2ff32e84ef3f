import type { z } from '@hono/zod-openapi';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { sql } from '../../../platform/db/index.ts';
import { handles } from '../../../platform/jobs/index.ts';
import type { Role } from '../../../platform/policy/index.ts';
import type { People } from '../../people/index.ts';
import { openPlanSite, type PlanSite, type PlanWorld } from '../plan/plan-world.fixture.ts';
import type { Rule } from '../rules/rule.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import type { Settings } from '../work/settings/settings.ts';
import { updateSettings } from '../work/settings/store.ts';
import type { openShiftsShape } from './claims/shapes.ts';
import { settleDue } from './jobs.ts';
import type { OfferAnswer, offersShape, offerWithEffectsShape, PartnersAnswer } from './offers/shapes.ts';
import { settleInTime } from './timing.ts';

/** A published fortnight from Monday, 18 May 2026: the bar is open from 9 to 17 on every day and needs one person. */
export interface LifeWorld extends PlanWorld {
  readonly site: PlanSite;
  readonly period: string;
  readonly ana: Browser;
  readonly ben: Browser;
  readonly cleo: Browser;
  /** Asks as somebody, and gives the answer as it is. */
  act(as: Browser, method: string, path: string, body?: unknown): Promise<Acted>;
  /** Somebody more who knows the bar and can sign in. */
  hire(name: string, role?: Role): Promise<Browser>;
  /** What somebody has on a day of May, by its number: the assignment's id. */
  on(day: number): Promise<string>;
  /** Who works on which day of May, by the plan and by what people were told. */
  roster(): Promise<{ readonly plan: Roster; readonly told: Roster }>;
  /** Puts people on days and publishes. */
  give(given: Readonly<Record<number, Browser>>): Promise<void>;
  publish(): Promise<void>;
  settings(change: Partial<Settings>): Promise<void>;
  rules(...rules: readonly Rule[]): Promise<void>;
  /** Offers a day's shift; to Ben unless told. */
  offer(as: Browser, day: number, more?: object): Promise<OfferAnswer>;
  clockTo(time: string): void;
  /** Names of acts in the audit log, the last first. */
  acts(): Promise<readonly string[]>;
  /** What somebody was told: events, subjects and buttons, as notices hold them. */
  told(as: Browser): Promise<readonly string[]>;
}

/** "18 Ana 09:00–17:00". */
export type Roster = readonly string[];

/** Everything that these routes answer with. One answer holds a part of it: its test knows which. */
type Answered = Omit<z.infer<typeof offerWithEffectsShape>, 'state'> &
  z.infer<typeof offersShape> &
  PartnersAnswer &
  z.infer<typeof openShiftsShape> & {
    readonly state: string;
    readonly claimId: string;
    readonly request: { readonly id: string };
    readonly publications: readonly { readonly kind: string }[];
    /** Of refusals. */
    readonly code: string;
    readonly fields: Readonly<Record<string, string>>;
    readonly reasons: readonly { readonly words: string }[];
  };

interface Acted {
  readonly status: number;
  readonly json: Answered;
}

export async function openLifeSite(): Promise<PlanSite> {
  return openPlanSite((parts) => [handles(settleInTime, (payload) => settleDue(parts(), payload))]);
}

export const dayOf = (day: number) => `2026-05-${String(day).padStart(2, '0')}`;
export const hard = { hard: true, weight: 0 } as const;

/** An organisation whose Ana, Ben and Cleo know the bar; nobody is on a shift yet. */
export async function foundLife(site: PlanSite): Promise<LifeWorld> {
  const at = await site.found();
  await at.series(at.roles.bar);
  const hire: LifeWorld['hire'] = (name, role) => at.signIn(name, [at.roles.bar], role);
  const [ana, ben, cleo] = [await hire('Ana'), await hire('Ben'), await hire('Cleo')];
  const settings = (change: Partial<Settings>) => changeSettings(site, at, change);
  const rules = (...wanted: readonly Rule[]) => settings({ rules: wanted });
  await rules({ kind: 'knows_role', ...hard }, { kind: 'time_off', ...hard });
  const { id: period } = await at.open();
  const act: LifeWorld['act'] = async (as, method, path, body) => {
    const { status, json } = await at.ask(method, path, body, as);
    // Each test knows what it asked for.
    return { status, json: json as unknown as Answered };
  };
  const publish = async () => {
    const { status, json } = await act(at.owner, 'POST', `periods/${period}/publish`, { despite: true, why: 'Test' });
    if (status !== 200) throw new Error(JSON.stringify(json));
  };
  const on = async (day: number) => (await at.shift(at.roles.bar, dayOf(day))).assignments[0]?.id ?? '';
  const { people } = site.parts;
  return {
    ...{ ...at, site, period, ana, ben, cleo, hire, act, publish, settings, rules, on },
    clockTo: (time) => site.world.clock.advance(Date.parse(time) - site.world.clock.now().getTime()),
    give: async (given) => {
      for (const [day, { personId }] of Object.entries(given))
        await at.assign((await at.shift(at.roles.bar, dayOf(Number(day)))).id, personId);
      await publish();
    },
    roster: async () => ({
      plan: await rosterOf(at, 'assignments', people),
      told: await rosterOf(at, 'published_shifts', people),
    }),
    offer: async (as, day, more = { people: [{ personId: ben.personId }] }) => {
      const { status, json } = await act(as, 'POST', 'offers', { assignmentId: await on(day), ...more });
      if (status !== 201) throw new Error(JSON.stringify(json));
      return json as unknown as OfferAnswer;
    },
    acts: () =>
      at.in(async (tx) => (await site.office.audit.find(tx, {}, null, 500)).map(({ entry: { action } }) => action)),
    told: async (as) => (await noticesOf(site, as)).map(({ subject, lines }) => [subject, ...lines].join(' | ')),
  };
}

function changeSettings({ parts, world }: PlanSite, at: PlanWorld, change: Partial<Settings>): Promise<void> {
  return at.in(async (tx) => {
    const present = await readSettings(parts, tx, true);
    await updateSettings(tx, { ...present, ...change, revision: present.revision + 1 }, world.clock.now());
  });
}

interface Told {
  readonly subject: string;
  readonly lines: readonly string[];
}

async function noticesOf(site: PlanSite, as: Browser): Promise<readonly Told[]> {
  const answer = await site.office.ask('/api/notices', { as });
  return ((await answer.json()) as { readonly notices: readonly Told[] }).notices;
}

/** What stands in a table about who works: "18 Ana 09:00–17:00", in the time of Lisbon. */
async function rosterOf(at: PlanWorld, table: 'assignments' | 'published_shifts', people: People): Promise<Roster> {
  const holds = table === 'assignments' ? sql`true` : sql`ended_by is null`;
  const local = (column: string) => sql`${sql.ref(column)} at time zone 'Europe/Lisbon'`;
  return at.in(async (tx) => {
    const { rows } = await sql<{ who: string; day: string; hours: string }>`select person_id as who,
      to_char(${local('starts_at')}, 'DD') as day,
      to_char(${local('starts_at')}, 'HH24:MI–') || to_char(${local('ends_at')}, 'HH24:MI') as hours
      from ${sql.table(table)} where ${holds} order by starts_at`.execute(tx.on());
    const names = await people.namesOf(
      tx,
      rows.map(({ who }) => who),
    );
    return rows.map(({ who, day, hours }) => `${day} ${names.get(who)} ${hours}`);
  });
}
