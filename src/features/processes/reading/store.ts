import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { Standing } from '../writing/process.ts';
import type { Progress, Reading } from './reading.ts';

const shown = sql`r.id, r.process_id as "processId", r.version_id as "versionId", v.number, r.changed,
  r.due_on as "dueOn", r.remind_every as "remindEvery", r.remind_until as "remindUntil", r.quiz, r.asked_by as "askedBy",
  r.asked_at as "askedAt", r.reminded_at as "remindedAt", r.reminded_by as "remindedBy", r.ended_at as "endedAt",
  coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'ref', a.ref) order by a.kind, a.ref)
    from reading_audiences a where a.org_id = r.org_id and a.reading_id = r.id), '[]'::jsonb) as audience`;
const joined = sql`readings r join process_versions v on v.org_id = r.org_id and v.id = r.version_id`;

/** What was last asked of a process: it may have ended. */
export async function lastReading(tx: Tx, processId: string): Promise<Reading | null> {
  const { rows } = await sql<Reading>`select ${shown} from ${joined} where r.process_id = ${processId}
    order by r.ended_at is null desc, r.asked_at desc, r.id desc limit 1`.execute(tx.on());
  return rows[0] ?? null;
}

/** All that is asked now, of processes that hold. */
export async function openReadings(tx: Tx): Promise<readonly Reading[]> {
  const { rows } = await sql<Reading>`select ${shown} from ${joined}
    join processes p on p.org_id = r.org_id and p.id = r.process_id
    where r.ended_at is null and p.archived_at is null order by r.due_on, r.id`.execute(tx.on());
  return rows;
}

/**
 * What is asked now that somebody has not confirmed and that may be asked of them. A process that is asked of everybody is
 * among them: whom it is meant for is settled where it is loaded.
 */
export async function readingsFor(
  tx: Tx,
  { personId, roles, departments, locations }: Standing,
): Promise<readonly Reading[]> {
  const ids = [personId, ...roles, ...departments, ...locations];
  const { rows } = await sql<Reading>`select ${shown} from ${joined}
    join processes p on p.org_id = r.org_id and p.id = r.process_id
    where r.ended_at is null and p.archived_at is null
      and not exists (select 1 from reading_people s where s.org_id = r.org_id and s.reading_id = r.id
        and s.person_id = ${personId} and s.confirmed_at is not null)
      and (not exists (select 1 from reading_audiences a where a.org_id = r.org_id and a.reading_id = r.id)
        or exists (select 1 from reading_audiences a where a.org_id = r.org_id and a.reading_id = r.id
          and a.ref = any (${ids}::uuid[])))
    order by r.due_on, r.id`.execute(tx.on());
  return rows;
}

export async function insertReading(tx: Tx, reading: Reading): Promise<void> {
  const { id, processId, versionId, changed, dueOn, remindEvery, remindUntil, quiz, askedBy, askedAt } = reading;
  await sql`insert into readings (org_id, id, process_id, version_id, changed, due_on, remind_every, remind_until, quiz,
      asked_by, asked_at)
    values (${orgOf(tx)}, ${id}, ${processId}, ${versionId}, ${changed}, ${dueOn}, ${remindEvery}, ${remindUntil},
      ${quiz === null ? null : JSON.stringify(quiz)}::jsonb, ${askedBy}, ${askedAt})`.execute(tx.on());
  await putAudience(tx, reading);
}

/** Writes of whom it is asked and how; what people have done of it stays. */
export async function updateReading(tx: Tx, reading: Reading): Promise<void> {
  const { id, dueOn, remindEvery, remindUntil, quiz } = reading;
  await sql`update readings set due_on = ${dueOn}, remind_every = ${remindEvery}, remind_until = ${remindUntil},
    quiz = ${quiz === null ? null : JSON.stringify(quiz)}::jsonb where id = ${id}`.execute(tx.on());
  await putAudience(tx, reading);
}

