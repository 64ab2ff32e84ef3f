import { Secret, TOTP } from 'otpauth';
import type { Clock } from '../../clock/index.ts';
import type { Database } from '../../db/index.ts';
import type { Box } from '../../vault/index.ts';
import { confirmShown, deleteGenerator, findGenerator, putShown, useStep } from './store.ts';

export type Codes = {
  /** Makes a secret to be put into an app, shown once. What is set up already holds until the first code confirms it. */
  begin(userId: string, label: string): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Takes the first code of the shown secret; from then on its codes count. */
  confirm(userId: string, code: string): Promise<boolean>;
  /** Whether a code is the present one, the one before or the one after. Each works once. */
  check(userId: string, code: string): Promise<boolean>;
  isSet(userId: string): Promise<boolean>;
  remove(userId: string): Promise<void>;
};

type Parts = { readonly db: Database; readonly clock: Clock; readonly box: Box };

const period = 30;
const shownMinutes = 30;
const placeOf = (userId: string) => ({ table: 'code_generators', column: 'secret', rowId: userId });

/** Codes by time (TOTP, RFC 6238): six digits, SHA-1, 30 seconds, as every app for them knows. */
export function openCodes({ db, clock, box }: Parts): Codes {
  const stepOf = (userId: string, sealed: Uint8Array, code: string): number | null => {
    const token = code.replaceAll(/\s/g, '');
    if (!/^\d{6}$/.test(token)) return null;
    const secret = Secret.fromBase32(box.openText(placeOf(userId), sealed));
    const timestamp = clock.now().getTime();
    const delta = TOTP.validate({ token, secret, window: 1, timestamp, period, digits: 6, algorithm: 'SHA1' });
    return delta === null ? null : TOTP.counter({ period, timestamp }) + delta;
  };
  return {
    begin: async (userId, label) => {
      // 160 bits, as RFC 4226 recommends.
      const secret = new Secret({ size: 20 });
      const sealed = box.seal(placeOf(userId), secret.base32);
      await db.asOwner((tx) => putShown(tx, userId, { secret: sealed, at: clock.now() }));
      const totp = new TOTP({ issuer: 'Coact', label, secret, algorithm: 'SHA1', digits: 6, period });
      return { secret: secret.base32, uri: totp.toString() };
    },
    confirm: async (userId, code) => {
      const row = await db.asOwner((tx) => findGenerator(tx, userId));
      const [shown, shownAt] = [row?.shown_secret, row?.shown_at];
      if (!shown || !shownAt || clock.now().getTime() - shownAt.getTime() > shownMinutes * 60_000) return false;
      const step = stepOf(userId, shown, code);
      if (step === null) return false;
      return db.asOwner((tx) => confirmShown(tx, userId, { shown, at: clock.now(), step }));
    },
    check: async (userId, code) => {
      const row = await db.asOwner((tx) => findGenerator(tx, userId));
      const step = row?.secret ? stepOf(userId, row.secret, code) : null;
      return step === null ? false : db.asOwner((tx) => useStep(tx, userId, step));
    },
    isSet: async (userId) => {
      const row = await db.asOwner((tx) => findGenerator(tx, userId));
      return row !== null && row.confirmed_at !== null;
    },
    remove: (userId) => db.asOwner((tx) => deleteGenerator(tx, userId)),
  };
}
