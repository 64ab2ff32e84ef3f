import type { z } from 'zod';
import { isLoopback } from './loopback.ts';
import type { settings } from './settings.ts';

type Read = z.infer<z.ZodObject<typeof settings>>;

const names = ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_API_KEY_SID', 'TWILIO_API_KEY_SECRET', 'TWILIO_FROM'];

/** The account for texts and calls, with whichever pair of credentials was given. Null where it is not set up. */
export function twilioOf(read: Read) {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_API_KEY_SID: keySid, TWILIO_FROM: from } = read;
  const user = keySid ?? accountSid;
  const password = keySid === undefined ? read.TWILIO_AUTH_TOKEN : read.TWILIO_API_KEY_SECRET;
  if (accountSid === undefined || user === undefined || password === undefined || from === undefined) return null;
  return Object.freeze({ url: read.TWILIO_URL, accountSid, user, password, from });
}

/** What is wrong with the settings of the account: half an account would silently text nobody. */
export function findTwilioProblems(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const problems: string[] = [];
  const has = (name: string) => given[name] !== undefined;
  if (names.some(has)) {
    const byKey = has('TWILIO_API_KEY_SID') || has('TWILIO_API_KEY_SECRET');
    const needed = byKey ? ['TWILIO_API_KEY_SID', 'TWILIO_API_KEY_SECRET'] : ['TWILIO_AUTH_TOKEN'];
    for (const name of ['TWILIO_ACCOUNT_SID', ...needed, 'TWILIO_FROM'].filter((one) => !has(one))) {
      problems.push(`${name}: texts and calls need it; give it, or leave all settings of Twilio out.`);
    }
    if (byKey && has('TWILIO_AUTH_TOKEN')) {
      problems.push('TWILIO_AUTH_TOKEN: an API key is given too; give one of the two.');
    }
  }
  const address = URL.parse(given.TWILIO_URL ?? '');
  if (address?.protocol === 'http:' && !isLoopback(address.hostname)) {
    problems.push('TWILIO_URL: plain http is for localhost only; use https.');
  }
  return problems;
}
