import type { Tx } from '../../../platform/db/index.ts';
import { localAt, toldStarts } from '../../schedule/index.ts';
import { stopRun } from '../runs/running.ts';
import { findRun, handRun, moveDue } from '../runs/store.ts';
import { retellRun, tellHolders } from '../slack/telling.ts';
import type { Found } from '../writing/process.ts';
import {
  beginFor,
  doerOf,
  heldVersion,
  isLocation,
  settleProblem,
  type TriggerParts,
  tellOwner,
  zoneOf,
} from './beginning.ts';
import { dayAt, nextDay } from './by-time.ts';
import { beginningOf, openersOf, type Start, verdictOf } from './opener.ts';
import { type BegunStart, changeStart, followingStarts, noteStart, startsOf } from './store.ts';
import { minutesAfter, type Trigger } from './trigger.ts';

/** From this hour on of the evening before, a day without a shift is told. */
const eveningHour = 18;
const dayMs = 86_400_000;

/** Who opens at a trigger's location on the days around now, and so many ahead. */
export async function openersAround(
  parts: Pick<TriggerParts, 'people'>,
  tx: Tx,
  { locationId }: Pick<Trigger, 'locationId'>,
  zone: string,
  now: Date,
  daysAhead = 2,
): Promise<ReadonlyMap<string, Start>> {
  // From a midnight on, so that no day begins with its second shift.
  const { from } = dayAt(nextDay(localDay(zone, now), -2), zone);
  const told = await toldStarts(tx, locationId ?? '', { from, to: new Date(now.getTime() + daysAhead * dayMs) });
  const names = await parts.people.namesOf(tx, [...new Set(told.map(({ personId }) => personId))]);
  return openersOf(
    told.map((one) => ({ ...one, name: names.get(one.personId) ?? '' })),
    zone,
  );
}

const localDay = (zone: string, at: Date) => localAt(zone, Math.floor(at.getTime() / 60_000)).slice(0, 10);

/** Begins what the first shift of a day begins, and keeps what has begun with whoever opens now. */
export async function runShift(parts: TriggerParts, tx: Tx, trigger: Trigger, found: Found): Promise<void> {
  const now = parts.clock.now();
  if (!(await isLocation(parts, tx, trigger.locationId))) {
    return settleProblem(parts, tx, trigger, found, 'no_location');
  }
  const zone = await zoneOf(parts, tx, trigger.locationId);
  const openers = await openersAround(parts, tx, trigger, zone, now);
  for (const start of await followingStarts(tx, trigger.id, now)) {
    await follow(parts, tx, trigger, found, zone, start, openers.get(start.occurrence) ?? null);
  }
  const known = await startsOf(tx, trigger.id, [...openers.keys()]);
  for (const [day, opener] of openers) {
    if (!known.has(day)) await beginDay(parts, tx, trigger, found, day, opener);
  }
  if (trigger.tellWithout) await tellEmptyDay(parts, tx, trigger, found, zone, openers);
}

async function beginDay(
  parts: TriggerParts,
  tx: Tx,
  trigger: Trigger,
  found: Found,
  day: string,
  opener: Start,
): Promise<void> {
  const verdict = verdictOf(opener, trigger, parts.clock.now());
  if (verdict === 'not_yet' || verdict === 'not_ours') return;
  const plannedAt = beginningOf(opener, trigger.minutesBefore);
  const start = { triggerId: trigger.id, occurrence: day, plannedAt, until: opener.start };
  const published = heldVersion(found);
  if (verdict === 'too_late' || published === null) {
    const why = verdict === 'too_late' ? 'too_late' : 'not_held';
    if (!(await noteStart(tx, { ...start, state: 'skipped', why, until: null }))) return;
    if (why === 'not_held') return settleProblem(parts, tx, trigger, found, 'not_held');
    return tellOwner(parts, tx, found, {
      key: `${trigger.id}/${day}`,
      subject: (title) => `${title} was left out once`,
      lines: ['Coact was not running while the first shift of the day was on.'],
    });
  }
  if (!(await noteStart(tx, { ...start, state: 'begun' }))) return;
  await beginShift(parts, tx, trigger, found, start, opener);
}

