/**
 * Adding Coact to a workspace: `/slack/install` sends a member who may manage to Slack's consent page;
 * `/slack/oauth_redirect` takes them back, exchanges the code and stores the installation.
 */
import { z } from 'zod';
import { newId } from '../clock/index.ts';
import type { OrgId, Tx } from '../db/index.ts';
import { messagePage } from '../http/index.ts';
import { callSlack } from './call.ts';
import { appCredentials, patience, type SlackContext } from './context.ts';
import { beginState, clearedCookie, takeState } from './install-state.ts';
import { paths } from './manifest.ts';
import { fetchMemberEmail } from './member-email.ts';
import { redirectTo } from './redirect.ts';
import { revokeAtSlack } from './revoke.ts';
import { requiredScopes } from './scopes.ts';
import { currentInstallation, installationOfTeam, organisationOfTeam, saveInstallation } from './store.ts';
import { type PlainTokens, sealTokens } from './tokens.ts';

/** Who asks to install: asked at the start and again when they come back, as their rights may have changed. */
export type Installer =
  | { readonly ok: true; readonly orgId: OrgId; readonly userId: string; readonly personId: string }
  | { readonly ok: false; readonly why: 'signed_out' | 'not_allowed' | 'second_factor' };

export interface InstallPort {
  /** @param orgId the organisation the installation was begun for; none at the start: the current one */
  installer(request: Request, orgId?: OrgId): Promise<Installer>;
  /** Whether a Slack member is known to be a member of the organisation. Asked at a reinstall, before any address. */
  knows(orgId: OrgId, slackUserId: string): Promise<boolean>;
  /** Whether the address belongs to a member of the organisation. Asked at a reinstall by someone not known yet. */
  belongs(orgId: OrgId, email: string): Promise<boolean>;
  /** In the transaction that stores the installation. The signed-in user has proven to be this Slack person. */
  onInstalled?(tx: Tx, installed: Installed): Promise<void>;
  /** Paths of the web app. */
  readonly pages: { readonly signIn: string; readonly connected: string; readonly secondFactor: string };
}

export interface Installed {
  readonly orgId: OrgId;
  readonly userId: string;
  /** The member who installed, as they are known in the organisation. */
  readonly personId: string;
  readonly teamId: string;
  readonly teamName: string;
  readonly slackUserId: string;
  readonly generation: number;
}

/** What Slack granted. */
interface Grant {
  readonly teamId: string;
  readonly teamName: string;
  readonly enterpriseId: string | null;
  readonly appId: string;
  readonly botUserId: string;
  readonly scopes: readonly string[];
  readonly slackUserId: string;
  readonly tokens: PlainTokens;
}

/** Reasons for which an installation is refused, each with its sentence. */
const refusals = {
  not_configured:
    'This server has no Slack app yet. Its operator creates one from the manifest and sets SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_SIGNING_SECRET.',
  not_allowed: 'Only people who manage your organisation in Coact can connect Slack. Ask one of them.',
  second_factor:
    'Connecting Slack needs your second factor, which this sign-in has not shown. Set one up, or show it, and start again.',
  state:
    'This installation was begun in another browser, has been used, or has run out after ten minutes. Please start it again.',
  code: 'Slack did not accept this installation. Please start it again.',
  unreachable: "Slack can't be reached at the moment. Please try again in a few minutes.",
  whole_enterprise:
    'Coact is installed for one workspace, not for a whole Enterprise organisation. Please start again and choose a workspace.',
  other_app:
    'Slack answered for another app than the one this server is set up for. Its operator should check SLACK_APP_ID.',
  other_organisation: 'This Slack workspace is connected to another organisation in Coact. Disconnect it there first.',
  other_workspace:
    'Your organisation is connected to another Slack workspace. Disconnect that one under Settings first.',
  not_a_member:
    'The person who installed Coact in Slack is not a member of this organisation in Coact. Someone who is should connect it.',
} as const;

type Refusal = keyof typeof refusals;

