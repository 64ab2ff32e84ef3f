import type { Clock } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import type { Box, PasswordHasher } from '../vault/index.ts';
import { type Devices, openDevices } from './devices/devices.ts';
import { type Codes, openCodes } from './factors/codes.ts';
import { openRecoveryCodes, type RecoveryCodes } from './factors/recovery.ts';
import { type Identities, openIdentities } from './identities/identities.ts';
import { openPasskeys, type Passkeys } from './passkeys/passkeys.ts';
import { openPasswords, type Passwords } from './passwords/passwords.ts';
import type { Session, StepUpMethod } from './session.ts';
import { hasProvedAddress } from './store.ts';
import { openTickets, type Tickets } from './tickets/tickets.ts';

export type SecondFactorMethod = 'code' | 'passkey' | 'recovery';

/** By what users prove to be themselves, besides links. */
export type Proofs = {
  readonly passwords: Passwords;
  readonly codes: Codes;
  readonly recovery: RecoveryCodes;
  readonly passkeys: Passkeys;
  readonly identities: Identities;
  readonly tickets: Tickets;
  readonly devices: Devices;
  /** With which second factors a user can end a sign-in; empty when they have none. */
  secondFactors(userId: string): Promise<readonly SecondFactorMethod[]>;
  /** By what the person of a session can prove that it is still them; recovery codes go besides. */
  stepUpMethods(session: Pick<Session, 'userId' | 'secondFactor'>): Promise<readonly StepUpMethod[]>;
  /** Whether the user's address was shown to be theirs: a mail to it reaches them. */
  hasProvedAddress(userId: string): Promise<boolean>;
  /** A keyed hash within this installation, for what must be recognised but not read. */
  mac(purpose: string, ...parts: readonly string[]): string;
};

type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly box: Box;
  readonly hasher: PasswordHasher;
  readonly publicUrl: string;
};

export function openProofs(parts: Parts): Proofs {
  const { db, box } = parts;
  const [passwords, codes, passkeys] = [openPasswords(parts), openCodes(parts), openPasskeys(parts)];
  const recovery = openRecoveryCodes(parts);
  const proved = (userId: string) => db.asOwner((tx) => hasProvedAddress(tx, userId));
  const factorsOf = async (userId: string) => ({
    code: await codes.isSet(userId),
    passkey: (await passkeys.list(userId)).length > 0,
  });
  return {
    ...{ passwords, codes, passkeys, recovery },
    ...{ identities: openIdentities(parts), tickets: openTickets(parts), devices: openDevices(box) },
    secondFactors: async (userId) => {
      const { code, passkey } = await factorsOf(userId);
      if (!code && !passkey) return [];
      const left = await recovery.left(userId);
      return [
        ...(code ? ['code' as const] : []),
        ...(passkey ? ['passkey' as const] : []),
        ...(left > 0 ? ['recovery' as const] : []),
      ];
    },
    stepUpMethods: async ({ userId, secondFactor }) => {
      const { code, passkey } = await factorsOf(userId);
      const { set } = await passwords.state(userId);
      const methods: StepUpMethod[] = [];
      if (passkey) methods.push('passkey');
      if (code) methods.push('code');
      // A password alone proves nothing new where a second factor exists that this session has not shown.
      if (set && (secondFactor || methods.length === 0)) methods.push('password');
      if (methods.length === 0 && (await proved(userId))) methods.push('mail');
      return methods;
    },
    hasProvedAddress: proved,
    mac: (purpose, ...rest) => box.mac(`auth ${purpose}`, ...rest),
  };
}
