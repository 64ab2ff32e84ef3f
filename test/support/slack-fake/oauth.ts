/** Slack's side of the installation: consent page, exchange, rotation. */
import { type FakeState, Refused } from './state.ts';

export interface FakeApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly appId: string;
  readonly redirectUris: readonly string[];
  readonly rotation: boolean;
}

export interface Consent {
  readonly teamId: string;
  readonly userId: string;
  /** The person clicks Cancel. */
  readonly cancel?: boolean;
  /** Scopes that Slack grants although others were asked for. */
  readonly grant?: readonly string[];
  /** Installed for a whole Enterprise organisation. */
  readonly enterprise?: boolean;
}

const codeLives = 600_000;

/** What the consent page does: checks the request and gives the address that the browser is sent back to. */
export function consent(state: FakeState, app: FakeApp, address: string, choice: Consent): string {
  const query = new URL(address).searchParams;
  if (query.get('client_id') !== app.clientId) throw new Error('Slack: invalid client_id');
  const redirectUri = query.get('redirect_uri') ?? app.redirectUris[0] ?? '';
  if (!app.redirectUris.includes(redirectUri)) throw new Error('Slack: redirect_uri did not match any configured URIs');
  const back = new URL(redirectUri);
  const given = query.get('state');
  if (given !== null) back.searchParams.set('state', given);
  if (choice.cancel) {
    back.searchParams.set('error', 'access_denied');
    return back.href;
  }
  const team = state.team(choice.teamId);
  if (!team.users.has(choice.userId)) throw new Error('Slack: this person is not in the workspace');
  // Scopes add up over installs.
  for (const scope of choice.grant ?? (query.get('scope') ?? '').split(',')) team.scopes.add(scope);
  const code = `code-${state.next()}-${crypto.randomUUID()}`;
  const expiresAt = state.now().getTime() + codeLives;
  const enterprise = choice.enterprise ?? false;
  state.codes.set(code, { teamId: team.id, userId: choice.userId, redirectUri, expiresAt, used: false, enterprise });
  back.searchParams.set('code', code);
  return back.href;
}

type Args = Readonly<Record<string, unknown>>;

/** `oauth.v2.access`, both grants. */
export function exchange(state: FakeState, app: FakeApp, args: Args, basic: string | null): Args {
  const [id, secret] = basic === null ? [args.client_id, args.client_secret] : basic.split(':');
  if (id !== app.clientId) throw new Refused('invalid_client_id');
  if (secret !== app.clientSecret) throw new Refused('bad_client_secret');
  return args.grant_type === 'refresh_token' ? refresh(state, app, args) : redeem(state, app, args);
}

function redeem(state: FakeState, app: FakeApp, args: Args): Args {
  const code = state.codes.get(String(args.code ?? ''));
  if (!code || state.now().getTime() > code.expiresAt) throw new Refused('invalid_code');
  if (code.used) throw new Refused('code_already_used');
  if (String(args.redirect_uri ?? '') !== code.redirectUri) throw new Refused('bad_redirect_uri');
  code.used = true;
  const team = state.team(code.teamId);
  team.installed = true;
  return {
    token_type: 'bot',
    scope: [...team.scopes].join(','),
    bot_user_id: team.botUserId,
    app_id: app.appId,
    team: code.enterprise ? null : { id: team.id, name: team.name },
    enterprise: code.enterprise ? { id: 'E1', name: 'Enterprise' } : null,
    is_enterprise_install: code.enterprise,
    authed_user: { id: code.userId },
    ...issueToken(state, app, team.id),
  };
}

function refresh(state: FakeState, app: FakeApp, args: Args): Args {
  const known = state.refreshTokens.get(String(args.refresh_token ?? ''));
  if (!known || known.used) throw new Refused('invalid_refresh_token');
  known.used = true;
  const team = state.team(known.teamId);
  return {
    token_type: 'bot',
    scope: [...team.scopes].join(','),
    bot_user_id: team.botUserId,
    app_id: app.appId,
    ...issueToken(state, app, team.id),
  };
}

/** Without rotation Slack hands out the same token again as long as the app stays installed. */
function issueToken(state: FakeState, app: FakeApp, teamId: string): Args {
  const living = [...state.tokens.values()].filter((token) => token.teamId === teamId && !token.revoked);
  const [same] = living;
  if (!app.rotation && same) return { access_token: same.value };
  const value = `${app.rotation ? 'xoxe.' : ''}xoxb-fake-${teamId}-${state.next()}`;
  const expiresAt = app.rotation ? state.now().getTime() + 43_200_000 : null;
  state.tokens.set(value, { value, teamId, revoked: false, expiresAt });
  if (!app.rotation) return { access_token: value };
  // At most two access tokens live at once.
  for (const token of living.slice(0, -1)) token.revoked = true;
  const refreshToken = `xoxe-1-fake-${state.next()}`;
  state.refreshTokens.set(refreshToken, { teamId, used: false });
  return { access_token: value, refresh_token: refreshToken, expires_in: 43_200 };
}
