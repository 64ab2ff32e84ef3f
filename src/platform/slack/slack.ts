import type { OrgId, Tx } from '../db/index.ts';
import { trustedFetch } from '../egress/index.ts';
import { createClient, type SlackClient } from './client.ts';
import { patience, type SlackContext, type SlackPlatform } from './context.ts';
import { endNow } from './ending.ts';
import type { SlackErrorCode, SlackFailure, SlackResult } from './failures.ts';
import { type EmailPurpose, fetchMemberEmail } from './member-email.ts';
import type { Scope } from './methods.ts';
import { revokeAtSlack } from './revoke.ts';
import { missingScopes } from './scopes.ts';
import { type SlackFetch, strictFetch } from './slack-fetch.ts';
import { currentInstallation, organisationOfTeam } from './store.ts';
import { tokenSource } from './tokens.ts';

export interface SlackStatus {
  /** Whether the operator has given this server a Slack app. */
  readonly configured: boolean;
  /** The organisation's workspace; null before the first install and after an uninstall. */
  readonly installed: {
    readonly teamId: string;
    readonly teamName: string;
    readonly installedAt: Date;
    readonly scopes: readonly string[];
    readonly missingScopes: readonly Scope[];
    /** `revoked`: Slack takes the token no more; connecting again mends it. */
    readonly health: 'ok' | 'revoked';
  } | null;
}

/** Slack, as slices use it. */
export interface Slack {
  readonly configured: boolean;
  /** Calls to an organisation's workspace. Cheap to make; reads the token at each call. */
  client(orgId: OrgId, options?: { readonly timeoutMs?: number }): SlackClient;
  status(orgId: OrgId): Promise<SlackStatus>;
  /** Asks Slack whether it takes the organisation's token, and changes nothing whatever it answers. */
  check(orgId: OrgId): Promise<SlackResult<{ teamId: string }>>;
  /** The organisation that a workspace is connected to. */
  organisationOfTeam(teamId: string): Promise<OrgId | null>;
  /** Reads one person's address, recorded in the audit log first. Null where Slack has none. */
  readMemberEmail(
    orgId: OrgId,
    slackUserId: string,
    purpose: EmailPurpose,
  ): Promise<SlackResult<{ email: string | null }>>;
  /**
   * Takes Coact out of the workspace and erases the token, which happens even when Slack can't be reached.
   * @param record writes down who wanted it, in the transaction that ends the installation
   */
  disconnect(orgId: OrgId, record?: (tx: Tx) => Promise<void>): Promise<void>;
  /** For `mountSlack`. */
  readonly context: SlackContext;
}

/** With these Slack itself says that the installation is over. */
const endings: readonly SlackErrorCode[] = ['token_revoked', 'account_inactive'];

/**
 * Opens the way to Slack.
 * @param options.fetch in tests, a Slack inside the process in place of the network
 * @param options.responseOrigins further origins for response_url (stand-ins); https://hooks.slack.com always is one
 */
export function openSlack(
  platform: SlackPlatform,
  options: { readonly fetch?: SlackFetch; readonly responseOrigins?: readonly string[] } = {},
): Slack {
  const { config, db, log, telemetry } = platform;
  const origins = [config.slack.apiUrl, 'https://hooks.slack.com', ...(options.responseOrigins ?? [])];
  const fetch = strictFetch(options.fetch ?? trustedFetch(origins, { telemetry }));
  const context: SlackContext = { ...platform, api: { apiUrl: config.slack.apiUrl, fetch } };
  const configured = Boolean(config.slack.clientId && config.slack.clientSecret && config.slack.signingSecret);
  return {
    context,
    configured,
    client: (orgId, { timeoutMs = patience.job } = {}) => {
      const onFailure: Parameters<typeof createClient>[2]['onFailure'] = async (use, failed, ref) => {
        log.warn({ event: 'slack.call_failed', orgId, use, code: failed.error, slackCode: failed.slackCode ?? null });
        if (endings.includes(failed.error)) await db.inOrg(orgId, (tx) => endNow(context, tx, ref, 'revoked'));
      };
      return createClient(context.api, tokenSource(context, orgId), { timeoutMs, onFailure });
    },
    organisationOfTeam: async (teamId) => (await db.directory((tx) => organisationOfTeam(tx, teamId)))?.orgId ?? null,
    check: (orgId) => {
      const quietly = { timeoutMs: 5_000, onFailure: async () => undefined };
      return createClient(context.api, tokenSource(context, orgId), quietly).authTest();
    },
    status: async (orgId) => ({ configured, installed: await readStatus(context, orgId) }),
    readMemberEmail: (orgId, slackUserId, purpose) => readEmail(context, orgId, slackUserId, purpose),
    disconnect: async (orgId, record) => {
      const token = await tokenSource(context, orgId)();
      if (token.ok) await revokeAtSlack(context, token.token);
      const installation = await db.inOrg(orgId, currentInstallation);
      if (installation) await db.inOrg(orgId, (tx) => endNow(context, tx, installation, 'uninstalled', record));
    },
  };
}

async function readStatus({ db }: SlackContext, orgId: OrgId): Promise<SlackStatus['installed']> {
  const installation = await db.inOrg(orgId, currentInstallation);
  if (installation === null || installation.state === 'uninstalled') return null;
  const { teamId, teamName, installedAt, scopes, state } = installation;
  const health = state === 'active' ? 'ok' : 'revoked';
  return { teamId, teamName, installedAt, scopes, missingScopes: missingScopes(scopes), health };
}

async function readEmail(
  context: SlackContext,
  orgId: OrgId,
  slackUserId: string,
  purpose: EmailPurpose,
): Promise<SlackResult<{ email: string | null }> | SlackFailure> {
  const token = await tokenSource(context, orgId)();
  if (!token.ok) return token;
  await context.db.inOrg(orgId, (tx) => context.onEmailRead(tx, { orgId, purpose, slackUserId }));
  return fetchMemberEmail(context.api, token.token, slackUserId, { timeoutMs: patience.job });
}
