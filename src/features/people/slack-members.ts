import { type OrgId, orgOf, type Tx } from '../../platform/db/index.ts';
import { RetryLater } from '../../platform/jobs/index.ts';
import type { SlackEvent, SlackSurface } from '../../platform/slack/index.ts';
import type { PeopleContext } from './context.ts';
import { personName } from './fields.ts';
import { followAndEnd } from './sign-in-entry.ts';
import { findPerson, type StoredPerson, updatePerson } from './store.ts';

/** What Slack tells of members of the workspace whom Coact knows: that they left or came back, and how they are called. */
export function memberSurface(context: PeopleContext): SlackSurface {
  return { events: { user_change: (event) => followMember(context, event) } };
}

type Read = Awaited<ReturnType<SlackEvent['client']['readMemberName']>>;

/**
 * The event says only of whom; how they are is asked now, so that events in any order end alike, and nothing of them
 * waits in the queue. Nothing is asked about anybody whom Coact does not know.
 */
async function followMember(
  context: PeopleContext,
  { orgId, slackUserId, client }: Pick<SlackEvent, 'orgId' | 'slackUserId' | 'client'>,
): Promise<void> {
  if (slackUserId === null) return;
  const known = await context.db.inOrg(orgId, (tx) => findPerson(tx, { slackUserId }));
  if (known === null) return;
  const read = await client.readMemberName(slackUserId);
  if (!read.ok) return passOrRepeat(read);
  await followAndEnd(context, orgId, slackUserId, read.isActive);
  const name = personName.safeParse(read.name);
  if (read.isActive && name.success) await followName(context, orgId, slackUserId, name.data);
}

/** What may be over in a while is tried again; a connection that has ended has nothing more to tell. */
function passOrRepeat(failed: Extract<Read, { ok: false }>): void {
  if (failed.error === 'ratelimited') throw new RetryLater(failed.retryAfter ?? 30);
  if (failed.error === 'unreachable') throw new Error('Slack is not reachable');
}

async function followName(
  { db, vault, audit }: Pick<PeopleContext, 'db' | 'vault' | 'audit'>,
  orgId: OrgId,
  slackUserId: string,
  name: string,
): Promise<void> {
  await db.inOrg(orgId, async (tx) => {
    const person = await findPerson(tx, { slackUserId });
    // Whom Slack alone knows has no name here, and gets none: that they use Coact at all is for nobody to see.
    if (person === null || person.name === '') return;
    const heard = await slackNameKey(vault, tx, name);
    if (person.slackNameKey !== null && same(person.slackNameKey, heard)) return;
    const follows = await isFromSlack(vault, tx, person);
    await updatePerson(tx, person.id, { slack_name_key: heard, ...(follows ? { name } : {}) });
    if (!follows || name === person.name) return;
    await audit.append(tx, {
      actor: { kind: 'slack', id: orgOf(tx) },
      action: 'people.name_followed',
      target: { type: 'person', id: person.id },
    });
  });
}

/** Whether somebody is called here as they were in Slack. Of who has no other way in there is nobody else to say a name. */
async function isFromSlack(
  vault: PeopleContext['vault'],
  tx: Tx,
  { name, userId, slackNameKey: before }: StoredPerson,
): Promise<boolean> {
  if (before === null) return userId === null;
  return same(before, await slackNameKey(vault, tx, name));
}

/** By this a name in Slack is known again. */
export function slackNameKey(vault: PeopleContext['vault'], tx: Tx, name: string): Promise<Uint8Array> {
  return vault.fingerprint(tx, 'people.slack_name', name);
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;
