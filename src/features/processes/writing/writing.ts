import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import type { ProcessAction } from '../acts.ts';
import type { ProcessParts } from '../parts.ts';
import { replaceLost } from '../slack/lost.ts';
import { type Content, unfinished } from './content.ts';
import type { Found, Process, Version } from './process.ts';
import {
  deleteProcess,
  deleteVersion,
  insertProcess,
  insertVersion,
  listVersions,
  updateProcess,
  updateVersion,
} from './store.ts';
import { tellOfDecision, tellReviewers } from './tell.ts';

type Parts = Pick<ProcessParts, 'clock' | 'audit' | 'people' | 'policy'>;

/** What came of it: the process as it is now, or why not. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string }
  | { readonly kind: 'wrong'; readonly fields: Readonly<Record<string, string>> };

const done: Outcome = { kind: 'done' };
const refuse = (code: string, sentence: string): Outcome => ({ kind: 'refused', code, sentence });

/** Begins a process with a first draft; whoever begins it answers for it. Gives its id. */
export async function beginProcess(parts: Parts, tx: Tx, { personId }: Actor, content: Content): Promise<string> {
  const now = parts.clock.now();
  const id = newId(parts.clock);
  const process: Process = {
    ...{ id, ownerId: personId, confidential: false, reviewBy: null, archived: false, audience: [] },
  };
  await insertProcess(tx, process, now);
  await insertVersion(tx, draftOf(newId(parts.clock), id, 1, content, personId, now));
  await record(parts, tx, personId, 'processes.process_added', id);
  return id;
}

function draftOf(id: string, processId: string, number: number, content: Content, by: string, at: Date): Version {
  return {
    ...{ id, processId, number, state: 'draft', revision: 1, ...content, note: '', returnedNote: '' },
    ...{ writtenBy: by, submittedBy: null, publishedBy: null, writtenAt: at, publishedAt: null },
  };
}

/** Writes the draft: the one there is, or the next version's. What is in review is written on as a draft again. */
export async function saveDraft(
  parts: Parts,
  tx: Tx,
  { personId }: Actor,
  { process, open }: Found,
  { revision, ...content }: Content & { readonly revision: number },
): Promise<Outcome> {
  if (revision !== (open?.revision ?? 0)) {
    return refuse(
      'changed_meanwhile',
      'Somebody else has changed this draft meanwhile. Load it again before you go on.',
    );
  }
  const now = parts.clock.now();
  if (open === null) {
    const number = ((await listVersions(tx, process.id))[0]?.number ?? 0) + 1;
    await insertVersion(tx, draftOf(newId(parts.clock), process.id, number, content, personId, now));
    await record(parts, tx, personId, 'processes.draft_saved', process.id, number);
    return done;
  }
  const written = { ...open, ...content, revision: revision + 1, writtenBy: personId, writtenAt: now };
  await updateVersion(tx, { ...written, state: 'draft', submittedBy: null });
  await record(parts, tx, personId, 'processes.draft_saved', process.id, open.number);
  return done;
}

/** Throws the draft away; with it the process, where nothing of it ever held. */
export async function discardDraft(parts: Parts, tx: Tx, { personId }: Actor, found: Found): Promise<Outcome> {
  const { process, open } = found;
  if (open === null) return refuse('no_draft', 'There is no draft to throw away.');
  await deleteVersion(tx, open.id);
  if ((await listVersions(tx, process.id)).length === 0) await deleteProcess(tx, process.id);
  await record(parts, tx, personId, 'processes.draft_discarded', process.id, open.number);
  return done;
}

/** Gives the draft to those who may let it hold. */
export async function askReview(parts: Parts, tx: Tx, actor: Actor, found: Found, note: string): Promise<Outcome> {
  const { process, open } = found;
  if (open?.state !== 'draft') return refuse('no_draft', 'There is no draft to give into review.');
  const fields = unfinished(open);
  if (fields !== null) return { kind: 'wrong', fields };
  const submitted: Version = { ...open, state: 'review', note, returnedNote: '', submittedBy: actor.personId };
  await updateVersion(tx, { ...submitted, revision: open.revision + 1 });
  await record(parts, tx, actor.personId, 'processes.review_asked', process.id, open.number);
  await tellReviewers(parts, tx, actor, { ...found, open: submitted });
  return done;
}

/** Gives it back to its writer, who is told why. */
export async function giveBack(parts: Parts, tx: Tx, actor: Actor, found: Found, reason: string): Promise<Outcome> {
  const { process, open } = found;
  if (open?.state !== 'review') return refuse('not_in_review', 'This process is not in review any more.');
  await updateVersion(tx, { ...open, state: 'draft', returnedNote: reason, revision: open.revision + 1 });
  await record(parts, tx, actor.personId, 'processes.review_returned', process.id, open.number);
  await tellOfDecision(parts, tx, actor, open, reason);
  return done;
}

/** Lets the version in review hold, in place of the one that did. */
export async function publish(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  { process, published, open }: Found,
): Promise<Outcome> {
  if (open?.state !== 'review') return refuse('not_in_review', 'This process is not in review any more.');
  const fields = unfinished(open);
  if (fields !== null) return { kind: 'wrong', fields };
  if (published !== null) await updateVersion(tx, { ...published, state: 'retired' });
  const publishedAt = parts.clock.now();
  await updateVersion(tx, { ...open, state: 'published', publishedBy: actor.personId, publishedAt });
  await record(parts, tx, actor.personId, 'processes.process_published', process.id, open.number);
  await tellOfDecision(parts, tx, actor, open, null);
  return done;
}

/** Takes a process out of use, or back into it. Its versions stay. */
export async function setArchived(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  { process }: Found,
  archived: boolean,
): Promise<Outcome> {
  if (process.archived === archived) return done;
  await updateProcess(tx, { ...process, archived }, parts.clock.now());
  const action = archived ? 'processes.process_archived' : 'processes.process_restored';
  await record(parts, tx, actor.personId, action, process.id);
  await replaceLost(parts, tx, process.id);
  return done;
}

/** Says who answers for a process, until when it is to be looked through, and whom it is meant for. */
export async function changeAccess(
  parts: Parts,
  tx: Tx,
  { personId }: Actor,
  { process }: Found,
  wanted: Pick<Process, 'ownerId' | 'reviewBy' | 'confidential' | 'audience'>,
): Promise<Outcome> {
  if (wanted.ownerId !== null && (await parts.people.person(tx, wanted.ownerId))?.state !== 'active') {
    return { kind: 'wrong', fields: { ownerId: 'This person is not here any more. Choose somebody else.' } };
  }
  await updateProcess(tx, { ...process, ...wanted }, parts.clock.now());
  await parts.audit.append(tx, {
    ...{ actor: { kind: 'person', id: personId }, target: { type: 'process', id: process.id } },
    action: 'processes.access_changed',
    detail: { confidential: wanted.confidential, audience: wanted.audience.length, owner: wanted.ownerId ?? 'nobody' },
  });
  await replaceLost(parts, tx, process.id);
  return done;
}

async function record(
  { audit }: Parts,
  tx: Tx,
  personId: string,
  action: ProcessAction,
  processId: string,
  version?: number,
): Promise<void> {
  const entry = { actor: { kind: 'person', id: personId }, target: { type: 'process', id: processId } } as const;
  await audit.append(tx, { ...entry, action, ...(version === undefined ? {} : { detail: { version } }) });
}
