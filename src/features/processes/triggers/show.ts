import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import { listRoles, localAt, weekdayNames } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from '../writing/process.ts';
import { heldVersion, zoneOf } from './beginning.ts';
import { repeatWords, timesOf } from './by-time.ts';
import { beginningOf } from './opener.ts';
import type { triggerShape } from './shapes.ts';
import { openersAround } from './shift-clock.ts';
import { type BegunStart, latestStarts, startsOf, triggersOf } from './store.ts';
import { lengthWords, problemWords, type Trigger } from './trigger.ts';

type Parts = Pick<ProcessParts, 'clock' | 'people'>;
type Shown = z.infer<typeof triggerShape>;
type Names = ReadonlyMap<string, string>;

/** What begins a process, with what will happen next and what came of the last time. */
export async function showTriggers(parts: Parts, tx: Tx, found: Found): Promise<Shown[]> {
  const triggers = await triggersOf(tx, found.process.id);
  const latest = await latestStarts(tx, found.process.id);
  const { locations } = await parts.people.places(tx);
  const people = triggers.map(({ doerId }) => doerId).filter((id) => id !== null);
  const names: Names = new Map([
    ...[...locations, ...(await listRoles(tx))].map(({ id, name }) => [id, name] as const),
    ...(await parts.people.namesOf(tx, people)),
  ]);
  const shown: Shown[] = [];
  for (const trigger of triggers) {
    const next = await nextOf(parts, tx, found, trigger, names);
    shown.push({ ...plainly(trigger, names), next, last: lastOf(latest.get(trigger.id)) });
  }
  return shown;
}

function plainly(trigger: Trigger, names: Names): Omit<Shown, 'next' | 'last'> {
  const { id, kind, locationId, repeat, atTime, minutesBefore, withinMinutes, doer, tellWithout, paused } = trigger;
  const named = (ref: string | null) => (ref === null ? null : { id: ref, name: names.get(ref) ?? '' });
  return {
    ...{ id, kind, location: named(locationId), atTime, minutesBefore, withinMinutes, doer, tellWithout, paused },
    repeat: repeat && {
      every: repeat.every,
      days: repeat.every === 'week' ? [...repeat.days] : [],
      day: repeat.every === 'month' && 'day' in repeat.on ? repeat.on.day : null,
    },
    doerName: named(trigger.doerId ?? trigger.doerRoleId),
    words: wordsOf(trigger, names),
    problem: trigger.problem === null ? null : problemWords[trigger.problem],
  };
}

/** What begins it, and whose it is then: "Every day at 08:30 at Mitte, for Ana". */
function wordsOf(trigger: Trigger, names: Names): string {
  const place = trigger.locationId === null ? '' : ` at ${names.get(trigger.locationId) ?? 'a location that is gone'}`;
  const within = trigger.withinMinutes === null ? '' : `, to be done within ${lengthWords(trigger.withinMinutes)}`;
  const name = names.get(trigger.doerId ?? trigger.doerRoleId ?? '') ?? 'somebody who is gone';
  const whose = {
    anyone: 'for anybody',
    person: `for ${name}`,
    role: `for ${name}`,
    manager: 'for their manager',
    opener: '',
  };
  if (trigger.kind === 'shift') {
    const before = trigger.minutesBefore === 0 ? 'When' : `${lengthWords(trigger.minutesBefore)} before`;
    return `${before} the first shift of the day begins${place}, for whoever has it${within}`;
  }
  const what = {
    schedule:
      trigger.repeat === null ? '' : `${repeatWords(trigger.repeat, (day) => weekdayNames[day])} at ${trigger.atTime}`,
    joining: 'when somebody joins',
    leaving: 'when somebody leaves',
  };
  const words = what[trigger.kind];
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}${place}, ${whose[trigger.doer]}${within}`;
}

const nothingNext = (words: string): Shown['next'] => ({ at: null, local: null, words });

async function nextOf(parts: Parts, tx: Tx, found: Found, trigger: Trigger, names: Names): Promise<Shown['next']> {
  if (trigger.paused) return nothingNext('Paused: nothing begins.');
  if (heldVersion(found) === null)
    return nothingNext('Nothing begins until steps of it are published and it is not archived.');
  if (trigger.kind === 'joining') return nothingNext('As soon as somebody joins.');
  if (trigger.kind === 'leaving') return nothingNext('As soon as somebody leaves.');
  const zone = await zoneOf(parts, tx, trigger.locationId);
  const now = parts.clock.now();
  const place = trigger.locationId === null ? '' : ` at ${names.get(trigger.locationId) ?? ''}`;
  if (trigger.kind === 'schedule') {
    const after = trigger.since > now ? trigger.since : now;
    const next = timesOf(trigger, zone, after).next().value;
    const name = names.get(trigger.doerId ?? trigger.doerRoleId ?? '') ?? 'anybody';
    return next === undefined ? nothingNext('Never again.') : saidAt(next.at, zone, now, `${name}${place}`);
  }
  const opener = await nextOpener(parts, tx, trigger, zone, now);
  if (opener === null) return nothingNext('No shift is published ahead.');
  return saidAt(beginningOf(opener, trigger.minutesBefore), zone, now, `${opener.name || 'somebody'}${place}`);
}

/** How far ahead it is looked for the next opener. */
const daysAhead = 28;

async function nextOpener(parts: Parts, tx: Tx, trigger: Trigger, zone: string, now: Date) {
  const openers = await openersAround(parts, tx, trigger, zone, now, daysAhead);
  const known = await startsOf(tx, trigger.id, [...openers.keys()]);
  const ahead = [...openers].filter(([day, opener]) => {
    const at = beginningOf(opener, trigger.minutesBefore);
    return !known.has(day) && at >= trigger.since && opener.end > now;
  });
  return ahead.toSorted(([, one], [, other]) => one.start.getTime() - other.start.getTime())[0]?.[1] ?? null;
}

/** "tomorrow 08:30, Ana at Mitte", by the clock at the place. */
function saidAt(at: Date, zone: string, now: Date, who: string): Shown['next'] {
  const local = localAt(zone, Math.floor(at.getTime() / 60_000));
  const today = localAt(zone, Math.floor(now.getTime() / 60_000)).slice(0, 10);
  return { at: at.toISOString(), local, words: `${dayWord(local.slice(0, 10), today)} ${local.slice(11)}, ${who}` };
}

function dayWord(day: string, today: string): string {
  const days = Temporal.PlainDate.from(today).until(day).days;
  if (days === 0) return 'today';
  if (days === 1) return 'tomorrow';
  const format = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}

const whyWords: Readonly<Record<BegunStart['why'], string>> = {
  '': 'Begun',
  too_late: 'Left out: Coact was not running, and it was too late afterwards',
  not_held: 'Left out: nothing of it was published, or it was archived',
  no_location: 'Left out: the location was gone',
  no_shift: 'No shift on that day',
};

function lastOf(start: BegunStart | undefined): Shown['last'] {
  if (start === undefined) return null;
  const { plannedAt, state, why, runId } = start;
  return { at: plannedAt.toISOString(), state, words: state === 'waiting' ? 'Begins now' : whyWords[why], runId };
}
