import { type Clock, newId } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import { type HashCost, openBox, openPasswordHasher, randomToken, tokenHash, type Vault } from '../vault/index.ts';
import type { Address } from './address.ts';
import { type Library, openLibrary } from './library.ts';
import { openProofs, type Proofs } from './proofs.ts';
import { safeReturnTo } from './return-to.ts';
import { openSessions, type Sessions } from './sessions.ts';
import { deleteLinks, findLink, findUserId, insertLink, type LinkPurpose, type LinkRow, takeLink } from './store.ts';

/** What a one-time link was for. `subject` holds ids and sealed values only, as its purpose needs them. */
export type RedeemedLink = {
  readonly purpose: LinkPurpose;
  readonly subject: Readonly<Record<string, string>>;
  readonly returnTo: string;
};

export type WantedLink = {
  readonly purpose: LinkPurpose;
  readonly subject: Readonly<Record<string, string>>;
  readonly minutes: number;
  readonly returnTo?: string | undefined;
};

export type Auth = Sessions &
  Proofs & {
    /** Makes a one-time link and returns its secret, which is stored nowhere. */
    createLink(link: WantedLink): Promise<string>;
    /** What a link is for, without using it up. */
    peekLink(token: string): Promise<RedeemedLink | null>;
    /** Takes a link, once. Null when it is unknown, was used, or has expired. */
    redeemLink(token: string): Promise<RedeemedLink | null>;
    /** Makes every outstanding link of that purpose useless. */
    withdrawLinks(purpose: LinkPurpose): Promise<void>;
    /** Makes every outstanding link into an organisation useless, and forgets that there was one. */
    withdrawLinksOf(orgId: string): Promise<void>;
    userOf(address: Address): Promise<string | null>;
    /** The user of an address, made if there is none. `proved`: its holder has just shown that it is theirs. */
    ensureUser(address: Address, proved: boolean): Promise<string>;
    /** Notes that a user has shown their address to be theirs. */
    proveAddress(userId: string): Promise<void>;
    /** A user without an address: the owner of a fresh installation. */
    createUser(): Promise<string>;
    /** Gives a user an address, unless another has it. It counts as proved once a link sent there was used. */
    setAddress(userId: string, address: Address): Promise<'set' | 'taken'>;
  };

type Settings = {
  readonly db: Database;
  readonly clock: Clock;
  readonly vault: Vault;
  readonly publicUrl: string;
  /** How dear a password's hash is; for tests. */
  readonly passwordCost?: HashCost;
};

/** Opens sign-in. Its secrets are kept by the vault, sealed under the root key. */
export async function openAuth(settings: Settings): Promise<Auth> {
  const secret = await settings.vault.instanceText('auth.cookies', async () => randomToken());
  const addressKey = await settings.vault.instanceText('auth.addresses', async () => randomToken());
  const pepper = await settings.vault.instanceText('auth.passwords', async () => randomToken());
  const box = openBox(await settings.vault.instanceText('auth.proofs', async () => randomToken()));
  const hasher = openPasswordHasher(pepper, settings.passwordCost);
  const library = await openLibrary({ ...settings, secret });
  // Keyed, because addresses can be guessed: without the key the table says nothing about who has an account.
  const emailOf = (address: Address) =>
    `${Buffer.from(tokenHash(`${addressKey}:${address}`)).toString('hex')}@sealed.invalid`;
  return {
    ...openSessions(library, settings.db),
    ...openProofs({ ...settings, box, hasher }),
    ...links(settings),
    ...users(library, settings, emailOf),
  };
}

type Links = Pick<Auth, 'createLink' | 'peekLink' | 'redeemLink' | 'withdrawLinks' | 'withdrawLinksOf'>;

function links({ db, clock }: Settings): Links {
  const read = (row: LinkRow | null): RedeemedLink | null => {
    if (!row || row.expires_at <= clock.now()) return null;
    return { purpose: row.purpose, subject: row.subject, returnTo: safeReturnTo(row.return_to) };
  };
  return {
    createLink: async ({ purpose, subject, minutes, returnTo }) => {
      const token = randomToken();
      const now = clock.now();
      await db.asOwner(async (tx) => {
        await deleteLinks(tx, { endedBefore: now });
        await insertLink(tx, {
          token_hash: tokenHash(token),
          purpose,
          subject,
          return_to: safeReturnTo(returnTo),
          created_at: now,
          expires_at: new Date(now.getTime() + minutes * 60_000),
        });
      });
      return token;
    },
    peekLink: async (token) => read(await db.asOwner((tx) => findLink(tx, tokenHash(token)))),
    redeemLink: async (token) => read(await db.asOwner((tx) => takeLink(tx, tokenHash(token)))),
    withdrawLinks: (purpose) => db.asOwner((tx) => deleteLinks(tx, { purpose })),
    withdrawLinksOf: (orgId) => db.asOwner((tx) => deleteLinks(tx, { orgId })),
  };
}

function users(
  library: Library,
  { db, clock }: Settings,
  emailOf: (address: Address) => string,
): Pick<Auth, 'userOf' | 'ensureUser' | 'proveAddress' | 'createUser' | 'setAddress'> {
  const create = async (email: string, emailVerified: boolean) => {
    const { internalAdapter } = await library.$context;
    const user = await internalAdapter.createUser({ name: '', email, emailVerified }, { method: 'magic-link' });
    return user.id;
  };
  const proveAddress = async (userId: string) => {
    const { internalAdapter } = await library.$context;
    await internalAdapter.updateUser(userId, { emailVerified: true });
  };
  const userOf = (address: Address) => db.asOwner((tx) => findUserId(tx, emailOf(address)));
  return {
    userOf,
    ensureUser: async (address, proved) => {
      const known = await userOf(address);
      if (known !== null && proved) await proveAddress(known);
      if (known !== null) return known;
      return create(emailOf(address), proved).catch(async (error: unknown) => {
        // Somebody else made this user at the same moment.
        const made = await userOf(address);
        if (made === null) throw error;
        return made;
      });
    },
    proveAddress,
    createUser: () => create(`${newId(clock)}@none.invalid`, false),
    setAddress: async (userId, address) => {
      const owner = await userOf(address);
      if (owner !== null && owner !== userId) return 'taken';
      const { internalAdapter } = await library.$context;
      await internalAdapter.updateUser(userId, { email: emailOf(address), emailVerified: false });
      return 'set';
    },
  };
}
