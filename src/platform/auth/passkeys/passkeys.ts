import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { type Clock, newId } from '../../clock/index.ts';
import type { Database } from '../../db/index.ts';
import type { CreatedPasskey, PasskeyAnswer } from './answers.ts';
import {
  deletePasskey,
  findPasskey,
  insertPasskey,
  listPasskeys,
  noteUse,
  type PasskeyRow,
  renamePasskey,
} from './store.ts';

export type Passkey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

/** Options for the browser, to be handed on as they are. `challenge` stands in them too. */
export type PasskeyOptions = { readonly options: object; readonly challenge: string };

export type Passkeys = {
  /** @param shown what the passkey is called in lists of the device */
  addingOptions(user: { readonly userId: string; readonly shown: string }): Promise<PasskeyOptions>;
  /** Adds what the browser made for that challenge; null when it is not an answer to it. */
  add(userId: string, made: CreatedPasskey, challenge: string, name: string): Promise<Passkey | null>;
  /** For a user's own passkeys, or (null) for whichever the person chooses. */
  askingOptions(userId: string | null): Promise<PasskeyOptions>;
  /** The user whose passkey answered that challenge on our own pages, having verified its person; else null. */
  check(answer: PasskeyAnswer, challenge: string): Promise<string | null>;
  list(userId: string): Promise<readonly Passkey[]>;
  rename(userId: string, id: string, name: string): Promise<boolean>;
  remove(userId: string, id: string): Promise<boolean>;
};

type Parts = { readonly db: Database; readonly clock: Clock; readonly publicUrl: string };

const mostPasskeys = 20;

/**
 * Passkeys (WebAuthn Level 3), bound to this installation's origin and always with user verification: possession and
 * PIN or biometrics, two factors in one.
 */
export function openPasskeys({ db, clock, publicUrl }: Parts): Passkeys {
  const { origin, hostname: rpID } = new URL(publicUrl);
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: true };
  const rowsOf = (userId: string) => db.asOwner((tx) => listPasskeys(tx, userId));
  return {
    addingOptions: async ({ userId, shown }) => {
      const known = await rowsOf(userId);
      const options = await generateRegistrationOptions({
        ...{ rpName: 'Coact', rpID, userID: new Uint8Array(handleOf(userId)), userName: shown, userDisplayName: shown },
        attestationType: 'none',
        excludeCredentials: known.map(({ credential_id }) => ({ id: credential_id })),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
      return { options, challenge: options.challenge };
    },
    add: async (userId, made, expectedChallenge, name) => {
      if ((await rowsOf(userId)).length >= mostPasskeys) return null;
      const response = made as RegistrationResponseJSON;
      const verified = await verifyRegistrationResponse({ response, expectedChallenge, ...expected }).catch(() => null);
      if (!verified?.verified) return null;
      const { credential } = verified.registrationInfo;
      const row: PasskeyRow = {
        ...{ id: newId(clock), user_id: userId, credential_id: credential.id, public_key: credential.publicKey },
        ...{ counter: credential.counter, transports: made.response.transports ?? [], name },
        ...{ created_at: clock.now(), last_used_at: null },
      };
      return (await db.asOwner((tx) => insertPasskey(tx, row))) ? asPasskey(row) : null;
    },
    askingOptions: async (userId) => {
      const known = userId === null ? [] : await rowsOf(userId);
      const allowCredentials = known.map(({ credential_id }) => ({ id: credential_id }));
      const options = await generateAuthenticationOptions({ rpID, userVerification: 'required', allowCredentials });
      return { options, challenge: options.challenge };
    },
    check: async (answer, expectedChallenge) => {
      const row = await db.asOwner((tx) => findPasskey(tx, answer.id));
      if (!row) return null;
      const { userHandle, ...response } = answer.response;
      if (userHandle && userHandle !== handleOf(row.user_id).toString('base64url')) return null;
      const { authenticatorAttachment: _where, ...rest } = answer;
      const credential = { id: row.credential_id, publicKey: new Uint8Array(row.public_key), counter: row.counter };
      const proof = { response: { ...rest, response }, expectedChallenge, credential, ...expected };
      // The library also refuses a counter that did not grow: the passkey was copied.
      const verified = await verifyAuthenticationResponse(proof).catch(() => null);
      if (!verified?.verified) return null;
      const use = { id: row.id, former: row.counter, counter: verified.authenticationInfo.newCounter, at: clock.now() };
      return (await db.asOwner((tx) => noteUse(tx, use))) ? row.user_id : null;
    },
    list: async (userId) => (await rowsOf(userId)).map(asPasskey),
    rename: (userId, id, name) => db.asOwner((tx) => renamePasskey(tx, userId, id, name)),
    remove: (userId, id) => db.asOwner((tx) => deletePasskey(tx, userId, id)),
  };
}

/** What a device keeps to tell whose passkey it is: the user's id, which says nothing about them. */
function handleOf(userId: string): Buffer {
  return Buffer.from(userId, 'utf8');
}

function asPasskey({ id, name, created_at, last_used_at }: PasskeyRow): Passkey {
  return { id, name, createdAt: created_at, lastUsedAt: last_used_at };
}
