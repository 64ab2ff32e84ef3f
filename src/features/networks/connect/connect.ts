import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { randomToken } from '../../../platform/vault/index.ts';
import { type Disconnection, disconnect, type SocialAccount, storeAccount } from '../accounts/accounts.ts';
import type { Connection, NetworkName } from '../network.ts';
import type { Parts } from '../parts.ts';
import { endAttempt, keepAttempt, openAttempt, redeemAttempt, tieToBrowser } from './attempts.ts';

export interface ConnectRequest {
  readonly personId: string;
  readonly network: NetworkName;
  /** Opaque, up to 2048 characters; comes back from `finishConnect`. */
  readonly returnTo: string;
}

/** `go`: send the browser to `url`. `refused`: tell the person, who may try again. `gone`: the link is used or old. */
export type Start =
  | { readonly kind: 'go'; readonly url: string }
  | { readonly kind: 'refused'; readonly sentence: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'otherBrowser' };

export interface Connected {
  readonly orgId: OrgId;
  readonly personId: string;
  readonly account: SocialAccount;
  readonly returnTo: string;
}

export type Finish =
  | ({ readonly kind: 'connected'; readonly undo: string } & Connected)
  | { readonly kind: 'denied' | 'gone' | 'otherBrowser' }
  | { readonly kind: 'refused'; readonly sentence: string };

/** What the page of a link shows before anything begins. */
export interface LinkPage {
  readonly network: NetworkName;
  readonly label: string;
}

/**
 * Makes a one-time link that lets the person behind it connect an account: 256 random bits, 15 minutes, good for the
 * first browser that begins with it.
 * @param slackUserLabel how Slack calls the person; the page shows it, so that nobody connects for somebody else
 */
export async function makeLink(
  parts: Parts,
  tx: Tx,
  request: ConnectRequest & { readonly slackUserLabel: string },
): Promise<string> {
  const token = randomToken();
  const { personId, network, returnTo, slackUserLabel: label } = request;
  await keepAttempt(parts, tx, 'link', token, { personId, network, returnTo, label }, null);
  return `${parts.publicUrl}/connect/${network}?t=${token}`;
}

/** What a link's page shows; null when the link is used, old or was never made. Looking uses nothing up. */
export async function lookAtLink(parts: Parts, network: NetworkName, token: string): Promise<LinkPage | null> {
  const open = await openAttempt(parts, 'link', token);
  if (open?.attempt.network !== network) return null;
  return { network, label: open.attempt.label };
}

/** Begins from a link. The same browser may begin again, say after a misspelt handle; no other one may. */
export async function startFromLink(
  parts: Parts,
  network: NetworkName,
  token: string,
  browser: string,
  handle: string,
): Promise<Start> {
  const open = await openAttempt(parts, 'link', token);
  if (open?.attempt.network !== network) return { kind: 'gone' };
  if (!(await tieToBrowser(parts, open, browser))) return { kind: 'otherBrowser' };
  const { personId, returnTo } = open.attempt;
  return start(parts, open.orgId, { personId, network, returnTo }, browser, handle, open.id);
}

/** Begins for a person who is signed in here. `browser` is the value of the browser-binding cookie. */
export function beginConnect(
  parts: Parts,
  request: ConnectRequest & { readonly orgId: OrgId; readonly browser: string; readonly handle?: string },
): Promise<Start> {
  return start(parts, request.orgId, request, request.browser, request.handle ?? '', null);
}

async function start(
  parts: Parts,
  orgId: OrgId,
  { personId, network, returnTo }: ConnectRequest,
  browser: string,
  handle: string,
  linkId: string | null,
): Promise<Start> {
  const connector = parts.networks[network];
  if (connector.unavailable) return { kind: 'refused', sentence: connector.unavailable };
  const authorization = await connector.authorize(handle ? { account: handle } : {});
  if (authorization.kind === 'refused') return authorization;
  const { url, state, memory } = authorization;
  const content = { personId, network, returnTo, memory, linkId };
  await parts.db.inOrg(orgId, (tx) => keepAttempt(parts, tx, 'sign_in', state, content, browser));
  return { kind: 'go', url };
}

/**
 * Ends a sign-in with the query of its callback. State, browser and issuer are checked; each sign-in ends once, whatever
 * comes of it, and the account is stored for the person who began it.
 */
export async function finishConnect(
  parts: Parts,
  network: NetworkName,
  params: URLSearchParams,
  browser: string,
): Promise<Finish> {
  const redeemed = await redeemAttempt(parts, 'sign_in', params.get('state') ?? '', browser);
  if (redeemed.kind !== 'redeemed') return redeemed;
  const { orgId, attempt } = redeemed.open;
  if (attempt.network !== network) return { kind: 'gone' };
  const connection = await parts.networks[network].finish(params, attempt.memory);
  if (connection.kind !== 'connected') return connection;
  const account = await store(parts, orgId, attempt.personId, network, connection);
  if (!account) return { kind: 'refused', sentence: 'You are no longer a member of this organisation.' };
  if (attempt.linkId) await endAttempt(parts, { orgId, id: attempt.linkId });
  const undo = randomToken();
  const { personId, returnTo } = attempt;
  const content = { personId, network, returnTo: '', accountId: account.id };
  await parts.db.inOrg(orgId, (tx) => keepAttempt(parts, tx, 'undo', undo, content, browser));
  return { kind: 'connected', orgId, personId, account, returnTo, undo };
}

/** Takes back what was just connected, from the same browser, within 15 minutes. */
export async function undoConnect(
  parts: Parts,
  network: NetworkName,
  token: string,
  browser: string,
): Promise<Disconnection | { readonly kind: 'gone' | 'otherBrowser' }> {
  const redeemed = await redeemAttempt(parts, 'undo', token, browser);
  if (redeemed.kind !== 'redeemed') return redeemed;
  const { orgId, attempt } = redeemed.open;
  if (attempt.network !== network) return { kind: 'gone' };
  return disconnect(parts, orgId, attempt.personId, attempt.accountId);
}

/** A session that can't be kept is ended at the network: nothing may stay open that nobody holds. */
async function store(
  parts: Parts,
  orgId: OrgId,
  personId: string,
  network: NetworkName,
  connection: Extract<Connection, { kind: 'connected' }>,
): Promise<SocialAccount | null> {
  let account: SocialAccount | null = null;
  try {
    account = await parts.db.inOrg(orgId, async (tx) =>
      (await parts.mayConnect(tx, personId)) ? storeAccount(parts, tx, personId, network, connection) : null,
    );
    return account;
  } finally {
    if (!account) await parts.networks[network].revoke(connection.session.session);
  }
}
