import { z } from 'zod';
import { type Clock, newId } from '../clock/index.ts';
import { type Database, orgId, orgOf, type Tx } from '../db/index.ts';
import { handles, type JobHandler, type Jobs, jobKind } from '../jobs/index.ts';
import type { Vault } from '../vault/index.ts';
import { type Message, messageSchema } from './message.ts';
import { deleteMail, findMail, insertMail } from './store.ts';
import type { Transport } from './transport.ts';

export type Mail = {
  /**
   * Sends a mail once the caller's transaction commits; tried again for a day where the mail server is away.
   * @returns its id
   */
  send(tx: Tx, message: Message): Promise<string>;
};

type Parts = { readonly db: Database; readonly clock: Clock; readonly vault: Vault };

const sendMail = jobKind('mail.send', z.object({ orgId: z.uuid(), mailId: z.uuid() }));
const placeOf = (mailId: string) => ({ table: 'outgoing_mails', column: 'sealed', rowId: mailId });

/** Opens the way to send mails. `jobs` is asked late, because the queue is opened with everybody's handlers. */
export function openMail({ clock, vault, jobs }: Parts & { readonly jobs: () => Pick<Jobs, 'enqueue'> }): Mail {
  return {
    send: async (tx, message) => {
      const mailId = newId(clock);
      const sealed = await vault.seal(tx, placeOf(mailId), JSON.stringify(messageSchema.parse(message)));
      await insertMail(tx, mailId, sealed, clock.now());
      await jobs().enqueue(tx, sendMail, { orgId: orgOf(tx), mailId });
      return mailId;
    },
  };
}

/** The work of sending. A mail whose row is gone was sent already. */
export function mailJobs({
  db,
  vault,
  transport,
  onGivenUp,
}: Omit<Parts, 'clock'> & {
  readonly transport: Transport;
  /** Told of a mail that could not be delivered for a day, in the transaction that drops it. */
  readonly onGivenUp?: (tx: Tx, mailId: string) => Promise<void>;
}): JobHandler[] {
  return [
    handles(sendMail, async (payload, context) => {
      const org = orgId(payload.orgId);
      const text = await db.inOrg(org, async (tx) => {
        const sealed = await findMail(tx, payload.mailId);
        return sealed && vault.openText(tx, placeOf(payload.mailId), sealed);
      });
      if (text === null) return;
      try {
        await transport.deliver(payload.mailId, messageSchema.parse(JSON.parse(text)));
      } catch (error) {
        // Nothing personal stays behind: a mail that can't be delivered for a day is dropped with its last try.
        if (context.last) {
          await db.inOrg(org, async (tx) => {
            await deleteMail(tx, payload.mailId);
            await onGivenUp?.(tx, payload.mailId);
          });
        }
        throw error;
      }
      await db.inOrg(org, (tx) => deleteMail(tx, payload.mailId));
    }),
  ];
}
