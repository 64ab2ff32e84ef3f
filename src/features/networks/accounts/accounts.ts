import { randomId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import {
  type AccountLimits,
  type Ask,
  asks,
  type Connection,
  type EngageOrder,
  type Network,
  type NetworkName,
  type Post,
  type PostOutcome,
  type PostPlace,
} from '../network.ts';
import type { Parts } from '../parts.ts';
import { dayOf } from './day.ts';
import type { Lanes } from './lanes.ts';
import { refreshDueAt } from './refreshing.ts';
import { queueRevocation, revokeQueued } from './revocations.ts';
import { holdSession, openProfile, openSession, sealProfile, sealSession } from './sealing.ts';
import type { Sessions } from './sessions.ts';
import {
  type AccountRow,
  deleteAccount,
  findAccount,
  findAccounts,
  insertAccount,
  type Ref,
  updateAccount,
} from './store.ts';

/** A connected account as its owner sees it. Nothing here tells what it was used for. */
export interface SocialAccount {
  readonly id: string;
  readonly network: NetworkName;
  /** Without an @. */
  readonly handle: string;
  /** `reconnect`: the network ended the session; the person has to connect again before the next share. */
  readonly state: 'active' | 'reconnect';
  /** YYYY-MM-DD */
  readonly connectedOn: string;
  /** YYYY-MM-DD on which the connection ends by itself; null where it is renewed without the person. */
  readonly endsOn: string | null;
  /** What the account's server allows, where servers of the network differ. */
  readonly limits: AccountLimits;
  /** What it can do about posts that exist, by what the person granted; empty where they do it by themselves. */
  readonly does: readonly Ask[];
}

export interface ShareOrder {
  readonly orgId: OrgId;
  readonly personId: string;
  readonly network: NetworkName;
  /** A post of their own, or an act on one that exists. */
  readonly what: { readonly post: Post } | { readonly engage: EngageOrder };
  /** `repeated` for every try but the first: the post is looked for before it is made again. */
  readonly place: PostPlace;
}

export type ShareOutcome = Exclude<PostOutcome, { kind: 'stale' }> | { readonly kind: 'notConnected' };

/** `queued`: the network did not answer; it will be told as soon as it does. */
export type Disconnection = { readonly kind: 'revoked' | 'queued' | 'notFound' };

/** A person's accounts, by network. */
export async function accountsOf(parts: Parts, tx: Tx, personId: string): Promise<SocialAccount[]> {
  const rows = await findAccounts(tx, personId);
  return Promise.all(
    rows.map(async (row) => {
      const { handle, limits = {} } = await openProfile(parts.vault, tx, row.id, row.profile);
      const { id, network, state, connected_on: connectedOn, ends_on: endsOn } = row;
      const does = doesOf(parts, network, row.granted_scope);
      return { id, network, handle, state, connectedOn, endsOn, limits, does };
    }),
  );
}

function doesOf({ networks }: Pick<Parts, 'networks'>, network: NetworkName, scope: string): readonly Ask[] {
  const byAccount = networks[network].engagement.byAccount;
  return byAccount === undefined ? [] : asks.filter((ask) => byAccount.covers(scope, ask));
}

/**
 * Posts as a person. Reads the account, writes nothing: not that it was used, not when. The caller keeps the share
 * durable, calls again after `later` and `unknown`, saying so, and so makes one post whatever happens between.
 */
export async function postAs(
  parts: Parts,
  { sessions, lanes }: { readonly sessions: Sessions; readonly lanes: Lanes },
  order: ShareOrder,
): Promise<ShareOutcome> {
  const { orgId, personId, network, what, place } = order;
  const account = await parts.db.inOrg(orgId, async (tx) =>
    (await findAccounts(tx, personId)).find((row) => row.network === network),
  );
  if (!account) return place.repeated ? { kind: 'unsure' } : { kind: 'notConnected' };
  let isAbsent = !place.repeated;
  const outcome = await sessions.use({ orgId, id: account.id }, (connector, session) =>
    lanes.run(network, connector.serverOf?.(session) ?? null, async (): Promise<PostOutcome> => {
      const { find, make } = wayOf(connector, session, what, place);
      if (place.repeated) {
        const found = await find();
        if (found.kind === 'found') return { ...found, kind: 'posted' };
        if (found.kind === 'later') return found;
        isAbsent = found.kind === 'absent';
      }
      return make();
    }),
  );
  // That the account is closed to us now says nothing about an earlier try, which may be out.
  return outcome.kind === 'reconnect' && !isAbsent ? { kind: 'unsure' } : outcome;
}

/** How a thing is made on a network and looked for there. */
function wayOf(connector: Network, session: string, what: ShareOrder['what'], place: PostPlace) {
  if ('post' in what) {
    const { post } = what;
    return { find: () => connector.find(session, post, place), make: () => connector.post(session, post, place) };
  }
  const { engage } = what;
  const byAccount = connector.engagement.byAccount;
  if (byAccount === undefined) throw new Error(`${connector.title} lets no account ${engage.ask}`);
  return { find: () => byAccount.find(session, engage, place), make: () => byAccount.act(session, engage, place) };
}

/** Stores a connection, in place of the person's earlier one on that network, whose session is then ended. */
export async function storeAccount(
  parts: Parts,
  tx: Tx,
  personId: string,
  network: NetworkName,
  { account, session }: Extract<Connection, { kind: 'connected' }>,
): Promise<SocialAccount> {
  const { vault, clock } = parts;
  const held = holdSession(session, clock.now());
  const day = dayOf(clock.now());
  const isRenewed = session.renewable !== false;
  const due = isRenewed ? refreshDueAt(held, clock.now(), Math.random()) : null;
  const endsOn = isRenewed || held.endsAt === null ? null : dayOf(held.endsAt);
  const rowFor = async (id: string) => ({
    state: 'active' as const,
    connected_on: day,
    granted_scope: account.scope,
    profile: await sealProfile(vault, tx, id, account),
    session: await sealSession(vault, tx, id, held),
    refresh_due: due,
    ends_on: endsOn,
  });
  const shown = (id: string): SocialAccount => ({
    ...{ id, network, handle: account.handle, state: 'active', connectedOn: day, endsOn, limits: account.limits ?? {} },
    does: doesOf(parts, network, account.scope),
  });

  const id = randomId();
  const isNew = await insertAccount(tx, { id, person_id: personId, network, ...(await rowFor(id)) });
  if (isNew) return shown(id);
  const earlier = (await findAccounts(tx, personId)).find((row) => row.network === network);
  if (!earlier) throw new Error('an account vanished while it was connected again');
  await endSession(parts, tx, earlier);
  await updateAccount(tx, earlier.id, await rowFor(earlier.id));
  return shown(earlier.id);
}

/** Removes a person's account here at once, and its session at the network now or as soon as it answers. */
export async function disconnect(
  parts: Parts,
  orgId: OrgId,
  personId: string,
  accountId: string,
): Promise<Disconnection> {
  const removed = await parts.db.inOrg(orgId, async (tx) => {
    const row = await findAccount(tx, accountId);
    if (row?.person_id !== personId) return null;
    const revocationId = await endSession(parts, tx, row);
    await deleteAccount(tx, row.id);
    return { revocationId };
  });
  if (!removed) return { kind: 'notFound' };
  if (removed.revocationId === null) return { kind: 'revoked' };
  const ref: Ref = { orgId, id: removed.revocationId };
  return { kind: (await revokeQueued(parts, ref)) ? 'revoked' : 'queued' };
}

/** Removes everything about a person; sessions end at their networks by the next run of the job. */
export async function eraseFor(parts: Parts, tx: Tx, personId: string): Promise<void> {
  for (const row of await findAccounts(tx, personId)) {
    await endSession(parts, tx, row);
    await deleteAccount(tx, row.id);
  }
}

async function endSession(parts: Parts, tx: Tx, row: AccountRow): Promise<string | null> {
  if (!row.session) return null;
  const { session } = await openSession(parts.vault, tx, row.id, row.session);
  return queueRevocation(parts, tx, row.network, session);
}
