import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { Worker } from '../../../people/index.ts';
import { byPerson } from '../../acts.ts';
import { dayOfDate, weekdayOf } from '../../calendar/local.ts';
import type { Problem } from '../../calendar/series.ts';
import { epochAt } from '../../calendar/zone.ts';
import { settleLife } from '../../life/settle.ts';
import type { ScheduleParts } from '../../parts.ts';
import { hours } from '../../rules/words.ts';
import { zoneOf } from '../../work/series/calendars.ts';
import { dayIn, readSettings } from '../../work/settings/read-settings.ts';
import { listHolidays } from '../../work/settings/store.ts';
import type { TimeOffKind } from './balance.ts';
import { deleteUse, findKind, insertEntry } from './balances/store.ts';
import { balancesOf } from './balances.ts';
import { tellDecided, tellDeciders } from './deciders.ts';
import { decideTimeOff, insertTimeOff, isOffWithin, type StoredTimeOff } from './store.ts';
import { type Decision, minutesOff, stateAfter, type TimeOff, timesProblem } from './time-off.ts';

type Doing = { readonly parts: ScheduleParts; readonly tx: Tx; readonly asking: Asking };

/** What somebody asks for. */
export interface WantedTimeOff {
  readonly kindId: string;
  readonly from: string;
  readonly to: string;
  readonly note: string | null;
}

export type Asked =
  | { readonly kind: 'asked'; readonly request: TimeOff; readonly findings: readonly string[] }
  | { readonly kind: 'overlaps' }
  | { readonly kind: 'wrong'; readonly problem: Problem };

const noteAt = (id: string) => ({ table: 'time_off_requests', column: 'note_sealed', rowId: id });
const reasonAt = (id: string) => ({ table: 'time_off_requests', column: 'reason_sealed', rowId: id });

/** Asks for time off. More than the balance holds may be asked for: who decides is told. */
export async function askForTimeOff(doing: Doing, worker: Worker, wanted: WantedTimeOff): Promise<Asked> {
  const { parts, tx, asking } = doing;
  const { kindId, from, to, note } = wanted;
  const wrong = timesProblem(from, to);
  if (wrong !== null) return { kind: 'wrong', problem: wrong };
  const kind = await findKind(tx, kindId);
  if (kind === null || kind.archived)
    return { kind: 'wrong', problem: { field: 'kindId', sentence: 'There is no such kind of time off.' } };
  const zone = await zoneOf(parts, tx, worker);
  const id = newId(parts.clock);
  const request: TimeOff = {
    ...{ id, personId: worker.id, kindId: kind.id, zone, from, to, state: 'asked' },
    ...{ startsAt: new Date(epochAt(zone, from) * 60_000), endsAt: new Date(epochAt(zone, to) * 60_000) },
    minutes: minutesOff(from, to, kind.dayMinutes, await workDays(parts, tx, worker)),
    ...{ askedBy: asking.actor.personId, askedAt: parts.clock.now(), decidedBy: null, decidedAt: null },
  };
  if (request.endsAt <= request.startsAt)
    return { kind: 'wrong', problem: { field: 'to', sentence: 'The clocks skip this time.' } };
  if (await isOffWithin(tx, request)) return { kind: 'overlaps' };
  const findings = await shortOf(parts, tx, worker, kind, request.minutes);
  await insertTimeOff(tx, request, note === null ? null : await parts.vault.seal(tx, noteAt(id), note));
  const target = { type: 'time_off', id };
  const entry = { action: 'schedule.time_off_asked', target, detail: { person: worker.id } } as const;
  await parts.audit.append(tx, { ...byPerson(asking.actor), ...entry });
  await tellDeciders(parts, tx, asking, { worker, request, kind: kind.name });
  return { kind: 'asked', request, findings };
}

/** Days that count: none of the weekend, no holiday of the organisation or of where the person works. */
async function workDays(parts: ScheduleParts, tx: Tx, { locations }: Worker): Promise<(day: string) => boolean> {
  const { weekend } = await readSettings(parts, tx);
  const holidays = await listHolidays(tx);
  const free = new Set(
    holidays.filter(({ locationId }) => locationId === null || locations.includes(locationId)).map(({ day }) => day),
  );
  return (day) => !free.has(day) && !weekend.includes(weekdayOf(dayOfDate(day) ?? 0));
}

/** A sentence where a balance does not hold what is wanted of it. */
async function shortOf(
  parts: ScheduleParts,
  tx: Tx,
  worker: Worker,
  { id, name }: TimeOffKind,
  minutes: number,
): Promise<readonly string[]> {
  const balance = (await balancesOf(parts, tx, worker)).find(({ kind }) => kind.id === id)?.minutes ?? null;
  if (balance === null || balance >= minutes) return [];
  return [`${name}: ${hours(minutes)} are asked for, ${balance > 0 ? hours(balance) : 'nothing'} is left.`];
}

/** Approves, declines or withdraws a request; null where it is in no state for that. */
export async function decide(
  { parts, tx, asking }: Doing,
  before: StoredTimeOff,
  decision: Decision,
  { reason, minutes = before.minutes }: { readonly reason: string | null; readonly minutes?: number | undefined },
): Promise<StoredTimeOff | null> {
  const state = stateAfter(before.state, decision);
  if (state === null) return null;
  const { clock, vault, audit, people } = parts;
  const { id, personId } = before;
  const now = clock.now();
  const decided = { decidedBy: asking.actor.personId, decidedAt: now };
  const reasonSealed = reason === null ? null : await vault.seal(tx, reasonAt(id), reason);
  const after = { ...before, state, minutes, ...decided, reasonSealed };
  await decideTimeOff(tx, after, reasonSealed);
  if (state === 'approved') {
    const day = dayIn((await people.organisation(tx)).timeZone, now);
    const entry = { id: newId(clock), personId, kindId: before.kindId, minutes: -minutes, day };
    await insertEntry(tx, entry, id, now);
    await settleLife(parts, tx);
  } else await deleteUse(tx, id);
  const target = { type: 'time_off', id };
  const detail = { person: personId, state };
  await audit.append(tx, { ...byPerson(asking.actor), action: 'schedule.time_off_decided', target, detail });
  await tellDecided(parts, tx, asking, after);
  if (personId !== asking.actor.personId) await tell(parts, tx, after, reason);
  return after;
}

/** Tells somebody what was decided about their time off. */
async function tell(
  { people }: ScheduleParts,
  tx: Tx,
  { id, personId, state, from, to }: TimeOff,
  reason: string | null,
): Promise<void> {
  const subject = `Your time off was ${state}: ${from.replace('T', ' ')} to ${to.replace('T', ' ')}`;
  const link = { label: 'Open my schedule', path: '/team/mine' };
  const lines = reason === null ? [] : [reason];
  await people.tell(tx, [
    { personId, event: 'time_off_decided', key: `time_off/${id}/${state}`, subject, lines, link },
  ]);
}

/** What was written with a request, opened. */
export async function wordsOf(
  { vault }: Pick<ScheduleParts, 'vault'>,
  tx: Tx,
  { id, noteSealed, reasonSealed }: StoredTimeOff,
): Promise<{ readonly note: string | null; readonly reason: string | null }> {
  return {
    note: noteSealed && (await vault.openText(tx, noteAt(id), noteSealed)),
    reason: reasonSealed && (await vault.openText(tx, reasonAt(id), reasonSealed)),
  };
}