/** `GET /slack/install` */
export async function startInstall(context: SlackContext, port: InstallPort, request: Request): Promise<Response> {
  const { publicUrl, slack } = context.config;
  if (!slack.clientId || !slack.clientSecret) return refuse(context, port, 'not_configured');
  const installer = await port.installer(request);
  if (!installer.ok) {
    if (installer.why !== 'signed_out') return refuse(context, port, installer.why);
    return redirectTo(`${publicUrl}${port.pages.signIn}?returnTo=${encodeURIComponent(paths.install)}`);
  }
  const { state, cookie } = await beginState(context, request, installer.orgId, installer.userId);
  const consent = new URL(slack.authorizeUrl);
  consent.searchParams.set('client_id', slack.clientId);
  consent.searchParams.set('scope', requiredScopes.join(','));
  consent.searchParams.set('redirect_uri', `${publicUrl}${paths.redirect}`);
  consent.searchParams.set('state', state);
  return redirectTo(consent.href, { 'set-cookie': cookie });
}

/** `GET /slack/oauth_redirect` */
export async function finishInstall(context: SlackContext, port: InstallPort, request: Request): Promise<Response> {
  const { publicUrl, slack } = context.config;
  if (!slack.clientId || !slack.clientSecret) return refuse(context, port, 'not_configured');
  const query = new URL(request.url).searchParams;
  const state = query.get('state');
  // Begun on Slack's side (its app page), not here: without our state nobody knows for which organisation.
  if (state === null)
    return redirectTo(`${publicUrl}${port.pages.signIn}?returnTo=${encodeURIComponent(paths.install)}`);
  const begun = await takeState(context, request, state);
  if (begun === null) return refuse(context, port, 'state');
  if (query.get('error') !== null) {
    return redirectTo(`${publicUrl}${port.pages.connected}?slack=cancelled`, { 'set-cookie': clearedCookie });
  }
  const installer = await port.installer(request, begun.orgId);
  if (!installer.ok && installer.why === 'second_factor') return refuse(context, port, 'second_factor');
  if (!installer.ok || installer.userId !== begun.userId) return refuse(context, port, 'not_allowed');
  const grant = await exchange(context, query.get('code') ?? '');
  const refusal =
    typeof grant === 'string' ? grant : await store(context, port, { ...begun, personId: installer.personId }, grant);
  if (refusal !== null) return refuse(context, port, refusal);
  return redirectTo(`${publicUrl}${port.pages.connected}?slack=connected`, { 'set-cookie': clearedCookie });
}

function refuse(context: SlackContext, port: InstallPort, refusal: Refusal): Response {
  context.log.warn({ event: 'slack.install_refused', reason: refusal });
  const status = refusal === 'not_configured' ? 503 : refusal === 'unreachable' ? 502 : 400;
  const link =
    refusal === 'second_factor'
      ? { href: port.pages.secondFactor, text: 'To your second factor' }
      : { href: port.pages.connected, text: 'Back to Coact' };
  const message = { status, title: 'Slack is not connected', paragraphs: [refusals[refusal]], link };
  return messagePage(message, context.config);
}

const grantShape = z.object({
  access_token: z.string().min(1),
  token_type: z.literal('bot'),
  scope: z.string(),
  bot_user_id: z.string(),
  app_id: z.string(),
  team: z.object({ id: z.string(), name: z.string() }).nullable(),
  enterprise: z.object({ id: z.string() }).nullish(),
  is_enterprise_install: z.boolean().default(false),
  authed_user: z.object({ id: z.string() }),
  refresh_token: z.string().optional(),
  expires_in: z.number().optional(),
});

