/**
 * Tokens of installations: sealed in the database, opened for one call, never cached, so that an erased token is gone at
 * once.
 *
 * Rotating tokens (off unless the Slack app has rotation switched on) live twelve hours and are refreshed when less than
 * two are left. A refresh token serves once, so one process at a time may use it: it takes a lease on the row, asks Slack
 * outside of any transaction, and stores the answer. The others go on with the token they have, which is valid still.
 * A crash between answer and storing leaves the lease to run out; the next one tries again within Slack's grace period.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { OrgId, Tx } from '../db/index.ts';
import { callSlack } from './call.ts';
import type { TokenSource } from './client.ts';
import { appCredentials, patience, type SlackContext } from './context.ts';
import { failure, type SlackFailure } from './failures.ts';
import { currentInstallation, type Installation, leaseRefresh, saveTokens, type TokenColumns } from './store.ts';

const refreshBefore = 2 * 3_600_000;
const leaseFor = 30_000;
/** A token with less left than this may run out on the way. */
const spare = 30_000;

export interface PlainTokens {
  readonly botToken: string;
  readonly refreshToken: string | null;
  readonly expiresInSeconds: number | null;
}

interface OpenInstallation {
  readonly installation: Installation;
  readonly token: string;
}

/** Seals tokens for the row of an installation. */
export async function sealTokens(
  { vault, clock }: SlackContext,
  tx: Tx,
  rowId: string,
  tokens: PlainTokens,
): Promise<TokenColumns> {
  const place = (column: string) => ({ table: 'slack_installations', column, rowId });
  const { botToken, refreshToken, expiresInSeconds } = tokens;
  return {
    bot_token: await vault.seal(tx, place('bot_token'), botToken),
    refresh_token: refreshToken === null ? null : await vault.seal(tx, place('refresh_token'), refreshToken),
    token_expires_at: expiresInSeconds === null ? null : new Date(clock.now().getTime() + expiresInSeconds * 1000),
  };
}

/** The token of an organisation's workspace, fresh at every call. */
export function tokenSource(context: SlackContext, orgId: OrgId): TokenSource {
  return async () => {
    let open = await readToken(context, orgId);
    if ('error' in open) return open;
    if (isRunningOut(context, open.installation)) open = await refreshed(context, orgId, open);
    if ('error' in open) return open;
    const { id, generation } = open.installation;
    return { ok: true, token: open.token, ref: { id, generation } };
  };
}

async function readToken(context: SlackContext, orgId: OrgId): Promise<OpenInstallation | SlackFailure> {
  return context.db.inOrg(orgId, async (tx) => {
    const installation = await currentInstallation(tx);
    if (installation === null) return failure('not_installed');
    if (installation.state === 'revoked') return failure('token_revoked');
    if (installation.botToken === null) return failure('not_installed');
    const place = { table: 'slack_installations', column: 'bot_token', rowId: installation.id };
    return { installation, token: await context.vault.openText(tx, place, installation.botToken) };
  });
}

function timeLeft({ clock }: SlackContext, { tokenExpiresAt }: Installation): number {
  return tokenExpiresAt === null ? Number.POSITIVE_INFINITY : tokenExpiresAt.getTime() - clock.now().getTime();
}

function isRunningOut(context: SlackContext, installation: Installation): boolean {
  return installation.refreshToken !== null && timeLeft(context, installation) < refreshBefore;
}

async function refreshed(
  context: SlackContext,
  orgId: OrgId,
  open: OpenInstallation,
): Promise<OpenInstallation | SlackFailure> {
  const refreshToken = await takeLease(context, orgId, open.installation);
  const usable = timeLeft(context, open.installation) > spare;
  if (refreshToken !== null) {
    const failed = await refreshNow(context, orgId, open.installation, refreshToken);
    if (failed === null) return readToken(context, orgId);
    context.log.warn({ event: 'slack.refresh_failed', orgId, code: failed.error, usable });
    return usable ? open : failed;
  }
  if (usable) return open;
  // The token has run out and somebody else is fetching the next one: wait for it, a few seconds at most.
  for (let turn = 0; turn < 20; turn += 1) {
    await wait(100);
    const again = await readToken(context, orgId);
    if ('error' in again || timeLeft(context, again.installation) > spare) return again;
  }
  return failure('unreachable');
}

async function takeLease(context: SlackContext, orgId: OrgId, installation: Installation): Promise<string | null> {
  return context.db.inOrg(orgId, async (tx) => {
    const now = context.clock.now();
    const until = new Date(now.getTime() + leaseFor);
    const expiring = new Date(now.getTime() + refreshBefore);
    if (!(await leaseRefresh(tx, installation, { now, until, expiring }))) return null;
    // Under the lease nobody else changes the row, so the refresh token read here is the newest.
    const current = await currentInstallation(tx);
    if (current === null || current.refreshToken === null) return null;
    const place = { table: 'slack_installations', column: 'refresh_token', rowId: current.id };
    return context.vault.openText(tx, place, current.refreshToken);
  });
}

const refreshShape = z.object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() });

async function refreshNow(
  context: SlackContext,
  orgId: OrgId,
  { id, generation }: Installation,
  refreshToken: string,
): Promise<SlackFailure | null> {
  const args = { grant_type: 'refresh_token', refresh_token: refreshToken };
  const timeout = { timeoutMs: patience.job };
  const answer = await callSlack(context.api, appCredentials(context), 'exchangeCode', args, refreshShape, timeout);
  if (!answer.ok) return answer;
  await context.db.inOrg(orgId, async (tx) => {
    const tokens = {
      botToken: answer.access_token,
      refreshToken: answer.refresh_token,
      expiresInSeconds: answer.expires_in,
    };
    await saveTokens(tx, id, generation, await sealTokens(context, tx, id, tokens));
  });
  return null;
}
