import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { type Content, wordsIn } from './content.ts';
import type { Audience, Found, Process, Version, VersionState } from './process.ts';
import type { Step } from './step.ts';

interface ProcessRow {
  org_id: string;
  id: string;
  owner_id: string | null;
  confidential: boolean;
  review_by: string | null;
  archived_at: Date | null;
  made_at: Date;
}

interface VersionRow {
  org_id: string;
  id: string;
  process_id: string;
  number: number;
  state: VersionState;
  revision: number;
  title: string;
  body: string;
  steps: readonly Step[];
  note: string;
  returned_note: string;
  written_by: string | null;
  submitted_by: string | null;
  published_by: string | null;
  written_at: Date;
  published_at: Date | null;
}

interface Tables {
  processes: ProcessRow;
  process_audiences: { org_id: string; process_id: string; kind: Audience['kind']; ref: string };
}

const columns = sql`id, process_id, number, state, revision, title, body, steps, note, returned_note, written_by,
  submitted_by, published_by, written_at, published_at`;

/** A process with its versions that matter. @param lock so that nobody changes it at the same time */
export async function findProcess(tx: Tx, id: string, lock = false): Promise<Found | null> {
  const locking = lock ? sql`for no key update` : sql``;
  const { rows } = await sql<ProcessRow>`select * from processes where id = ${id} ${locking}`.execute(tx.on());
  const [row] = rows;
  if (row === undefined) return null;
  const audience = await sql<Audience>`select kind, ref from process_audiences where process_id = ${id}
    order by kind, ref`.execute(tx.on());
  const versions = await sql<VersionRow>`select ${columns} from process_versions
    where process_id = ${id} and state <> 'retired'`.execute(tx.on());
  const read = versions.rows.map(versionFrom);
  return {
    process: processFrom(row, audience.rows),
    published: read.find(({ state }) => state === 'published') ?? null,
    open: read.find(({ state }) => state !== 'published') ?? null,
  };
}

function processFrom(row: ProcessRow, audience: readonly Audience[]): Process {
  return {
    ...{ id: row.id, ownerId: row.owner_id, confidential: row.confidential, reviewBy: row.review_by },
    ...{ archived: row.archived_at !== null, audience },
  };
}

function versionFrom(row: VersionRow): Version {
  return {
    ...{ id: row.id, processId: row.process_id, number: row.number, state: row.state, revision: row.revision },
    ...{ title: row.title, body: row.body, steps: row.steps, note: row.note, returnedNote: row.returned_note },
    ...{ writtenBy: row.written_by, submittedBy: row.submitted_by, publishedBy: row.published_by },
    ...{ writtenAt: row.written_at, publishedAt: row.published_at },
  };
}

export async function insertProcess(tx: Tx, process: Process, at: Date): Promise<void> {
  const { id, ownerId, confidential, reviewBy } = process;
  const row = { id, owner_id: ownerId, confidential, review_by: reviewBy, archived_at: null, made_at: at };
  await tx
    .on<Tables>()
    .insertInto('processes')
    .values({ ...row, org_id: orgOf(tx) })
    .execute();
  await putAudience(tx, process);
}

/** Writes who answers for a process and whom it is meant for. */
export async function updateProcess(tx: Tx, process: Process, at: Date): Promise<void> {
  const { id, ownerId, confidential, reviewBy, archived } = process;
  const row = { owner_id: ownerId, confidential, review_by: reviewBy, archived_at: archived ? at : null };
  await tx.on<Tables>().updateTable('processes').set(row).where('id', '=', id).execute();
  await putAudience(tx, process);
}

async function putAudience(tx: Tx, { id, audience }: Process): Promise<void> {
  const table = tx.on<Tables>();
  await table.deleteFrom('process_audiences').where('process_id', '=', id).execute();
  const rows = audience.map(({ kind, ref }) => ({ org_id: orgOf(tx), process_id: id, kind, ref }));
  if (rows.length > 0) await table.insertInto('process_audiences').values(rows).execute();
}

/** Begins a version: the only open one of its process. */
export async function insertVersion(tx: Tx, version: Version): Promise<void> {
  const { id, processId, number, state, title, body, steps, note, writtenBy, writtenAt } = version;
  await sql`insert into process_versions
      (org_id, id, process_id, number, state, revision, title, body, steps, note, words, written_by, written_at)
    values (${orgOf(tx)}, ${id}, ${processId}, ${number}, ${state}, 1, ${title}, ${body}, ${JSON.stringify(steps)}::jsonb,
      ${note}, ${wordsOf(version)}, ${writtenBy}, ${writtenAt})`.execute(tx.on());
}

/** Writes a version as it is to be; of one that was published the database lets only its state be changed. */
export async function updateVersion(tx: Tx, version: Version): Promise<void> {
  const { id, state, title, body, steps, note, returnedNote, revision } = version;
  await sql`update process_versions set state = ${state}, title = ${title}, body = ${body}, revision = ${revision},
      steps = ${JSON.stringify(steps)}::jsonb, note = ${note}, returned_note = ${returnedNote}, words = ${wordsOf(version)},
      written_by = ${version.writtenBy}, written_at = ${version.writtenAt}, submitted_by = ${version.submittedBy},
      published_by = ${version.publishedBy}, published_at = ${version.publishedAt}
    where id = ${id}`.execute(tx.on());
}

/** Whatever the language: no word is left out, none is shortened; accents and capitals make no difference. */
const wordsOf = (content: Content) => sql`to_tsvector('simple', folded(${wordsIn(content)}))`;

/** Throws away a version that never held. */
export async function deleteVersion(tx: Tx, id: string): Promise<void> {
  await sql`delete from process_versions where id = ${id} and state in ('draft', 'review')`.execute(tx.on());
}

/** A process that never held anything goes with its draft. */
export async function deleteProcess(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('processes').where('id', '=', id).execute();
}

/** Every version of a process, the latest first. */
export async function listVersions(tx: Tx, processId: string): Promise<readonly Version[]> {
  const { rows } = await sql<VersionRow>`select ${columns} from process_versions where process_id = ${processId}
    order by number desc`.execute(tx.on());
  return rows.map(versionFrom);
}
