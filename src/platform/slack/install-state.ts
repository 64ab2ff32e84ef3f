/**
 * The `state` of an installation under way: bound to the browser that began it (a cookie), to the member and the
 * organisation (a row), good once, for ten minutes. It reads `organisation.secret`; the organisation only says where to
 * look, and a false one finds nothing.
 */
import { type OrgId, orgId } from '../db/index.ts';
import { equalSecrets, randomToken, tokenHash } from '../vault/index.ts';
import type { SlackContext } from './context.ts';
import { addInstallState, takeInstallState } from './store.ts';

const cookieName = '__Host-coact-slack';
const lifetime = 600;

export interface StartedState {
  readonly state: string;
  /** For the Set-Cookie header. */
  readonly cookie: string;
}

/** Begins an installation in this browser. A second one in another tab shares the cookie, so both can finish. */
export async function beginState(
  context: SlackContext,
  request: Request,
  orgId: OrgId,
  userId: string,
): Promise<StartedState> {
  const secret = randomToken();
  const browser = browserToken(request) ?? randomToken();
  const now = context.clock.now();
  await context.db.inOrg(orgId, (tx) =>
    addInstallState(
      tx,
      {
        stateHash: tokenHash(secret),
        browserHash: tokenHash(browser),
        userId,
        expiresAt: new Date(now.getTime() + lifetime * 1000),
      },
      now,
    ),
  );
  // Lax: Slack sends the browser back by a navigation from its own site.
  const cookie = `${cookieName}=${browser}; Path=/; Max-Age=${lifetime}; HttpOnly; Secure; SameSite=Lax`;
  return { state: `${orgId}.${secret}`, cookie };
}

/** For Set-Cookie once the installation is over. */
export const clearedCookie = `${cookieName}=; Path=/; Max-Age=0; HttpOnly; Secure; SameSite=Lax`;

/**
 * Takes a state that came back. It is used up whether it is right or not: one look is all that anybody gets.
 * @returns null if it is forged, used, run out, or came back in another browser
 */
export async function takeState(
  context: SlackContext,
  request: Request,
  state: string,
): Promise<{ readonly orgId: OrgId; readonly userId: string } | null> {
  const match = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(state);
  const org = match?.[1] ? parseOrg(match[1]) : null;
  const secret = match?.[2];
  if (org === null || secret === undefined) return null;
  const taken = await context.db.inOrg(org, (tx) => takeInstallState(tx, tokenHash(secret)));
  if (taken === null || taken.expiresAt <= context.clock.now()) return null;
  const browser = browserToken(request);
  if (browser === null || !sameBytes(tokenHash(browser), taken.browserHash)) return null;
  return { orgId: org, userId: taken.userId };
}

function parseOrg(value: string): OrgId | null {
  try {
    return orgId(value);
  } catch {
    return null;
  }
}

const sameBytes = (left: Uint8Array, right: Uint8Array) =>
  equalSecrets(Buffer.from(left).toString('hex'), Buffer.from(right).toString('hex'));

function browserToken(request: Request): string | null {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === cookieName)?.[1];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : null;
}
