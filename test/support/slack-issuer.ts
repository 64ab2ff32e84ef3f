import { openTestIssuer, type TestIssuer } from './oidc-issuer.ts';

/** A real OpenID provider with Slack's claims. */
export type SlackIssuer = TestIssuer;

/** Starts the provider on loopback. Every member is of the team `teamId`. */
export function openSlackIssuer(redirectUri: string, teamId = 'T0001'): Promise<SlackIssuer> {
  return openTestIssuer({
    redirectUri,
    claims: { openid: ['sub', 'https://slack.com/team_id', 'https://slack.com/user_id'], profile: ['name'] },
    about: (sub) => ({ name: 'Sam Slack', 'https://slack.com/team_id': teamId, 'https://slack.com/user_id': sub }),
  });
}
