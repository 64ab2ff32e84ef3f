import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { dayWords } from '../../calendar/describe.ts';
import type { Span } from '../../calendar/spans.ts';
import type { ScheduleParts } from '../../parts.ts';
import {
  assignmentsOf,
  assignmentsOfPeople,
  deleteAssignments,
  insertAssignments,
  insertStep,
  lockPeople,
} from '../assigning/store.ts';
import { type Assignment, isWhole, type PlannedShift } from '../plan.ts';

export interface MovedShift {
  readonly was: PlannedShift;
  readonly now: PlannedShift;
}

/**
 * Lets people follow shifts that were moved. Who would then be in two places at once is taken off the shift; a step of the
 * plan keeps that, and a sentence says it. The periods must be locked.
 */
export async function moveAlong(
  { clock, people }: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  changed: readonly MovedShift[],
): Promise<readonly string[]> {
  const moved = new Map(changed.filter(({ was, now }) => !isWhole(was, now)).map((one) => [one.was.id, one]));
  const found = await assignmentsOf(tx, [...moved.keys()]);
  if (found.length === 0) return [];
  await lockPeople(
    tx,
    found.map(({ personId }) => personId),
  );
  // Read again: who merges two records of one human locks people only.
  const affected = await assignmentsOf(tx, [...moved.keys()]);
  // All leave before any comes: two shifts may change places.
  await deleteAssignments(
    tx,
    affected.map(({ id }) => id),
  );
  const targets = affected.map((one) => ({ one, to: placeIn(one, moved.get(one.shiftId)) }));
  const { kept, lost } = await settled(tx, targets);
  await insertAssignments(tx, kept, clock.now());
  const names = await people.namesOf(
    tx,
    lost.map(({ personId }) => personId),
  );
  const findings: string[] = [];
  for (const one of lost) {
    const shift = moved.get(one.shiftId)?.now;
    if (shift === undefined) continue;
    const words = `${names.get(one.personId) ?? 'Somebody'} can’t follow the shift that was moved to ${dayWords(shift.day)}: two shifts at once`;
    const step = {
      id: newId(clock),
      periodId: shift.periodId,
      personId: one.personId,
      words,
      removed: [one],
      added: [],
    };
    await insertStep(tx, step, clock.now());
    findings.push(`${words}.`);
  }
  return findings;
}

interface Target {
  readonly one: Assignment;
  /** Null: nothing of the shift is left for them. */
  readonly to: Span | null;
}

/** Who can be where their shift went, and who would then be in two places at once. */
async function settled(
  tx: Tx,
  targets: readonly Target[],
): Promise<{ readonly kept: readonly Assignment[]; readonly lost: readonly Assignment[] }> {
  const window = targets.reduce<Span>(
    (all, { to }) => (to === null ? all : { start: Math.min(all.start, to.start), end: Math.max(all.end, to.end) }),
    { start: Number.MAX_SAFE_INTEGER / 1e5, end: 0 },
  );
  const others = await assignmentsOfPeople(
    tx,
    targets.map(({ one }) => one.personId),
    window,
  );
  const taken = Map.groupBy(others, ({ personId }) => personId);
  const [kept, lost]: [Assignment[], Assignment[]] = [[], []];
  for (const { one, to } of targets) {
    const ofPerson = taken.get(one.personId) ?? [];
    const isFree = to !== null && !ofPerson.some((other) => other.start < to.end && to.start < other.end);
    if (!isFree || to === null) {
      lost.push(one);
      continue;
    }
    const placed = { ...one, ...to };
    kept.push(placed);
    taken.set(one.personId, [...ofPerson, placed]);
  }
  return { kept, lost };
}

/** Where somebody is after their shift was moved: on all of it, or on what their part shares with it. */
function placeIn(one: Span, moved: MovedShift | undefined): Span | null {
  if (moved === undefined) return null;
  if (isWhole(one, moved.was)) return { start: moved.now.start, end: moved.now.end };
  const [start, end] = [Math.max(one.start, moved.now.start), Math.min(one.end, moved.now.end)];
  return start < end ? { start, end } : null;
}
