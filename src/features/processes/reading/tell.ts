import type { Tx } from '../../../platform/db/index.ts';
import { listRoles } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Version } from '../writing/process.ts';
import { changeLines } from './change-words.ts';
import type { Reading } from './reading.ts';

type People = Pick<ProcessParts, 'people'>;

/** A day as it is told to people. */
function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`));
}

const link = (processId: string) => ({ label: 'Read it', path: `/processes/${processId}` });
const quizLine = ({ quiz }: Pick<Reading, 'quiz'>) =>
  quiz === null
    ? []
    : [
        quiz.questions.length === 1
          ? 'One question belongs to it.'
          : `${quiz.questions.length} questions belong to it.`,
      ];

/** Asks people to read something. @param before what held when it was last asked, where it is asked anew */
export async function tellToRead(
  { people }: People,
  tx: Tx,
  reading: Reading,
  version: Version,
  personIds: readonly string[],
  before: Version | null = null,
): Promise<void> {
  const changes =
    before === null ? [] : changeLines(before, version, await nameFinder({ people }, tx, [before, version]));
  await people.tell(
    tx,
    personIds.map((personId) => ({
      ...{ personId, event: 'reminder', key: `reading/${reading.id}` },
      subject:
        before === null ? `Please read “${version.title}”` : `It has changed, please read it again: “${version.title}”`,
      lines: [
        `Confirm by ${dayWords(reading.dueOn)} that you have read it.`,
        ...quizLine(reading),
        ...(reading.changed === '' ? [] : [`What is different: ${reading.changed}`]),
        ...changes,
      ],
      link: link(reading.processId),
    })),
  );
}

async function nameFinder({ people }: People, tx: Tx, versions: readonly Version[]) {
  const ids = versions.flatMap(({ steps }) => steps.flatMap(({ doer }) => (doer.id === null ? [] : [doer.id])));
  const roles = new Map((await listRoles(tx)).map(({ id, name }) => [id, name]));
  const names = await people.namesOf(tx, [...new Set(ids)]);
  return (id: string) => names.get(id) ?? roles.get(id) ?? 'somebody';
}

/** What somebody has still to read. */
export interface Overdue {
  readonly processId: string;
  readonly title: string;
  readonly dueOn: string;
}

/** Reminds somebody of all that is due to be said at this moment: in one message. */
export async function tellStillToRead(
  { people }: People,
  tx: Tx,
  personId: string,
  list: readonly Overdue[],
  at: Date,
): Promise<void> {
  const [first] = list;
  if (first === undefined) return;
  const told = { personId, event: 'reminder', key: `readings/${personId}/${at.toISOString()}` } as const;
  await people.tell(tx, [
    list.length === 1
      ? {
          ...told,
          subject: `Still to read: “${first.title}”`,
          lines: [`To be confirmed by ${dayWords(first.dueOn)}.`],
          link: link(first.processId),
        }
      : {
          ...told,
          subject: `${list.length} processes are still to be read by you`,
          lines: list.map(({ title, dueOn }) => `“${title}”, by ${dayWords(dueOn)}`),
          link: { label: 'See them', path: '/processes/to-read' },
        },
  ]);
}