async function putAudience(tx: Tx, { id, audience }: Pick<Reading, 'id' | 'audience'>): Promise<void> {
  await sql`delete from reading_audiences where reading_id = ${id}`.execute(tx.on());
  for (const { kind, ref } of audience) {
    await sql`insert into reading_audiences (org_id, reading_id, kind, ref)
      values (${orgOf(tx)}, ${id}, ${kind}, ${ref}) on conflict do nothing`.execute(tx.on());
  }
}

export async function endReading(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await sql`update readings set ended_at = ${at}, ended_by = ${by} where id = ${id}`.execute(tx.on());
}

export async function noteHandReminder(tx: Tx, id: string, by: string, at: Date): Promise<void> {
  await sql`update readings set reminded_at = ${at}, reminded_by = ${by} where id = ${id}`.execute(tx.on());
}

const progress = sql`s.person_id as "personId", s.told_at as "toldAt", s.reminded_at as "remindedAt", s.tries,
  s.tried_at as "triedAt", s.passed_at as "passedAt", s.confirmed_at as "confirmedAt", v.number, s.how`;

/** How far people are, by their id; who has not begun and was not told is left out. */
export async function progressOf(tx: Tx, readingId: string): Promise<ReadonlyMap<string, Progress>> {
  const { rows } = await sql<Progress>`select ${progress} from reading_people s
    left join process_versions v on v.org_id = s.org_id and v.id = s.version_id
    where s.reading_id = ${readingId}`.execute(tx.on());
  return new Map(rows.map((one) => [one.personId, one]));
}

/** How far one of them is in each of these, by its id. */
export async function progressIn(
  tx: Tx,
  readingIds: readonly string[],
  personId: string,
): Promise<ReadonlyMap<string, Progress>> {
  const { rows } = await sql<Progress & { readonly id: string }>`select s.reading_id as id, ${progress}
    from reading_people s left join process_versions v on v.org_id = s.org_id and v.id = s.version_id
    where s.person_id = ${personId} and s.reading_id = any (${[...readingIds]}::uuid[])`.execute(tx.on());
  return new Map(rows.map(({ id, ...one }) => [id, one]));
}

/** Notes that people are told of it; gives those who had not been. Two who do so at once tell each person once. */
export async function takeUntold(
  tx: Tx,
  readingId: string,
  personIds: readonly string[],
  at: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`insert into reading_people as s (org_id, reading_id, person_id, told_at)
    select ${orgOf(tx)}::uuid, ${readingId}::uuid, id, ${at}::timestamptz from unnest(${[...personIds]}::uuid[]) as id
    on conflict (org_id, reading_id, person_id) do update set told_at = excluded.told_at where s.told_at is null
    returning s.person_id as id`.execute(tx.on());
  return rows.map(({ id }) => id);
}

/** Notes that people are reminded; gives those who have not heard of it since a moment. Two at once remind each once. */
export async function takeForReminder(
  tx: Tx,
  readingId: string,
  personIds: readonly string[],
  { since, at }: { readonly since: Date; readonly at: Date },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`update reading_people set reminded_at = ${at}
    where reading_id = ${readingId} and person_id = any (${[...personIds]}::uuid[]) and confirmed_at is null
      and coalesce(greatest(told_at, reminded_at) <= ${since}, true) returning person_id as id`.execute(tx.on());
  return rows.map(({ id }) => id);
}

/** Notes a try of the quiz. */
export async function noteTry(
  tx: Tx,
  readingId: string,
  personId: string,
  { at, passed }: { readonly at: Date; readonly passed: boolean },
): Promise<void> {
  const passedAt = passed ? at : null;
  await sql`insert into reading_people as s (org_id, reading_id, person_id, tries, tried_at, passed_at)
    values (${orgOf(tx)}, ${readingId}, ${personId}, 1, ${at}, ${passedAt})
    on conflict (org_id, reading_id, person_id) do update
      set tries = s.tries + 1, tried_at = excluded.tried_at, passed_at = coalesce(s.passed_at, excluded.passed_at)`.execute(
    tx.on(),
  );
}

