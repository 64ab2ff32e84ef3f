import { Secret, TOTP } from 'otpauth';
import { addressSchema } from '../../src/platform/auth/index.ts';
import type { OrgId } from '../../src/platform/db/index.ts';
import type { Role } from '../../src/platform/policy/index.ts';
import { type Authenticator, openAuthenticator } from './authenticator.ts';
import type { Office } from './sign-in.ts';
import type { World } from './world.ts';

/** An answer with what a test looks at. */
export interface Reply {
  readonly status: number;
  readonly json: Readonly<Record<string, unknown>>;
  readonly location: string | null;
}

/** A browser with a memory for cookies, as real ones have. */
export interface Visitor {
  ask(method: string, path: string, body?: unknown): Promise<Reply>;
  readonly cookies: Map<string, string>;
  /** Where its requests come from. */
  from: string;
}

export function openVisitor(office: Pick<Office, 'api'>, from = '203.0.113.7'): Visitor {
  const cookies = new Map<string, string>();
  const visitor: Visitor = {
    cookies,
    from,
    ask: async (method, path, body) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const headers = { origin: 'http://localhost:3000', 'x-coact': '1', 'content-type': 'application/json', cookie };
      const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
      const request = new Request(`http://localhost:3000${path}`, init);
      const answer = await office.api.fetch(request, { clientAddress: visitor.from });
      for (const header of answer.headers.getSetCookie()) keep(cookies, header);
      const text = await answer.text();
      const json = text.startsWith('{') ? JSON.parse(text) : {};
      return { status: answer.status, json, location: answer.headers.get('location') };
    },
  };
  return visitor;
}

function keep(cookies: Map<string, string>, header: string): void {
  const [pair = ''] = header.split(';');
  const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  if (value === '' || /Max-Age=0/.test(header)) cookies.delete(name);
  else cookies.set(name, value);
}

/** A member who can be reached by mail, and ways to give them what accounts have. */
export interface Account {
  readonly email: string;
  readonly userId: string;
  readonly personId: string;
  /** A browser in which they are signed in by a link just now. */
  readonly browser: Visitor;
}

export const goodPassword = 'quiet lamp river';

export function openAccounts(office: Office, world: Pick<World, 'clock'>) {
  const signInByLink = async (email: string, browser = openVisitor(office)): Promise<Reply> => {
    await browser.ask('POST', '/api/sign-in/link', { email });
    await office.jobs.runDue();
    const mail = office.sent.findLast(({ to, text }) => to === email && text.includes('/sign-in/link?token='));
    const token = /\/sign-in\/link\?token=([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
    return browser.ask('POST', '/api/sign-in/verify', { token });
  };
  const join = async (orgId: OrgId, role: Role = 'employee'): Promise<Account> => {
    const email = addressSchema.parse(`${role}-${crypto.randomUUID()}@example.com`);
    const userId = await office.auth.ensureUser(email, true);
    const roles: Role[] = role === 'employee' ? ['employee'] : [role, 'employee'];
    const person = await office.people.addMember(orgId, { name: 'Sam Sample', roles, userId, email });
    const browser = openVisitor(office);
    await signInByLink(email, browser);
    return { email, userId, personId: person.id, browser };
  };
  const shown = (secret: string) => {
    // Each code works once: go on to the next.
    world.clock.advance(60_000);
    const timestamp = world.clock.now().getTime();
    return TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30, timestamp });
  };
  const addCode = async ({ browser }: Account) => {
    const begun = await browser.ask('POST', '/api/account/code');
    const secret = String(begun.json.secret);
    const confirmed = await browser.ask('POST', '/api/account/code/confirm', { code: shown(secret) });
    return { secret, recoveryCodes: confirmed.json.recoveryCodes as string[], confirmed };
  };
  const addPasskey = async ({ browser }: Account, device: Authenticator = openAuthenticator()) => {
    const begun = await browser.ask('POST', '/api/account/passkeys/options');
    const response = device.create(begun.json.options as object);
    const added = await browser.ask('POST', '/api/account/passkeys', { response, name: 'Phone' });
    return { device, added };
  };
  const notices = async ({ email }: Account) => {
    await office.jobs.runDue();
    return office.sent.filter(({ to, text }) => to === email && text.includes('/account')).map((mail) => mail.subject);
  };
  return { join, signInByLink, shown, addCode, addPasskey, notices };
}
