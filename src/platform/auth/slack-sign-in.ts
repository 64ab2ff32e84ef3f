import { z } from 'zod';
import { type Begun, type Flow, openFlow } from './oidc/flow.ts';

/** A person of Slack. The pair is the key; an e-mail address never is. */
export type SlackIdentity = { readonly teamId: string; readonly slackUserId: string; readonly name: string | null };

export type SlackSignInOutcome =
  | { readonly ok: true; readonly identity: SlackIdentity; readonly returnTo: string }
  /** `denied`: the person said no. `forged`: not an answer to what this browser asked. `unreachable`: try again. */
  | { readonly ok: false; readonly reason: 'denied' | 'forged' | 'unreachable' };

export type SlackSignIn = {
  /** Where to send the browser, and the cookie that binds the answer to it. */
  begin(returnTo: string | undefined): Promise<Begun | null>;
  /** Reads the browser's return. The cookie is used up in any case: send `forget` with the answer. */
  finish(request: Request): Promise<SlackSignInOutcome>;
  readonly forget: string;
};

type Settings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: string;
  readonly fetch?: typeof fetch;
};

const claimsSchema = z.object({
  'https://slack.com/team_id': z.string().regex(/^[A-Z0-9]{2,40}$/),
  'https://slack.com/user_id': z.string().regex(/^[A-Z0-9]{2,40}$/),
  name: z.string().max(200).optional(),
});

/** *Sign in with Slack*: the flow that every issuer gets, with Slack's own names for its people. */
export function openSlackSignIn(settings: Settings): SlackSignIn {
  const flow: Flow = openFlow({
    ...settings,
    redirectUri: `${settings.publicUrl}/api/sign-in/slack/callback`,
    scopes: 'openid profile',
    cookieName: '__Host-coact-slack',
  });
  return {
    forget: flow.forget,
    begin: (returnTo) => flow.begin(returnTo),
    finish: async (request) => {
      const outcome = await flow.finish(request);
      if (!outcome.ok) return outcome;
      const parsed = claimsSchema.safeParse(outcome.claims);
      if (!parsed.success) return { ok: false, reason: 'forged' };
      const identity = {
        teamId: parsed.data['https://slack.com/team_id'],
        slackUserId: parsed.data['https://slack.com/user_id'],
        name: parsed.data.name ?? null,
      };
      return { ok: true, identity, returnTo: outcome.returnTo };
    },
  };
}