/** Keeps that somebody has confirmed a version; the first time counts. */
export async function noteConfirmation(
  tx: Tx,
  readingId: string,
  personId: string,
  { at, versionId }: { readonly at: Date; readonly versionId: string },
): Promise<void> {
  await sql`insert into reading_people as s (org_id, reading_id, person_id, confirmed_at, version_id, how)
    values (${orgOf(tx)}, ${readingId}, ${personId}, ${at}, ${versionId}, 'web')
    on conflict (org_id, reading_id, person_id) do update
      set confirmed_at = excluded.confirmed_at, version_id = excluded.version_id, how = excluded.how
      where s.confirmed_at is null`.execute(tx.on());
}

/** What somebody confirmed, the last first. */
interface Confirmed {
  readonly processId: string;
  readonly title: string;
  readonly number: number;
  readonly confirmedAt: Date;
  readonly how: 'web';
  readonly tries: number;
}

export async function confirmedBy(tx: Tx, personId: string): Promise<readonly Confirmed[]> {
  const { rows } = await sql<Confirmed>`select v.process_id as "processId", v.title, v.number,
      s.confirmed_at as "confirmedAt", s.how, s.tries
    from reading_people s join process_versions v on v.org_id = s.org_id and v.id = s.version_id
    where s.person_id = ${personId} order by s.confirmed_at desc, s.reading_id`.execute(tx.on());
  return rows;
}

/** Which version of a process somebody confirmed before they were asked for this one; null: none. */
export async function lastConfirmed(
  tx: Tx,
  { id, processId }: Pick<Reading, 'id' | 'processId'>,
  personId: string,
): Promise<number | null> {
  const { rows } = await sql<{ number: number }>`select v.number from reading_people s
    join process_versions v on v.org_id = s.org_id and v.id = s.version_id
    where s.person_id = ${personId} and v.process_id = ${processId} and s.reading_id <> ${id}
    order by v.number desc limit 1`.execute(tx.on());
  return rows[0]?.number ?? null;
}

/** Of whom something is asked by name, carried on where two records of one human become one. */
export async function carryReadings(tx: Tx, keptId: string, otherId: string): Promise<void> {
  for (const column of ['asked_by', 'reminded_by', 'ended_by'] as const) {
    const name = sql.ref(column);
    await sql`update readings set ${name} = ${keptId} where ${name} = ${otherId}`.execute(tx.on());
  }
  await sql`insert into reading_audiences (org_id, reading_id, kind, ref)
    select org_id, reading_id, kind, ${keptId}::uuid from reading_audiences where kind = 'person' and ref = ${otherId}
    on conflict do nothing`.execute(tx.on());
  await sql`delete from reading_audiences where kind = 'person' and ref = ${otherId}`.execute(tx.on());
  // What either record has done counts: the earlier confirmation with its version, a quiz that either passed.
  await sql`insert into reading_people as s (org_id, reading_id, person_id, told_at, reminded_at, tries, tried_at,
      passed_at, confirmed_at, version_id, how)
    select org_id, reading_id, ${keptId}::uuid, told_at, reminded_at, tries, tried_at, passed_at, confirmed_at, version_id, how
    from reading_people where person_id = ${otherId}
    on conflict (org_id, reading_id, person_id) do update set
      told_at = least(s.told_at, excluded.told_at), reminded_at = greatest(s.reminded_at, excluded.reminded_at),
      tries = s.tries + excluded.tries, tried_at = greatest(s.tried_at, excluded.tried_at),
      passed_at = least(s.passed_at, excluded.passed_at),
      version_id = case when excluded.confirmed_at < s.confirmed_at or s.confirmed_at is null
        then excluded.version_id else s.version_id end,
      how = coalesce(s.how, excluded.how), confirmed_at = least(s.confirmed_at, excluded.confirmed_at)`.execute(
    tx.on(),
  );
  await sql`delete from reading_people where person_id = ${otherId}`.execute(tx.on());
}
