import type { PhoneProblem, PhoneResult } from './phone.ts';

/** Twilio's codes for what we treat apart; all others are `rejected`. Source: www.twilio.com/docs/api/errors */
const problems: ReadonlyMap<number, PhoneProblem> = new Map([
  ...of('bad_number', [21211, 21214, 21217, 21265, 21612]),
  ...of('no_texts', [21614]),
  ...of('opted_out', [21610]),
  // A country that is not switched on, or a trial account and a number that it does not know.
  ...of('not_allowed', [10002, 21215, 21216, 21219, 21408, 21608, 32205]),
  ...of('bad_sender', [21210, 21212, 21601, 21606, 21659, 21660]),
  ...of('bad_credentials', [10001, 20003, 20005, 20008]),
  // Its queue for our number is full, or as many calls run as may.
  ...of('busy', [10004, 20429, 21611]),
]);

function of(problem: PhoneProblem, codes: readonly number[]): [number, PhoneProblem][] {
  return codes.map((code) => [code, problem]);
}

/** Seconds to wait where Twilio names none. */
const pause = 10;
const longestPause = 900;

/**
 * What an answer that is no success means.
 *
 * After a 429 nothing was done and trying again is safe (www.twilio.com/docs/api/errors/20429). The API has no key
 * against doing a thing twice, so that after a 5xx nobody knows.
 */
export function refusalOf(status: number, code: number | null, retryAfter: string | null): PhoneResult {
  const problem = (code === null ? undefined : problems.get(code)) ?? problemOfStatus(status);
  if (problem !== 'busy') return { ok: false, problem };
  const seconds = Number(retryAfter);
  return { ok: false, problem, retryAfter: seconds > 0 ? Math.min(Math.ceil(seconds), longestPause) : pause };
}

function problemOfStatus(status: number): PhoneProblem {
  if (status === 429) return 'busy';
  if (status === 401 || status === 403) return 'bad_credentials';
  return status >= 500 ? 'unknown_outcome' : 'rejected';
}