async function exchange(context: SlackContext, code: string): Promise<Grant | Refusal> {
  if (code === '') return 'code';
  const { config, api } = context;
  const args = { code, redirect_uri: `${config.publicUrl}${paths.redirect}` };
  const timeout = { timeoutMs: patience.job };
  const answer = await callSlack(api, appCredentials(context), 'exchangeCode', args, grantShape, timeout);
  if (!answer.ok) {
    context.log.warn({ event: 'slack.exchange_failed', code: answer.error, slackCode: answer.slackCode ?? null });
    return answer.error === 'unreachable' || answer.error === 'ratelimited' ? 'unreachable' : 'code';
  }
  if (answer.is_enterprise_install || answer.team === null) {
    await revokeAtSlack(context, answer.access_token);
    return 'whole_enterprise';
  }
  if (config.slack.appId && answer.app_id !== config.slack.appId) return 'other_app';
  return {
    teamId: answer.team.id,
    teamName: answer.team.name,
    enterpriseId: answer.enterprise?.id ?? null,
    appId: answer.app_id,
    botUserId: answer.bot_user_id,
    scopes: answer.scope.split(',').filter((scope) => scope !== ''),
    slackUserId: answer.authed_user.id,
    tokens: {
      botToken: answer.access_token,
      refreshToken: answer.refresh_token ?? null,
      expiresInSeconds: answer.expires_in ?? null,
    },
  };
}

type InstallingMember = Omit<Extract<Installer, { ok: true }>, 'ok'>;

/**
 * Stores a grant, or says why not. A token granted for a workspace that is connected already is never revoked here: Slack
 * gives the same one out again, and revoking it would cut the installation that works.
 */
async function store(
  context: SlackContext,
  port: InstallPort,
  begun: InstallingMember,
  grant: Grant,
): Promise<Refusal | null> {
  const { db } = context;
  const owner = await db.directory((tx) => organisationOfTeam(tx, grant.teamId));
  if (owner !== null && owner.orgId !== begun.orgId) return 'other_organisation';
  const { before, current } = await db.inOrg(begun.orgId, async (tx) => ({
    before: await installationOfTeam(tx, grant.teamId),
    current: await currentInstallation(tx),
  }));
  if (current?.state === 'active' && current.teamId !== grant.teamId) {
    await revokeAtSlack(context, grant.tokens.botToken);
    return 'other_workspace';
  }
  if (before !== null && !(await installerBelongs(context, port, begun.orgId, grant))) return 'not_a_member';
  return (await save(context, port, begun, grant)) ? null : 'other_organisation';
}

/** At a reinstall only: the installer's address, read once and not kept, must be one of the organisation's. */
async function installerBelongs(
  context: SlackContext,
  port: InstallPort,
  orgId: OrgId,
  { slackUserId, tokens }: Grant,
): Promise<boolean> {
  if (await port.knows(orgId, slackUserId)) return true;
  await context.db.inOrg(orgId, (tx) => context.onEmailRead(tx, { orgId, purpose: 'reinstall', slackUserId }));
  const read = await fetchMemberEmail(context.api, tokens.botToken, slackUserId, { timeoutMs: patience.job });
  return read.ok && read.email !== null && (await port.belongs(orgId, read.email));
}

async function save(
  context: SlackContext,
  port: InstallPort,
  { orgId, userId, personId }: InstallingMember,
  grant: Grant,
): Promise<boolean> {
  return context.db.inOrg(orgId, async (tx) => {
    const before = await installationOfTeam(tx, grant.teamId, true);
    const id = before?.id ?? newId(context.clock);
    const generation = (before?.generation ?? 0) + 1;
    const saved = await saveInstallation(tx, {
      id,
      team_id: grant.teamId,
      team_name: grant.teamName,
      enterprise_id: grant.enterpriseId,
      app_id: grant.appId,
      bot_user_id: grant.botUserId,
      ...(await sealTokens(context, tx, id, grant.tokens)),
      scopes: [...grant.scopes],
      installer_user_id: grant.slackUserId,
      generation,
      installed_at: context.clock.now(),
    });
    if (!saved) return false;
    const { teamId, teamName, slackUserId } = grant;
    await port.onInstalled?.(tx, { orgId, userId, personId, teamId, teamName, slackUserId, generation });
    tx.afterCommit(() => context.log.info({ event: 'slack.installed', orgId, teamId, generation }));
    return true;
  });
}
