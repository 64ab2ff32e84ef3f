import { type FileHandle, open, rm } from 'node:fs/promises';
import type { StoredAudit } from '../open-audit.ts';
import { type Acts, csvLines, jsonLines, type NotedHead, type StoredEntry } from '../platform/audit/index.ts';
import { csvMark } from '../platform/csv/index.ts';
import type { OrgId } from '../platform/db/index.ts';
import { CommandProblem } from './problems.ts';

type Written = { readonly entries: number; readonly head: NotedHead };

/**
 * Writes an organisation's log into a file that must not exist yet, readable by its owner alone, and records that first.
 * What could not be finished is removed.
 * @throws CommandProblem when the file can't be made
 */
export async function exportAudit(
  stored: StoredAudit,
  orgId: OrgId,
  path: string,
  format: 'jsonl' | 'csv',
): Promise<Written> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EEXIST' ? 'is there already' : "can't be written";
    throw new CommandProblem(`${path} ${why}. Choose another --out.`);
  });
  try {
    const head = await recordExport(stored, orgId, format);
    const entries = await (format === 'csv' ? writeCsv : writeJsonLines)(stored, file, orgId, head);
    await file.sync();
    return { entries, head };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function recordExport({ db, audit }: StoredAudit, orgId: OrgId, format: string): Promise<NotedHead> {
  return db.inOrg(orgId, async (tx) => {
    const entries = (await audit.head(tx))?.seq ?? 0;
    await audit.append(tx, {
      actor: { kind: 'operator', id: 'operator' },
      action: 'audit.log_exported',
      target: { type: 'organisation', id: orgId },
      detail: { format, filters: '', entries },
    });
    const head = await audit.head(tx);
    if (head === null) throw new Error('the end that was just sealed does not open');
    return head;
  });
}

async function writeJsonLines({ audit }: StoredAudit, file: FileHandle, orgId: OrgId, head: NotedHead) {
  let entries = 0;
  await file.write(jsonLines.head({ organisation: orgId, exportedAt: new Date(), filters: '', mark: head.seq }));
  for await (const page of audit.pages(orgId, {}, head.seq)) {
    entries += page.length;
    await file.write(page.map(jsonLines.entry).join(''));
  }
  await file.write(jsonLines.end(entries, head));
  return entries;
}

async function writeCsv({ audit }: StoredAudit, file: FileHandle, orgId: OrgId, head: NotedHead) {
  let entries = 0;
  await file.write(csvMark + csvLines.head());
  for await (const page of audit.pages(orgId, {}, head.seq)) {
    entries += page.length;
    await file.write(page.map((entry) => csvLines.entry(entry, byIds(entry, audit.acts))).join(''));
  }
  return entries;
}

/** The operator's file names nobody: ids stand where the page shows names. */
function byIds({ entry: { actor, action, target } }: StoredEntry, acts: Acts) {
  const sentence = acts[action]?.sentence ?? `{actor}: ${action}`;
  const told = sentence
    .replaceAll('{actor}', `${actor.kind} ${actor.id}`)
    .replaceAll('{target}', `${target.type} ${target.id}`);
  return { actor: '', target: '', sentence: told };
}
