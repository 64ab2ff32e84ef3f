import type { Account } from './contract.ts';

/** Whether there is a second factor: a code from an app, or a passkey, which counts as two at once. */
export function hasSecondFactor(account: Pick<Account, 'secondFactor' | 'passkeys'>): boolean {
  return account.secondFactor.code || account.passkeys.length > 0;
}

/** The shortest password that is taken: it may be shorter where it isn't the only proof. */
export function shortestPassword(account: Pick<Account, 'secondFactor' | 'passkeys'>): number {
  return hasSecondFactor(account) ? 8 : 15;
}

export const longestPassword = 256;

export type PasswordState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'short'; readonly missing: number }
  | { readonly kind: 'long' }
  | { readonly kind: 'fine'; readonly length: number };

/** What the counter says of a password while it is typed. It counts as the server does: code points, after NFKC. */
export function judgePassword(password: string, shortest: number): PasswordState {
  const { length } = [...password.normalize('NFKC')];
  if (length === 0) return { kind: 'empty' };
  if (length < shortest) return { kind: 'short', missing: shortest - length };
  return length > longestPassword ? { kind: 'long' } : { kind: 'fine', length };
}

/**
 * The ways to confirm that it's the person, from what their account has: the second factor, or else the password. A mail
 * is for those with nothing else.
 */
export function confirmingMethods(account: Account): readonly string[] {
  const factors = [...(account.passkeys.length > 0 ? ['passkey'] : []), ...(account.secondFactor.code ? ['code'] : [])];
  if (factors.length > 0) return factors;
  return account.password.set ? ['password'] : ['mail'];
}

/** Whether the server would take an act that needs a fresh proof, with half a minute to get there. */
export function isSteppedUp(account: Account, now: Date): boolean {
  return account.steppedUpUntil !== null && Date.parse(account.steppedUpUntil) - now.getTime() > 30_000;
}

/** A key in groups of four, for typing it off the screen. */
export function inGroups(key: string): string {
  return key.replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** The file that recovery codes are kept in. */
export function recoveryFile(
  codes: readonly string[],
  about: { readonly address: string; readonly day: string; readonly origin: string },
): string {
  return [
    'Recovery codes for Coact',
    `${about.address} at ${about.origin}`,
    `Made on ${about.day}. Earlier codes no longer work.`,
    '',
    ...codes,
    '',
    'Each code lets you in once, in place of your second factor.',
    'Keep them where nobody else can read them, and not only on the device you sign in with.',
    '',
  ].join('\n');
}

const systems: ReadonlyArray<readonly [RegExp, string]> = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/** A name for a passkey that is made here, to begin with; the person may change it. */
export function nameForPasskey(userAgent: string): string {
  const system = systems.find(([pattern]) => pattern.test(userAgent))?.[1];
  return system === undefined ? 'My passkey' : `My ${system}`;
}
