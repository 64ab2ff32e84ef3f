import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TwilioSettings } from '../../src/platform/phone/index.ts';
import { type LocalServer, listenHttp } from './local-server.ts';

/** What Twilio took on itself. */
export interface Taken {
  readonly resource: 'Messages' | 'Calls';
  readonly to: string;
  readonly from: string;
  /** The text, or the TwiML of the call. */
  readonly body: string;
}

/** What the next request meets in place of the usual. */
type Fault =
  | { readonly status: number; readonly code?: number; readonly retryAfter?: string }
  /** It is done, but the connection breaks before the answer. */
  | 'hang_up'
  /** It is done, and the answer is no JSON. */
  | 'gibberish';

export interface TwilioStandIn extends AsyncDisposable {
  readonly server: LocalServer;
  readonly settings: TwilioSettings;
  readonly taken: readonly Taken[];
  readonly faults: Fault[];
  /** They have answered STOP. */
  readonly optedOut: Set<string>;
  readonly landlines: Set<string>;
}

const accountSid = `AC${'a1'.repeat(16)}`;
const keySid = `SK${'b2'.repeat(16)}`;
const ownNumber = '+15005550006';
const passwords = new Map([
  [accountSid, 'auth-token'],
  [keySid, 'key-secret'],
]);

class Refused extends Error {
  readonly status: number;
  readonly code: number;
  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const refuse = (code: number, message: string, status = 400): never => {
  throw new Refused(status, code, message);
};

/**
 * Stands in for Twilio's REST API of 2010-04-01 on loopback: Messages and Calls of one account, refused with the status
 * and code that the documentation gives (www.twilio.com/docs/api/errors).
 */
export async function startTwilio(): Promise<TwilioStandIn> {
  const state = {
    taken: [] as Taken[],
    faults: [] as Fault[],
    optedOut: new Set<string>(),
    landlines: new Set<string>(),
  };
  const server = await listenHttp(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    try {
      await answer(state, request, Buffer.concat(chunks).toString('utf8'), response);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status, code, message } = error;
      const more = `https://www.twilio.com/docs/errors/${code}`;
      send(response, status, { code, message, more_info: more, status });
    }
  });
  const settings = { url: server.origin, accountSid, user: keySid, password: 'key-secret', from: ownNumber };
  return { ...state, server, settings, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

type State = Pick<TwilioStandIn, 'faults' | 'optedOut' | 'landlines'> & { readonly taken: Taken[] };

async function answer(state: State, request: IncomingMessage, text: string, response: ServerResponse): Promise<void> {
  checkCredentials(request.headers.authorization);
  const [, account, resource] =
    /^\/2010-04-01\/Accounts\/([^/?]+)\/(Messages|Calls)\.json$/.exec(request.url ?? '') ?? [];
  if (account !== accountSid) return refuse(20404, 'The requested resource was not found', 404);
  if (request.method !== 'POST') return refuse(20004, 'Method not allowed', 405);
  const fault = state.faults.shift();
  if (typeof fault === 'object') return fail(fault, response);
  // What is no form has no parameters.
  const isForm = /^application\/x-www-form-urlencoded(;|$)/.test(request.headers['content-type'] ?? '');
  const form = new URLSearchParams(isForm ? text : '');
  const [taken, prefix] = resource === 'Calls' ? [callOf(form), 'CA'] : [messageOf(state, form), 'SM'];
  state.taken.push(taken);
  if (fault === 'hang_up') return void response.destroy();
  if (fault === 'gibberish') return void response.writeHead(201).end('<html>');
  send(response, 201, { sid: prefix + randomBytes(16).toString('hex'), status: 'queued', error_code: null });
}

function checkCredentials(header = ''): void {
  const [scheme, value = ''] = header.split(' ');
  const [user = '', password] = Buffer.from(value, 'base64').toString().split(':');
  if (scheme !== 'Basic' || passwords.get(user) !== password) refuse(20003, 'Authenticate', 401);
}

function fail({ status, code, retryAfter }: Exclude<Fault, string>, response: ServerResponse): void {
  if (retryAfter) response.setHeader('retry-after', retryAfter);
  if (code === undefined) return void response.writeHead(status).end('<html>bad gateway</html>');
  send(response, status, { code, message: 'said by the stand-in', status });
}

const isNumber = (text: string) => /^\+[1-9]\d{6,14}$/.test(text);

function messageOf(state: State, form: URLSearchParams): Taken {
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Body') ?? ''];
  if (to === '') refuse(21604, "A 'To' phone number is required.");
  if (from === '') refuse(21603, "A 'From' phone number is required.");
  if (body === '') refuse(21602, 'Message body is required.');
  if (!isNumber(to)) refuse(21211, `The 'To' number ${to} is not a valid phone number.`);
  if (from !== ownNumber) refuse(21606, `The 'From' phone number ${from} is not an SMS-capable number of yours.`);
  if (body.length > 1_600) refuse(21617, 'The concatenated message body exceeds the 1600 character limit.');
  if (state.optedOut.has(to)) refuse(21610, 'Attempt to send to unsubscribed recipient');
  if (state.landlines.has(to)) refuse(21614, `'To' number: ${to}, is not a valid mobile number`);
  return { resource: 'Messages', to, from, body };
}

function callOf(form: URLSearchParams): Taken {
  const [to, from, body] = [form.get('To') ?? '', form.get('From') ?? '', form.get('Twiml') ?? ''];
  if (to === '') refuse(21201, "No 'To' number specified");
  if (from === '') refuse(21213, "No 'From' number specified");
  if (body === '') refuse(21205, 'Url parameter is required.');
  if (!isNumber(to)) refuse(21211, `Invalid 'To' Phone Number: ${to}`);
  if (from !== ownNumber) refuse(21210, `'From' phone number not verified: ${from}`);
  if (body.length > 4_000) refuse(21658, 'Parameter exceeded character limit');
  if (!/^<\?xml [^>]*\?><Response>.*<\/Response>$/s.test(body)) refuse(12100, 'Document parse failure');
  return { resource: 'Calls', to, from, body };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
