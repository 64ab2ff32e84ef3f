import { sql, type Tx } from '../../../platform/db/index.ts';
import { splitWords } from './content.ts';
import type { Standing } from './process.ts';
import type { Step } from './step.ts';

/** Who looks through the processes: what they may be meant by, and whether they see more than what is meant for them. */
export interface Looker extends Standing {
  readonly isOwner: boolean;
  readonly isAdmin: boolean;
}

export interface Listed {
  readonly id: string;
  readonly ownerId: string | null;
  readonly confidential: boolean;
  readonly limited: boolean;
  readonly reviewBy: string | null;
  readonly archived: boolean;
  /** Of the version that holds; else of the one that is written on. */
  readonly title: string;
  readonly body: string;
  readonly steps: readonly Step[];
  /** The number of the version that holds. */
  readonly published: number | null;
  /** What is written on, for whoever may. */
  readonly open: 'draft' | 'review' | null;
}

/** More than a page shows. */
export const mostListed = 500;

const ids = (list: readonly string[]) => sql`${[...list]}::uuid[]`;

/** Whether somebody writes on a process, in SQL; the policy `processes.edit` says the same. */
function edits({ personId, isOwner, isAdmin }: Looker) {
  return sql`(${isOwner} or p.owner_id = ${personId} or (${isAdmin} and not p.confidential))`;
}

/** Whether a process is meant for somebody, in SQL; `isMeantFor` says the same. */
function meant({ personId, roles, departments, locations }: Looker) {
  return sql`(
    (not p.confidential and not exists (select 1 from process_audiences a where a.org_id = p.org_id and a.process_id = p.id))
    or exists (select 1 from process_audiences a where a.org_id = p.org_id and a.process_id = p.id and (
      (a.kind = 'person' and a.ref = ${personId}) or (a.kind = 'role' and a.ref = any (${ids(roles)}))
      or (a.kind = 'department' and a.ref = any (${ids(departments)}))
      or (a.kind = 'location' and a.ref = any (${ids(locations)})))))`;
}

/**
 * The processes that somebody may read, by title. Who may read what is settled first and apart: no word is compared with
 * a text that is not theirs, so neither an answer nor its time says what stands there.
 * @param words beginnings of words that all have to be there; none: every process
 */
export async function listReadable(
  tx: Tx,
  looker: Looker,
  { words, archived }: { readonly words: readonly string[]; readonly archived: boolean },
): Promise<readonly Listed[]> {
  const query = queryOf(words);
  const { rows } = await sql<Listed>`
    with mine as materialized (
      select p.*, ${edits(looker)} as edits from processes p
      where (p.archived_at is not null) = ${archived} and (${edits(looker)} or (${meant(looker)} and p.archived_at is null))
    ), readable as materialized (
      select v.* from process_versions v join mine on mine.org_id = v.org_id and mine.id = v.process_id
      where v.state = 'published' or (mine.edits and v.state in ('draft', 'review'))
    )
    select mine.id, mine.owner_id as "ownerId", mine.confidential, mine.review_by as "reviewBy",
      mine.archived_at is not null as archived,
      exists (select 1 from process_audiences a where a.org_id = mine.org_id and a.process_id = mine.id) as limited,
      shown.title, shown.body, shown.steps, held.number as published, written.state as open
    from mine
    left join readable held on held.process_id = mine.id and held.state = 'published'
    left join readable written on written.process_id = mine.id and written.state <> 'published'
    join readable shown on shown.id = coalesce(held.id, written.id)
    where ${query === null ? sql`true` : sql`(held.words @@ ${query} or written.words @@ ${query})`}
    order by folded(shown.title), mine.id limit ${mostListed}`.execute(tx.on());
  return rows;
}

/** All of the words, each from its beginning. What is no letter and no digit only separates them. */
function queryOf(words: readonly string[]) {
  const typed = words.flatMap(splitWords);
  if (typed.length === 0) return null;
  const asked = typed.slice(0, 12).map((word) => `${word}:*`);
  return sql`to_tsquery('simple', folded(${asked.join(' & ')}))`;
}
