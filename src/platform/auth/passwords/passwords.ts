import type { Clock } from '../../clock/index.ts';
import type { Database } from '../../db/index.ts';
import type { PasswordHasher } from '../../vault/index.ts';
import { loadBlocklist } from './blocklist.ts';
import { findFault, normalisePassword, type PasswordFault, passwordLength, passwordLengths } from './rules.ts';
import { deletePassword, findPassword, putPassword, replaceHash } from './store.ts';

export type PasswordState = {
  readonly set: boolean;
  readonly changedAt: Date | null;
  /** Long enough to be the only proof. */
  readonly standsAlone: boolean;
};

export type Passwords = {
  /** Sets a password unless something speaks against it. @throws HashingBusy */
  set(
    userId: string,
    password: string,
    circumstances: { readonly secondFactor: boolean; readonly words: readonly string[] },
  ): Promise<PasswordFault | null>;
  /**
   * Whether it is the user's password. Takes as long for a user without one, and for nobody (null).
   * @throws HashingBusy
   */
  check(userId: string | null, password: string): Promise<boolean>;
  state(userId: string): Promise<PasswordState>;
  remove(userId: string): Promise<void>;
};

type Parts = { readonly db: Database; readonly clock: Clock; readonly hasher: PasswordHasher };

const nobody = '00000000-0000-0000-0000-000000000000';

/** Passwords of users: hashed by the vault, checked against the list and the person's own words when they are set. */
export function openPasswords({ db, clock, hasher }: Parts): Passwords {
  return {
    set: async (userId, password, circumstances) => {
      const fault = findFault(password, { ...circumstances, isCommon: await loadBlocklist() });
      if (fault) return fault;
      const hash = await hasher.hash(normalisePassword(password));
      const stands_alone = passwordLength(password) >= passwordLengths.alone;
      await db.asOwner((tx) => putPassword(tx, userId, { hash, stands_alone, changed_at: clock.now() }));
      return null;
    },
    check: async (userId, password) => {
      // Longer ones were never set; hashing them would only cost time.
      const text = normalisePassword(password.slice(0, passwordLengths.most * 4));
      // For nobody the same is done in vain, so that the time says nothing.
      const row = await db.asOwner((tx) => findPassword(tx, userId ?? nobody));
      const { ok, stale } = await hasher.check(text, row?.hash ?? null);
      if (ok && stale && row && userId !== null) {
        const hash = await hasher.hash(text);
        await db.asOwner((tx) => replaceHash(tx, userId, row.hash, hash));
      }
      return ok;
    },
    state: async (userId) => {
      const row = await db.asOwner((tx) => findPassword(tx, userId));
      return { set: row !== null, changedAt: row?.changed_at ?? null, standsAlone: row?.stands_alone ?? false };
    },
    remove: (userId) => db.asOwner((tx) => deletePassword(tx, userId)),
  };
}
