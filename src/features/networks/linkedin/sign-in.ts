import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ask } from '../ask.ts';
import { type App, endToken, noAnswerFrom, takeTokens } from '../code-flow.ts';
import type { Connection } from '../network.ts';
import type { Reply } from '../reply.ts';
import type { Api, Session } from './api.ts';

const profileSchema = z.object({ sub: z.string().regex(/^[\w-]{1,100}$/), name: z.string().default('') });
/** LinkedIn calls a token revoked for a moment after it has handed it out (jclusso/omniauth-linkedin-openid#6). */
const readyAfterMs = [500, 2_000, 4_000];

/** Ends a sign-in: the token, and whose it is. */
export async function endSignIn(app: App, api: Api, params: URLSearchParams, memory: string): Promise<Connection> {
  const taken = await takeTokens(app, params, memory);
  if (taken.kind !== 'tokens') return taken;
  const { access, scopes, lifetimeSeconds } = taken.tokens;
  if (!scopes.includes('w_member_social')) {
    await endToken(app, access);
    const sentence =
      'LinkedIn did not allow Coact to post for you. Tell the people who run Coact: its app needs the product “Share on LinkedIn”.';
    return { kind: 'refused', sentence };
  }
  const profile = await readProfile(api, access);
  if (profile === null) {
    await endToken(app, access);
    return { kind: 'refused', sentence: noAnswerFrom('LinkedIn') };
  }
  const author = `urn:li:person:${profile.sub}`;
  const session: Session = { access, author };
  return {
    kind: 'connected',
    account: { remoteId: author, handle: profile.name || 'LinkedIn member', scope: scopes.join(' ') },
    // An ordinary app gets no refresh token: after 60 days the person connects again.
    session: { session: JSON.stringify(session), lifetimeSeconds, renewable: false },
  };
}

async function readProfile(api: Api, access: string): Promise<z.infer<typeof profileSchema> | null> {
  const look = () =>
    ask(() =>
      api.fetch(`${api.apiUrl}/v2/userinfo`, { redirect: 'error', headers: { authorization: `Bearer ${access}` } }),
    );
  let reply: Reply = await look();
  for (const waitMs of readyAfterMs) {
    if (reply.kind !== 'answered' || reply.status !== 401) break;
    await pause(waitMs);
    reply = await look();
  }
  const profile = reply.kind === 'answered' && reply.status === 200 ? profileSchema.safeParse(reply.body) : null;
  return profile?.success ? profile.data : null;
}
