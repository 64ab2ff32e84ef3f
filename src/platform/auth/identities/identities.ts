import { type Clock, newId } from '../../clock/index.ts';
import type { Database } from '../../db/index.ts';
import type { Box } from '../../vault/index.ts';
import { deleteIdentity, findIdentity, insertIdentity, listIdentities } from './store.ts';

export type LinkedIdentity = { readonly id: string; readonly issuer: string; readonly linkedAt: Date };

export type Identities = {
  /** The user of an issuer's person, or null: nobody has linked that identity. */
  userOf(identity: { readonly issuer: string; readonly subject: string }): Promise<string | null>;
  /** Links an identity that its person has just proved. `taken`: it is another user's. */
  link(userId: string, identity: { readonly issuer: string; readonly subject: string }): Promise<'linked' | 'taken'>;
  list(userId: string): Promise<readonly LinkedIdentity[]>;
  remove(userId: string, id: string): Promise<boolean>;
};

type Parts = { readonly db: Database; readonly clock: Clock; readonly box: Box };

/** Which person of which issuer is which user. Subjects are kept as keyed hashes: some issuers take addresses for them. */
export function openIdentities({ db, clock, box }: Parts): Identities {
  const macOf = ({ issuer, subject }: { issuer: string; subject: string }) => box.mac('subject', issuer, subject);
  const find: Identities['userOf'] = async (identity) =>
    (await db.asOwner((tx) => findIdentity(tx, identity.issuer, macOf(identity))))?.user_id ?? null;
  return {
    userOf: find,
    link: async (userId, identity) => {
      const row = { id: newId(clock), user_id: userId, issuer: identity.issuer, subject_mac: macOf(identity) };
      await db.asOwner((tx) => insertIdentity(tx, { ...row, linked_at: clock.now() }));
      return (await find(identity)) === userId ? 'linked' : 'taken';
    },
    list: async (userId) => {
      const rows = await db.asOwner((tx) => listIdentities(tx, userId));
      return rows.map(({ id, issuer, linked_at }) => ({ id, issuer, linkedAt: linked_at }));
    },
    remove: (userId, id) => db.asOwner((tx) => deleteIdentity(tx, userId, id)),
  };
}
