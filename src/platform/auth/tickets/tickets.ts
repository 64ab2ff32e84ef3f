import type { Clock } from '../../clock/index.ts';
import type { Database } from '../../db/index.ts';
import { randomToken, tokenHash } from '../../vault/index.ts';
import {
  deleteTickets,
  findTicket,
  putTicket,
  setSubject,
  spendTry,
  type TicketKey,
  type TicketRow,
  type TicketSubject,
  takeTicket,
} from './store.ts';

/** What a browser, or a session, is in the midst of proving. */
export type TicketPurpose = 'second_factor' | 'passkey_sign_in' | 'passkey_step_up' | 'passkey_adding' | 'mail_code';

export type Ticket = { readonly userId: string | null; readonly subject: TicketSubject; readonly triesLeft: number };

export type WantedTicket = {
  readonly purpose: TicketPurpose;
  readonly userId: string | null;
  readonly subject: TicketSubject;
  readonly minutes: number;
  readonly tries: number;
  /** Given where something else already names it (a session's id); else a random one is made. */
  readonly secret?: string;
};

export type Tickets = {
  /** Opens a ticket and returns its secret, which is stored nowhere. */
  open(wanted: WantedTicket): Promise<string>;
  find(purpose: TicketPurpose, secret: string): Promise<Ticket | null>;
  /** Uses up one try. Null when the ticket is unknown, has ended, or has no try left. */
  spend(purpose: TicketPurpose, secret: string): Promise<Ticket | null>;
  /** Keeps more with a ticket: the challenge that was sent to its browser. */
  note(purpose: TicketPurpose, secret: string, subject: TicketSubject): Promise<void>;
  /** Takes a ticket, once. */
  take(purpose: TicketPurpose, secret: string): Promise<Ticket | null>;
  /** Makes useless all that was begun for a user: what they must prove has changed. */
  withdraw(userId: string): Promise<void>;
};

type Parts = { readonly db: Database; readonly clock: Clock };

/** Tickets: short-lived, stored as hashes, of so many tries, and used once. */
export function openTickets({ db, clock }: Parts): Tickets {
  const keyOf = (purpose: TicketPurpose, secret: string): TicketKey => ({
    hash: tokenHash(secret),
    purpose,
    now: clock.now(),
  });
  const read = (row: TicketRow | null): Ticket | null =>
    row && { userId: row.user_id, subject: row.subject, triesLeft: row.tries_left };
  return {
    open: async ({ purpose, userId, subject, minutes, tries, secret = randomToken() }) => {
      const now = clock.now();
      await db.asOwner(async (tx) => {
        await deleteTickets(tx, { endedBefore: now });
        await putTicket(tx, {
          ...{ secret_hash: tokenHash(secret), purpose, user_id: userId, subject },
          ...{ tries_left: tries, expires_at: new Date(now.getTime() + minutes * 60_000) },
        });
      });
      return secret;
    },
    find: async (purpose, secret) => read(await db.asOwner((tx) => findTicket(tx, keyOf(purpose, secret)))),
    spend: async (purpose, secret) => read(await db.asOwner((tx) => spendTry(tx, keyOf(purpose, secret)))),
    note: (purpose, secret, subject) => db.asOwner((tx) => setSubject(tx, keyOf(purpose, secret), subject)),
    take: async (purpose, secret) => read(await db.asOwner((tx) => takeTicket(tx, keyOf(purpose, secret)))),
    withdraw: (userId) => db.asOwner((tx) => deleteTickets(tx, { userId })),
  };
}
