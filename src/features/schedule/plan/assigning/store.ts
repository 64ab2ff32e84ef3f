import { z } from 'zod';
import { orgOf, sql, type Tx } from '../../../../platform/db/index.ts';
import { type Assignment, dateAt, makers, minutesAt } from '../plan.ts';

interface AssignmentRow {
  org_id: string;
  id: string;
  shift_id: string;
  person_id: string;
  starts_at: Date;
  ends_at: Date;
  made_by: Assignment['madeBy'];
  pinned: boolean;
  overruled_why: string | null;
  overruled_by: string | null;
  created_at: Date;
}

interface StepRow {
  org_id: string;
  id: string;
  period_id: string;
  number: number;
  person_id: string;
  words: string;
  removed: unknown;
  added: unknown;
  made_at: Date;
  undone_at: Date | null;
}

interface Tables {
  assignments: AssignmentRow;
  plan_steps: StepRow;
}

const select = (tx: Tx) => tx.on<Tables>().selectFrom('assignments').selectAll();

export async function findAssignment(tx: Tx, id: string): Promise<Assignment | null> {
  const row = await select(tx).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : fromRow(row);
}

export async function assignmentsByIds(tx: Tx, ids: readonly string[]): Promise<Assignment[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<AssignmentRow>`select * from assignments
    where id = any (${[...ids]}::uuid[])`.execute(tx.on());
  return rows.map(fromRow);
}

/** Who is on these shifts, by beginning. */
export async function assignmentsOf(tx: Tx, shiftIds: readonly string[]): Promise<Assignment[]> {
  if (shiftIds.length === 0) return [];
  const { rows } = await sql<AssignmentRow>`select * from assignments where shift_id = any (${[...shiftIds]}::uuid[])
    order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

/** What these people have that shares time with a span (minutes since 1970). */
export async function assignmentsOfPeople(
  tx: Tx,
  personIds: readonly string[],
  { start, end }: { readonly start: number; readonly end: number },
): Promise<Assignment[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<AssignmentRow>`select * from assignments where person_id = any (${[...personIds]}::uuid[])
    and starts_at < ${dateAt(end)} and ends_at > ${dateAt(start)} order by starts_at, id`.execute(tx.on());
  return rows.map(fromRow);
}

/**
 * Lets one change of what these people work go after the other. Without it two that put somebody on overlapping shifts at once
 * would wait for each other at the constraint, and the database would have to end one of them.
 */
export async function lockPeople(tx: Tx, personIds: readonly string[]): Promise<void> {
  await sql`select pg_advisory_xact_lock(key) from (
    select distinct hashtextextended('assigning ' || ${orgOf(tx)}::text || person, 0) as key
    from unnest(${[...personIds]}::text[]) as person order by 1 offset 0) as keys`.execute(tx.on());
}

export async function insertAssignments(tx: Tx, assignments: readonly Assignment[], now: Date): Promise<void> {
  if (assignments.length === 0) return;
  const rows = assignments.map((one) => ({
    ...{ org_id: orgOf(tx), id: one.id, shift_id: one.shiftId, person_id: one.personId },
    ...{ starts_at: dateAt(one.start), ends_at: dateAt(one.end), made_by: one.madeBy, pinned: one.pinned },
    ...{ overruled_why: one.overruledWhy, overruled_by: one.overruledBy, created_at: now },
  }));
  for (let at = 0; at < rows.length; at += 500)
    await tx
      .on<Tables>()
      .insertInto('assignments')
      .values(rows.slice(at, at + 500))
      .execute();
}

/** Takes assignments away; how many were there. */
export async function deleteAssignments(tx: Tx, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const { rows } = await sql`delete from assignments where id = any (${[...ids]}::uuid[]) returning 1`.execute(tx.on());
  return rows.length;
}

/** Whether the database refused to have somebody in two places at once. */
export function isDoubleBooking(error: unknown): boolean {
  const found = error instanceof Error && 'code' in error && error.code === '23P01';
  return found && 'constraint' in error && error.constraint === 'assignments_no_double_booking';
}

/** Something that can be undone. */
export interface Step {
  readonly id: string;
  readonly periodId: string;
  readonly personId: string;
  readonly words: string;
  readonly removed: readonly Assignment[];
  readonly added: readonly Assignment[];
}

const kept: z.ZodType<readonly Assignment[]> = z.array(
  z.object({
    ...{ id: z.string(), shiftId: z.string(), personId: z.string(), start: z.number(), end: z.number() },
    ...{ madeBy: z.enum(makers), pinned: z.boolean() },
    ...{ overruledWhy: z.string().nullable(), overruledBy: z.string().nullable() },
  }),
);

/** Writes a step down, after all others of its period, which must be locked. */
export async function insertStep(tx: Tx, step: Step, now: Date): Promise<void> {
  await sql`insert into plan_steps (org_id, id, period_id, number, person_id, words, removed, added, made_at)
    select ${orgOf(tx)}, ${step.id}, ${step.periodId}, coalesce(max(number), 0) + 1, ${step.personId}, ${step.words},
      ${JSON.stringify(step.removed)}::jsonb, ${JSON.stringify(step.added)}::jsonb, ${now}
    from plan_steps where period_id = ${step.periodId}`.execute(tx.on());
}

/** The last steps that were not undone, the latest first. */
export async function lastSteps(tx: Tx, periodId: string): Promise<Step[]> {
  const rows = await tx
    .on<Tables>()
    .selectFrom('plan_steps')
    .selectAll()
    .where('period_id', '=', periodId)
    .where('undone_at', 'is', null)
    .orderBy('number', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ id, person_id: personId, words, removed, added }) => ({
    ...{ id, periodId, personId, words },
    ...{ removed: kept.parse(removed), added: kept.parse(added) },
  }));
}

/** Who was taken off a shift of these periods without somebody in their place, as far as that was not taken back. */
export async function takenOff(
  tx: Tx,
  periodIds: readonly string[],
): Promise<readonly Pick<Assignment, 'shiftId' | 'personId'>[]> {
  const { rows } = await sql<Pick<Assignment, 'shiftId' | 'personId'>>`
    select distinct gone->>'shiftId' as "shiftId", gone->>'personId' as "personId"
    from plan_steps cross join lateral jsonb_array_elements(removed) as gone
    where undone_at is null and added = '[]'::jsonb
      and period_id = any (${[...periodIds]}::uuid[])`.execute(tx.on());
  return rows;
}

export async function markUndone(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.on<Tables>().updateTable('plan_steps').set({ undone_at: now }).where('id', '=', id).execute();
}

function fromRow(row: AssignmentRow): Assignment {
  return {
    ...{ id: row.id, shiftId: row.shift_id, personId: row.person_id, madeBy: row.made_by, pinned: row.pinned },
    ...{ start: minutesAt(row.starts_at), end: minutesAt(row.ends_at) },
    ...{ overruledWhy: row.overruled_why, overruledBy: row.overruled_by },
  };
}
