import type { Tx } from '../../platform/db/index.ts';
import { type Letter, setLetter } from '../../platform/mail/index.ts';
import { openAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { addresseesOf } from './notices/store.ts';

/** A letter that somebody asked for. */
export interface Asked {
  readonly subject: string;
  readonly letter: Letter;
  /** Where they end it, by one click of their mail program. */
  readonly unsubscribeUrl?: string;
}

/** Writes to somebody's own address, once the transaction commits. @returns false where they have none, or are not active */
export async function writeTo(
  { vault, mail }: Pick<PeopleContext, 'vault' | 'mail'>,
  tx: Tx,
  personId: string,
  { subject, letter, unsubscribeUrl }: Asked,
): Promise<boolean> {
  const person = (await addresseesOf(tx, [personId])).get(personId);
  const to = person?.state === 'active' ? await openAddress(vault, tx, person) : null;
  if (to === null) return false;
  await mail.send(tx, { to, subject, ...setLetter(letter), unsubscribeUrl });
  return true;
}