async function beginShift(
  parts: TriggerParts,
  tx: Tx,
  trigger: Trigger,
  found: Found,
  start: Pick<BegunStart, 'triggerId' | 'occurrence'>,
  opener: Start,
): Promise<void> {
  const published = heldVersion(found);
  if (published === null) return;
  const runId = await beginFor(parts, tx, trigger, found, published, {
    whose: { kind: 'person', id: opener.personId },
    plannedAt: beginningOf(opener, trigger.minutesBefore),
    countFrom: opener.start,
  });
  await changeStart(tx, start, { state: 'begun', runId, why: '', until: opener.start });
}

/**
 * Until the shift begins, its run goes along: to whoever opens now, at the time at which they do. Where nobody does any more it
 * is stopped, and begun anew when somebody is found.
 */
async function follow(
  parts: TriggerParts,
  tx: Tx,
  trigger: Trigger,
  found: Found,
  zone: string,
  start: BegunStart,
  opener: Start | null,
): Promise<void> {
  if (start.state === 'empty') {
    const isBack = opener !== null && verdictOf(opener, trigger, parts.clock.now()) === 'begin';
    return isBack ? beginShift(parts, tx, trigger, found, start, opener) : undefined;
  }
  const run = start.runId === null ? null : await findRun(tx, start.runId, true);
  if (run === null || run.state !== 'open') return;
  if (opener === null) {
    await stopRun(parts, tx, null, run, 'Nobody has a shift on that day any more.');
    await retellRun(parts, tx, run);
    const { to } = dayAt(start.occurrence, zone);
    return changeStart(tx, start, { state: 'empty', runId: run.id, why: 'no_shift', until: to });
  }
  const { doerId, problem } = await doerOf(parts, tx, found, { kind: 'person', id: opener.personId });
  const isMoved = start.until?.getTime() !== opener.start.getTime();
  if (!isMoved && run.doerId === doerId) return;
  const { withinMinutes } = trigger;
  const dueAt = withinMinutes === null ? null : minutesAfter(opener.start, withinMinutes);
  if (run.doerId === doerId) await moveDue(tx, run.id, dueAt);
  else await handRun(tx, run.id, { doerId, dueAt });
  await changeStart(tx, start, { state: 'begun', runId: run.id, why: '', until: opener.start });
  await retellRun(parts, tx, run);
  const moved = await findRun(tx, run.id);
  if (moved !== null && run.doerId !== doerId) {
    await tellHolders(parts, tx, moved, ['You are the first to begin now.']);
    await settleProblem(parts, tx, trigger, found, problem);
  }
}

/** Says on the evening before that nobody has a shift tomorrow, so that there is time to change it. */
async function tellEmptyDay(
  parts: TriggerParts,
  tx: Tx,
  trigger: Trigger,
  found: Found,
  zone: string,
  openers: ReadonlyMap<string, Start>,
): Promise<void> {
  const now = parts.clock.now();
  const local = localAt(zone, Math.floor(now.getTime() / 60_000));
  if (Number(local.slice(11, 13)) < eveningHour) return;
  const tomorrow = nextDay(local.slice(0, 10));
  if (openers.has(tomorrow) || heldVersion(found) === null) return;
  // Under a name of its own: a shift that is still found begins the run of that day.
  const start = { triggerId: trigger.id, occurrence: `none ${tomorrow}`, plannedAt: now };
  if (!(await noteStart(tx, { ...start, state: 'skipped', why: 'no_shift' }))) return;
  const place = (await parts.people.places(tx)).locations.find(({ id }) => id === trigger.locationId)?.name ?? '';
  await tellOwner(parts, tx, found, {
    key: `${trigger.id}/none/${tomorrow}`,
    subject: (title) => `${title} does not begin tomorrow`,
    lines: [`No shift at ${place} is published for ${tomorrow}.`],
  });
}
