import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { storeAccount } from '../../src/features/networks/accounts/accounts.ts';
import { openRequest, share } from '../../src/features/share/outgoing/sharing.fixture.ts';
import { allMigrations } from '../../src/migrations.ts';
import { newId, randomId, systemClock } from '../../src/platform/clock/index.ts';
import { migrate, type OrgId, openDatabase, orgId, sql } from '../../src/platform/db/index.ts';
import { memoryLog } from '../../src/platform/log/index.ts';
import { loadRootKey, openVault } from '../../src/platform/vault/index.ts';
import { openShareSite, type ShareSite } from '../../test/support/share-world.ts';
import type { Store } from './links.ts';
import { tokenOf } from './stand-in-network.ts';

/** The key that all accounts' tokens are bound to. */
export interface BoundKey {
  readonly jwk: JWK;
  readonly thumbprint: string;
}

export async function makeBoundKey(): Promise<BoundKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'ES256', key_ops: ['sign'], kid: 'bench' };
  return { jwk, thumbprint: await calculateJwkThumbprint(jwk) };
}

interface Plan extends Store {
  readonly networkUrl: string;
  readonly key: BoundKey;
  readonly people: number;
  readonly requests: number;
}

/** People who press a button at the same moment. */
const atOnce = 10;

/** A person's lasting id at Bluesky, in the directory's alphabet: letters and the digits 2 to 7. */
export const did = (person: number) =>
  `did:plc:${person
    .toString(6)
    .replace(/[01]/g, (digit) => 'xy'[Number(digit)] ?? '')
    .padStart(24, 'a')}`;

/**
 * Queues a share of every request by every person, by the way that a click in Slack takes. Nothing works on them yet.
 * Out: what the network should hold in the end.
 */
export async function queueShares(plan: Plan): Promise<{ readonly org: OrgId; readonly expected: readonly string[] }> {
  await using site = await openSite(plan);
  const org = orgId(newId(systemClock));
  await makeOrganisation(site, org);
  const requestIds: string[] = [];
  for (let made = 0; made < plan.requests; made += 1) requestIds.push(await openRequest(site, org));
  const expected: string[] = [];
  const queueOf = async (person: number) => {
    const personId = randomId();
    await connectToBluesky(site, plan, org, { personId, did: did(person) });
    for (const requestId of requestIds) {
      const accepted = await share(site, org, { requestId, personId, text: `Of request ${requestId}` });
      if (accepted.kind !== 'accepted') throw new Error(`a share was not taken: ${accepted.kind}`);
      expected.push(`${did(person)} Of request ${requestId}`);
    }
  };
  // A few at a time, as people press the button.
  for (let from = 0; from < plan.people; from += atOnce) {
    const people = Array.from({ length: Math.min(atOnce, plan.people - from) }, (_, index) => from + index);
    await Promise.all(people.map(queueOf));
  }
  return { org, expected };
}

/** An organisation with values of events. */
export function makeOrganisation({ parts: { db } }: ShareSite, org: OrgId): Promise<void> {
  return db.inOrg(org, async (tx) => {
    await sql`insert into organisations (org_id, name, time_zone, currency, created_at)
      values (${org}, 'Harbour', 'Europe/Lisbon', 'EUR', now())`.execute(tx.on());
    await sql`insert into event_values (org_id, valid_from, currency, awareness, share, click, liked, reshared, commented)
      values (${org}, '2020-01-01', 'EUR', 10, 100, 50, 20, 60, 40)`.execute(tx.on());
  });
}

/** Rows of shares on their way, and counted shares. */
export async function leftIn(plan: Plan): Promise<{ readonly onTheirWay: number; readonly counted: number }> {
  await using site = await openSite(plan);
  const { rows } = await sql<{ onTheirWay: number; counted: number }>`select
    (select count(*) from coact.outgoing_shares) as "onTheirWay",
    (select count(*) from coact.share_tokens) as counted`.execute(site.parts.db.kysely);
  return rows[0] ?? { onTheirWay: Number.NaN, counted: Number.NaN };
}

async function openSite({ folder, url, networkUrl }: Plan): Promise<ShareSite> {
  const db = await openDatabase({ folder, ...(url === undefined ? {} : { url, connections: 10 }) });
  await migrate(db, allMigrations);
  const bluesky = { pdsUrl: networkUrl, plcUrl: networkUrl, places: [new URL(networkUrl).host] };
  const site = await openShareSite({ ...{ db, folder, bluesky }, clock: systemClock, log: memoryLog() });
  return {
    ...site,
    [Symbol.asyncDispose]: async () => {
      await site[Symbol.asyncDispose]();
      await db.close();
    },
  };
}

/** Stores an account at Bluesky with its session as a sign-in there would have left it. */
export async function connectToBluesky(
  { parts: { db, clock, log, ring } }: ShareSite,
  { folder, networkUrl, key }: Pick<Plan, 'folder' | 'networkUrl' | 'key'>,
  org: OrgId,
  { personId, did }: { readonly personId: string; readonly did: string },
): Promise<void> {
  const vault = openVault(await loadRootKey(join(folder, 'keys'), db, clock), db, clock);
  const tokenSet = {
    ...{ iss: networkUrl, aud: networkUrl, sub: did, scope: 'atproto', token_type: 'DPoP' },
    access_token: tokenOf(did),
  };
  const session = JSON.stringify({ dpopJwk: key.jwk, authMethod: { method: 'none' }, tokenSet });
  const networks = { ...{ db, vault, ring, clock, log }, publicUrl: networkUrl, mayConnect: async () => true };
  const quiet = { tell: async () => undefined, timeZoneOf: async () => 'UTC' };
  await db.inOrg(org, (tx) =>
    // No network is asked: the account is new, so that no earlier session is ended.
    storeAccount(
      { ...networks, ...quiet, networks: { bluesky: { engagement: {} } } as never },
      tx,
      personId,
      'bluesky',
      {
        kind: 'connected',
        account: { remoteId: did, handle: `${did.slice(-6)}.test`, scope: 'atproto' },
        session: { session, lifetimeSeconds: null },
      },
    ),
  );
}
