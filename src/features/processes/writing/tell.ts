import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import { type Found, resourceOf, type Version } from './process.ts';
import { standingOf } from './standing.ts';

type Parts = Pick<ProcessParts, 'people' | 'policy'>;

const link = (processId: string, label: string) => ({ label, path: `/processes/${processId}` });

/** Tells everybody who may let a process hold that one waits for them: whoever answers for it, or else the managers. */
export async function tellReviewers(parts: Parts, tx: Tx, by: Actor, found: Found): Promise<void> {
  const { people, policy } = parts;
  const { process, open } = found;
  if (open === null) return;
  const answering = process.ownerId === null ? null : await people.actor(tx, process.ownerId);
  const managers = await people.actorsIn(tx, ['owner', 'admin']);
  const candidates = [
    ...(answering === null ? [] : [answering]),
    ...managers.filter((one) => one.personId !== answering?.personId),
  ];
  const action = 'processes.publish';
  const deciding = [];
  for (const actor of candidates) {
    if (actor.personId === by.personId) continue;
    const resource = resourceOf(actor.orgId, found, await standingOf(parts, tx, actor));
    if (policy.decide({ actor, action, resource })) deciding.push(actor.personId);
  }
  const told = answering !== null && deciding.includes(answering.personId) ? [answering.personId] : deciding;
  const name = (await people.namesOf(tx, [by.personId])).get(by.personId) ?? 'Somebody';
  await people.tell(
    tx,
    told.map((personId) => ({
      ...{ personId, event: 'approval_needed', key: `process/${open.id}/${open.revision}` },
      subject: `${name} asks you to review “${open.title}”`,
      lines: open.note === '' ? [] : [`What is different: ${open.note}`],
      link: link(process.id, 'Read it'),
    })),
  );
}

/** Tells whoever gave a version into review what became of it. @param reason null: it holds now */
export async function tellOfDecision(
  { people }: Parts,
  tx: Tx,
  by: Actor,
  version: Version,
  reason: string | null,
): Promise<void> {
  const { submittedBy: personId, title, id, processId, revision } = version;
  if (personId === null || personId === by.personId) return;
  if ((await people.person(tx, personId))?.state !== 'active') return;
  const name = (await people.namesOf(tx, [by.personId])).get(by.personId) ?? 'Somebody';
  await people.tell(tx, [
    {
      ...{ personId, event: 'request_decided', key: `process/${id}/${revision}/decided` },
      subject: reason === null ? `“${title}” holds now` : `“${title}” came back to you`,
      lines: [reason === null ? `${name} has published it.` : `${name} says: ${reason}`],
      link: link(processId, 'Open it'),
    },
  ]);
}
