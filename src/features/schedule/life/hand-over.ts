import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { assignmentsOfPeople, deleteAssignments, insertAssignments, insertStep } from '../plan/assigning/store.ts';
import { partOf, type Work } from '../plan/load-work.ts';
import { countChange } from '../plan/periods/store.ts';
import type { Assignment } from '../plan/plan.ts';
import { endTold, insertPublication, insertTold, noteSeen, toldOf } from '../plan/publishing/store.ts';

/** Shifts that change hands by their people's own will. */
export interface HandingOver {
  readonly kind: 'trade' | 'claim';
  /** Who does it: the last whose word it needed. */
  readonly by: string;
  /** As the plan's list of steps says it. */
  readonly words: string;
  readonly removed: readonly Assignment[];
  readonly added: readonly Assignment[];
}

/**
 * Writes down who works instead of whom: in the plan, as one step, and in what people were told, as a publication of each
 * period. The periods and the people must be locked.
 */
export async function handOver(
  { clock }: Pick<ScheduleParts, 'clock'>,
  tx: Tx,
  work: Work,
  { kind, by, words, removed, added }: HandingOver,
): Promise<void> {
  const now = clock.now();
  const all = [...removed, ...(await onCancelled(tx, work, removed, added))];
  await deleteAssignments(
    tx,
    all.map(({ id }) => id),
  );
  await insertAssignments(tx, added, now);
  const periodOf = ({ shiftId }: Assignment) => work.known.get(shiftId)?.planned.periodId ?? '';
  const [first] = added;
  if (first === undefined) return;
  const step = { id: newId(clock), periodId: periodOf(first), personId: by, words };
  await insertStep(tx, { ...step, removed: all, added }, now);
  const periodIds = [...new Set([...removed, ...added].map(periodOf))].toSorted();
  for (const periodId of periodIds) {
    const isOf = (one: Assignment) => periodOf(one) === periodId;
    await tellPeriod({ clock }, tx, work, {
      periodId,
      kind,
      by,
      removed: removed.filter(isOf),
      added: added.filter(isOf),
    });
  }
  await countChange(tx, periodIds);
}

/** What they still have on shifts that were cancelled gives way to what they get. */
async function onCancelled(
  tx: Tx,
  { known }: Work,
  removed: readonly Assignment[],
  added: readonly Assignment[],
): Promise<readonly Assignment[]> {
  const found: Assignment[] = [];
  for (const one of added)
    for (const other of await assignmentsOfPeople(tx, [one.personId], one))
      if (known.get(other.shiftId)?.planned.cancelled === true && !removed.some(({ id }) => id === other.id))
        found.push(other);
  return [...new Map(found.map((one) => [one.id, one])).values()];
}

async function tellPeriod(
  { clock }: Pick<ScheduleParts, 'clock'>,
  tx: Tx,
  work: Work,
  { periodId, kind, by, removed, added }: Omit<HandingOver, 'words'> & { readonly periodId: string },
): Promise<void> {
  const now = clock.now();
  const places = [...removed, ...added].map(({ shiftId }) => work.known.get(shiftId)?.shift.location ?? null);
  const [locationId = null] = new Set(places).size === 1 ? places : [];
  const publicationId = newId(clock);
  await insertPublication(tx, { id: publicationId, periodId, kind, locationId, by, why: null }, now);
  const told = await toldOf(
    tx,
    removed.map(({ shiftId }) => shiftId),
  );
  const ended = told.filter((row) => removed.some((one) => isTold(row, one)));
  await endTold(
    tx,
    publicationId,
    ended.map(({ id }) => ({ id, premium: 0 })),
  );
  const rows = added.flatMap((one) => {
    const shift = work.known.get(one.shiftId)?.shift;
    if (shift === undefined) return [];
    const { role, zone, breakMinutes } = partOf(shift, one);
    return [
      {
        ...{ id: newId(clock), publicationId, endedBy: null, periodId, personId: one.personId, shiftId: one.shiftId },
        ...{ roleId: role, start: one.start, end: one.end, zone, breakMinutes },
        ...{ premiumMinutes: 0, endPremiumMinutes: 0, seen: false },
      },
    ];
  });
  await insertTold(tx, rows);
  // Who does it knows it.
  await noteSeen(
    tx,
    by,
    rows.map(({ id }) => id),
    now,
  );
}

type Held = Pick<Assignment, 'personId' | 'shiftId' | 'start' | 'end'>;

/** Whether somebody was told of exactly what they have. */
export function isTold(row: Held, { personId, shiftId, start, end }: Held): boolean {
  return row.personId === personId && row.shiftId === shiftId && row.start === start && row.end === end;
}
