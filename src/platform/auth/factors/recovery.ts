import type { Clock } from '../../clock/index.ts';
import type { Database } from '../../db/index.ts';
import { type Box, randomToken } from '../../vault/index.ts';
import { countRecoveryCodes, replaceRecoveryCodes, takeRecoveryCode } from './store.ts';

export type RecoveryCodes = {
  /** Ten codes in the place of all before; shown once and kept as keyed hashes. */
  renew(userId: string): Promise<readonly string[]>;
  /** Takes a code, once, written in capitals or with blanks as it may be. */
  use(userId: string, code: string): Promise<boolean>;
  left(userId: string): Promise<number>;
  remove(userId: string): Promise<void>;
};

type Parts = { readonly db: Database; readonly clock: Clock; readonly box: Box };

const count = 10;
// Without i, l, o and u: nobody should wonder what they have written down.
const letters = '0123456789abcdefghjkmnpqrstvwxyz';

/** For the day on which the phone is gone: 80 random bits each, so that guessing is no way. */
export function openRecoveryCodes({ db, clock, box }: Parts): RecoveryCodes {
  const macOf = (userId: string, code: string) => {
    const plain = code.toLowerCase().replaceAll(/[^0-9a-z]/g, '');
    return box.mac('recovery code', userId, plain.replaceAll('o', '0').replaceAll(/[il]/g, '1'));
  };
  const put = (userId: string, codes: readonly string[]) =>
    db.asOwner((tx) =>
      replaceRecoveryCodes(
        tx,
        userId,
        codes.map((code) => macOf(userId, code)),
        clock.now(),
      ),
    );
  return {
    renew: async (userId) => {
      const codes = Array.from({ length: count }, makeCode);
      await put(userId, codes);
      return codes;
    },
    use: (userId, code) => db.asOwner((tx) => takeRecoveryCode(tx, userId, macOf(userId, code))),
    left: (userId) => db.asOwner((tx) => countRecoveryCodes(tx, userId)),
    remove: (userId) => put(userId, []),
  };
}

/** Sixteen letters in fours; 32 letters make five bits of each byte, evenly. */
function makeCode(): string {
  const bytes = Buffer.from(randomToken(), 'base64url').subarray(0, 16);
  const text = [...bytes].map((byte) => letters[byte % letters.length]).join('');
  return text.replace(/(.{4})(?=.)/g, '$1-');
}
