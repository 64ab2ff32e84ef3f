import type { Limits } from '../../platform/http/index.ts';

/**
 * Guesses at one account. From one address few; from everywhere together more, so that a spread attack comes to an end
 * too; and a browser in which the account's person has signed in before counts by itself, so that no attacker can lock
 * them out. Links by mail, passkeys and sign-in elsewhere are not counted here at all.
 */
const here = { name: 'sign-in-guess-here', points: 10, seconds: 900 };
const anywhere = { name: 'sign-in-guess-anywhere', points: 50, seconds: 3_600 };
const known = { name: 'sign-in-guess-known', points: 20, seconds: 900 };

export const guessLimits = [here, anywhere, known].map(({ name }) => name);

export type Guess = {
  /** What is guessed at: an address, known or not, or a user. */
  readonly account: string;
  /** The caller's network address. */
  readonly from: string;
  /** The mark of the browser, where the account's person has signed in there before. */
  readonly device: string | null;
};

/** Whether one more guess may be checked. Known and unknown accounts are counted alike. */
export async function admitGuess(
  limits: Limits,
  { account, from, device }: Guess,
): Promise<Awaited<ReturnType<Limits['consume']>>> {
  if (device !== null) return limits.consume(known, `${account} ${device}`);
  // First the narrow one: a single address can't use up what the account has for all.
  const fromHere = await limits.consume(here, `${account} ${from}`);
  return fromHere.ok ? limits.consume(anywhere, account) : fromHere;
}
