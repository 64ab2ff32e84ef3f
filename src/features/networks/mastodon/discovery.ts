import { z } from 'zod';
import { type Asker, addressAt } from '../ask.ts';
import { engagementScopes } from './engagement.ts';
import type { NamedServer } from './server.ts';

/** Where a server signs people in, and the rights it knows for it. */
export interface SignInPlace {
  /** Origin of the API; another one than was typed where a server's handles bear another name than it. */
  readonly server: string;
  readonly authorize: string;
  readonly token: string;
  readonly revoke: string;
  /** What it calls itself in the callback (RFC 9207), where it says so. */
  readonly issuer: string | null;
  readonly scope: string;
}

const metadataSchema = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  revocation_endpoint: z.url().optional(),
  scopes_supported: z.array(z.string()).default([]),
});
const fingerSchema = z.object({ links: z.array(z.object({ rel: z.string(), href: z.url().optional() })) });

/** Posting and its pictures; with who the account is and acts on posts, all that is asked for: no timeline, no message. */
const posting = 'write:statuses write:media';

/**
 * Finds a server's sign-in: by its metadata (RFC 8414, Mastodon from 4.3 on), else at the paths that every server of
 * this kind has. A handle's server may be another one than its name says (webfinger tells). Null when nobody answers.
 */
export async function findSignIn(ask: Asker, named: NamedServer): Promise<SignInPlace | null> {
  const first = await readMetadata(ask, named.origin);
  if (first === 'silent') return null;
  if (first !== null) return first;
  const home = await serverOfHandle(ask, named);
  if (home === named.origin) return usualPlace(home);
  const second = await readMetadata(ask, home);
  return second === 'silent' ? null : (second ?? usualPlace(home));
}

async function readMetadata(ask: Asker, origin: string): Promise<SignInPlace | null | 'silent'> {
  const answer = await ask(addressAt(origin, '/.well-known/oauth-authorization-server'));
  if (answer.kind === 'silent') return 'silent';
  const parsed = answer.status === 200 ? metadataSchema.safeParse(answer.body) : null;
  if (!parsed?.success) return null;
  const { issuer, authorization_endpoint: authorize, token_endpoint: token, scopes_supported: scopes } = parsed.data;
  const server = new URL(answer.url || origin).origin;
  const revoke = parsed.data.revocation_endpoint ?? `${server}/oauth/revoke`;
  // All on one server: one that names another's sign-in page and its own token address would be sent that one's codes.
  if (![authorize, token, revoke].every((address) => new URL(address).origin === server)) return null;
  if (new URL(server).protocol !== new URL(origin).protocol) return null;
  const account = scopes.includes('profile') ? 'profile' : 'read:accounts';
  const acting = engagementScopes.filter((one) => scopes.length === 0 || scopes.includes(one));
  return { server, authorize, token, revoke, issuer, scope: [account, posting, ...acting].join(' ') };
}

/** The same without the rights to act on posts, for servers that do not know them. Null where none are asked for. */
export function forPostingOnly(place: SignInPlace): SignInPlace | null {
  const acting: readonly string[] = engagementScopes;
  const scope = place.scope.split(' ').filter((one) => !acting.includes(one));
  return scope.join(' ') === place.scope ? null : { ...place, scope: scope.join(' ') };
}

function usualPlace(server: string): SignInPlace {
  const at = (path: string) => `${server}/oauth/${path}`;
  const [authorize, token, revoke] = [at('authorize'), at('token'), at('revoke')];
  return {
    server,
    authorize,
    token,
    revoke,
    issuer: null,
    scope: ['read:accounts', posting, ...engagementScopes].join(' '),
  };
}

/** The origin of the account's own page: handles may bear the name of a domain whose server stands elsewhere. */
async function serverOfHandle(ask: Asker, { origin, host, person }: NamedServer): Promise<string> {
  if (person === null) return origin;
  const answer = await ask(addressAt(origin, '/.well-known/webfinger', { resource: `acct:${person}@${host}` }));
  const parsed = answer.kind === 'answered' ? fingerSchema.safeParse(answer.body) : null;
  const page = parsed?.success ? parsed.data.links.find((link) => link.rel === 'self')?.href : undefined;
  const found = page === undefined ? null : new URL(page);
  return found !== null && found.protocol === new URL(origin).protocol ? found.origin : origin;
}
