import type { Context } from 'hono';
import type { MastodonSignIn } from './mastodon-oauth.ts';

/** Whose token came along, if it has one of these rights; else Mastodon's refusal. */
export async function grantee(
  c: Context,
  signIn: MastodonSignIn,
  oneOf: readonly string[],
): Promise<string | Response> {
  const found = await signIn.granteeOf((c.req.header('authorization') ?? '').replace(/^Bearer /, ''));
  if (!found) return c.json({ error: 'The access token is invalid' }, 401);
  if (!oneOf.some((scope) => found.scopes.includes(scope))) {
    return c.json({ error: 'This action is outside the authorized scopes' }, 403);
  }
  return found.username;
}
