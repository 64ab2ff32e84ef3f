import { z } from 'zod';
import type { Config } from '../config/index.ts';
import { EgressRefused, nothingWasSent, trustedFetch } from '../egress/index.ts';
import type { Log } from '../log/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { isPhoneNumber, longestSpeech, longestText, type Phone, type PhoneResult } from './phone.ts';
import { refusalOf } from './refusals.ts';
import { speechTwiml } from './twiml.ts';

export type TwilioSettings = NonNullable<Config['twilio']>;

interface Parts {
  readonly log: Log;
  readonly telemetry?: Telemetry;
  /** Milliseconds; for tests. */
  readonly timeoutMs?: number;
}

type Resource = 'Messages' | 'Calls';

const accepted = z.object({ sid: z.string().regex(/^(SM|MM|CA)[0-9a-f]{32}$/i) });
const refused = z.object({ code: z.number().int() });

/**
 * Texts and calls through Twilio's REST API of 2010-04-01. It is asked once and never told numbers or words in an
 * address: they stand in the form that is posted. What it says of a text later (delivered or not) is not listened to.
 */
export function openTwilio(settings: TwilioSettings, { log, telemetry, timeoutMs = 15_000 }: Parts): Phone {
  const fetch = trustedFetch([settings.url], { telemetry, timeoutMs, maxBytes: 100_000 });
  const authorization = `Basic ${Buffer.from(`${settings.user}:${settings.password}`).toString('base64')}`;

  const create = async (resource: Resource, to: string, more: Readonly<Record<string, string>>) => {
    if (!isPhoneNumber(to)) return { ok: false, problem: 'bad_number' } as const;
    const address = `${settings.url}/2010-04-01/Accounts/${settings.accountSid}/${resource}.json`;
    const body = new URLSearchParams({ To: to, From: settings.from, ...more });
    const headers = { authorization, accept: 'application/json' };
    let result: PhoneResult;
    try {
      result = await read(await fetch(address, { method: 'POST', headers, body, redirect: 'error' }));
    } catch (error) {
      if (!(error instanceof EgressRefused)) throw error;
      result = { ok: false, problem: nothingWasSent(error.reason) ? 'unreachable' : 'unknown_outcome' };
    }
    if (!result.ok) log.warn({ event: 'phone.call_failed', resource, problem: result.problem });
    return result;
  };

  return {
    text: async (to, body) => create('Messages', to, { Body: within(body, longestText) }),
    call: async (to, words) => create('Calls', to, { Twiml: speechTwiml(within(words, longestSpeech)) }),
  };
}

async function read(response: Response): Promise<PhoneResult> {
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) {
    const taken = accepted.safeParse(answer);
    return taken.success ? { ok: true, id: taken.data.sid } : { ok: false, problem: 'unknown_outcome' };
  }
  const told = refused.safeParse(answer);
  return refusalOf(response.status, told.success ? told.data.code : null, response.headers.get('retry-after'));
}

function within(text: string, most: number): string {
  if (text.trim() === '' || text.length > most) throw new RangeError(`words for a phone have 1 to ${most} characters`);
  return text;
}
