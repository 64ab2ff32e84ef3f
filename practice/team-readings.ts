import { orgOf, sql, type Tx } from '../src/platform/db/index.ts';
import { type Chance, seededId } from './seeded-chance.ts';
import { workers } from './team-company.ts';

const dayMs = 86_400_000;

/** That people are asked to read a process. */
export interface AskedReading {
  /** Days ago that it was asked, and days until it is to be confirmed. */
  readonly since: number;
  readonly dueIn: number;
  readonly quiz: object | null;
  /** Of how many of those who are asked one has confirmed: every second one, or every third. */
  readonly confirmedEach: number;
  /** Where they work who are asked; null: everybody. */
  readonly department: 'Workshop' | null;
}

/** Asked of everybody: half of them have confirmed. */
export const incidents: AskedReading = { since: 9, dueIn: 5, quiz: null, confirmedEach: 2, department: null };

/** Whoever lifts boats knows when not to. */
export function craneQuiz(id: () => string): AskedReading {
  const answer = (text: string, right = false) => ({ text, right });
  const questions = [
    {
      ...{ id: id(), kind: 'one', text: 'The wind at the mast head gusts at 22 knots. What do you do?' },
      answers: [answer('Lift, but slowly'), answer('Wait until the gusts are below 20', true), answer('Ask the owner')],
      explains: 'Gusts count, not the mean: above 20 knots nothing is lifted.',
    },
    {
      ...{ id: id(), kind: 'many', text: 'Who may stop a lift?' },
      answers: [
        answer('Whoever drives the crane', true),
        answer('Whoever gives signs', true),
        answer('Anybody who sees danger', true),
        answer('The owners alone'),
      ],
      explains: 'Whoever sees danger shouts stop, and everybody stops.',
    },
  ];
  const quiz = { questions, passMark: 100, tries: 3, waitHours: 2 };
  return { since: 20, dueIn: -2, quiz, confirmedEach: 3, department: 'Workshop' };
}

interface Company {
  readonly tx: Tx;
  readonly chance: Chance;
  readonly now: Date;
  readonly idOf: (kind: string, name: string) => string;
}

/** Writes that it is asked, and how far people are. */
export async function writeReading(
  { tx, chance, now, idOf }: Company,
  { since, dueIn, quiz, confirmedEach, department }: AskedReading,
  { processId, versionId, owner }: { readonly processId: string; readonly versionId: string; readonly owner: string },
): Promise<void> {
  const askedAt = new Date(now.getTime() - since * dayMs);
  const [id, org] = [seededId(chance, askedAt), orgOf(tx)];
  const dueOn = new Date(now.getTime() + dueIn * dayMs).toISOString().slice(0, 10);
  await sql`insert into readings (org_id, id, process_id, version_id, due_on, remind_every, quiz, asked_by, asked_at)
    values (${org}, ${id}, ${processId}, ${versionId}, ${dueOn}, 7, ${quiz === null ? null : JSON.stringify(quiz)}::jsonb,
      ${idOf('person', owner)}, ${askedAt})`.execute(tx.on());
  const everybody = await sql<{ id: string }>`select id from people order by name, id`.execute(tx.on());
  const asked =
    department === null
      ? everybody.rows.map((one) => one.id)
      : workers.filter((one) => one.department === department).map(({ name }) => idOf('person', name));
  for (const [index, personId] of asked.entries()) {
    const isConfirmed = index % confirmedEach === 0;
    const at = isConfirmed ? new Date(askedAt.getTime() + (1 + (index % 5)) * dayMs) : null;
    const tries = quiz === null ? 0 : isConfirmed ? 1 + (index % 2) : index % 3;
    const triedAt = tries === 0 ? null : (at ?? askedAt);
    await sql`insert into reading_people (org_id, reading_id, person_id, told_at, reminded_at, tries, tried_at, passed_at,
        confirmed_at, version_id, how)
      values (${org}, ${id}, ${personId}, ${askedAt}, ${isConfirmed ? null : new Date(now.getTime() - dayMs)},
        ${tries}, ${triedAt}, ${tries > 0 && isConfirmed ? at : null}, ${at}, ${isConfirmed ? versionId : null},
        ${isConfirmed ? 'web' : null})`.execute(tx.on());
  }
}
