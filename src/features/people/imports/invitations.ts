import { z } from 'zod';
import type { Address } from '../../../platform/auth/index.ts';
import { type OrgId, orgId, orgOf, type Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import { openAddress } from '../address.ts';
import type { PeopleContext } from '../context.ts';
import { invitationLetter, linkUrl } from '../letters.ts';
import { readOrganisation } from '../organisation.ts';
import { findPerson, updatePerson } from '../store.ts';

const invitationMinutes = 7 * 24 * 60;
const peopleAtOnce = 50;

const inviteImported = jobKind('people.invite_imported', z.object({ orgId: z.uuid(), personIds: z.array(z.uuid()) }));

/** Has invitations mailed once the caller's transaction commits. */
export async function enqueueInvitations(
  { jobs }: Pick<PeopleContext, 'jobs'>,
  tx: Tx,
  personIds: readonly string[],
): Promise<void> {
  for (let from = 0; from < personIds.length; from += peopleAtOnce) {
    const some = personIds.slice(from, from + peopleAtOnce);
    await jobs().enqueue(tx, inviteImported, { orgId: orgOf(tx), personIds: some });
  }
}

type Context = Pick<PeopleContext, 'db' | 'vault' | 'auth' | 'mail' | 'clock' | 'log' | 'publicUrl'>;

/**
 * Gives each imported person the user of their address and mails them the link. Who has a user was invited before a
 * failed try of this job, or came by another way meanwhile: they get no second mail.
 */
export function importJobs(context: Context): readonly JobHandler[] {
  return [
    handles(inviteImported, async ({ orgId: org, personIds }) => {
      for (const id of personIds) await inviteOne(context, orgId(org), id);
    }),
  ];
}

async function inviteOne(context: Context, org: OrgId, id: string): Promise<void> {
  const { db, auth, mail, clock, log, vault, publicUrl } = context;
  const address = await db.inOrg(org, (tx) => waitingAddress(vault, tx, id));
  if (address === null) return;
  const userId = await auth.ensureUser(address, false);
  const token = await auth.createLink({
    purpose: 'invitation',
    subject: { userId, orgId: org },
    minutes: invitationMinutes,
  });
  await db.inOrg(org, async (tx) => {
    const person = await findPerson(tx, { id });
    if (person?.state !== 'invited' || person.userId !== null) return;
    if (await findPerson(tx, { userId })) {
      // That user is somebody here already, under another address: one human is not two people.
      log.warn({ event: 'people.invitation_not_sent', personId: id });
      return;
    }
    await updatePerson(tx, id, { user_id: userId });
    const organisation = (await readOrganisation(tx, clock.now())).name;
    await mail.send(tx, invitationLetter(address, linkUrl(publicUrl, token), { name: person.name, organisation }));
  });
}

async function waitingAddress(vault: PeopleContext['vault'], tx: Tx, id: string): Promise<Address | null> {
  const person = await findPerson(tx, { id });
  return person?.state === 'invited' && person.userId === null ? openAddress(vault, tx, person) : null;
}
