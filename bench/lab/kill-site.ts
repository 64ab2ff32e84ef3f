import { requestKeyName, shareToken } from '../../src/features/share/blind.ts';
import { openRequest, share } from '../../src/features/share/outgoing/sharing.fixture.ts';
import { hasShareToken } from '../../src/features/share/outgoing/store.ts';
import { allMigrations } from '../../src/migrations.ts';
import { newId, randomId, systemClock } from '../../src/platform/clock/index.ts';
import { migrate, type OrgId, openDatabase, orgId } from '../../src/platform/db/index.ts';
import { memoryLog } from '../../src/platform/log/index.ts';
import { openShareSite, type ShareSite } from '../../test/support/share-world.ts';
import { type Addresses, publicUrl } from './addresses.ts';
import type { AllNetworks, ApiNetwork } from './all-networks.ts';
import { type BoundKey, connectToBluesky, did, makeOrganisation } from './share-site.ts';

interface Place {
  readonly folder: string;
  readonly url: string;
  readonly addresses: Addresses;
  /** Makes the tables, where it is the first. */
  readonly fresh?: boolean;
  readonly between?: (network: typeof fetch) => typeof fetch;
  readonly around?: Parameters<typeof openShareSite>[0]['around'];
}

/** The slice with every network, on a database that other processes have open too. */
export async function openKillSite({ folder, url, addresses, fresh, between, around }: Place): Promise<ShareSite> {
  const db = await openDatabase({ folder, url, connections: 4 });
  if (fresh) await migrate(db, allMigrations);
  const { blueskyUrl, settings, places } = addresses;
  const site = await openShareSite({
    ...{ db, folder, publicUrl, clock: systemClock, log: memoryLog() },
    bluesky: { pdsUrl: blueskyUrl, plcUrl: blueskyUrl, places: [] },
    elsewhere: { ...settings, places },
    ...(between === undefined ? {} : { between }),
    ...(around === undefined ? {} : { around }),
  });
  return {
    ...site,
    [Symbol.asyncDispose]: async () => {
      await site[Symbol.asyncDispose]();
      await db.close();
    },
  };
}

/** Somebody's share of a request on a network. Its name is the first line of its post. */
export interface Wanted {
  readonly name: string;
  readonly network: ApiNetwork;
  readonly requestId: string;
  readonly personId: string;
}

/** Makes an organisation whose people are connected everywhere, and gives the shares that they are going to make, in turn of networks. */
export async function prepareShares(
  site: ShareSite,
  servers: AllNetworks,
  plan: {
    readonly folder: string;
    readonly key: BoundKey;
    readonly networks: readonly ApiNetwork[];
    readonly people: number;
    readonly posts: number;
  },
): Promise<{ readonly org: OrgId; readonly wanted: readonly Wanted[] }> {
  const org = orgId(newId(systemClock));
  await makeOrganisation(site, org);
  const people: string[] = [];
  for (let person = 0; person < plan.people; person += 1) {
    const personId = randomId();
    for (const network of plan.networks) await connect(site, servers, plan, org, { personId, person, network });
    people.push(personId);
  }
  const wanted: Wanted[] = [];
  while (wanted.length < plan.posts) {
    const requestId = await openRequest(site, org);
    for (const personId of people) {
      for (const network of plan.networks) {
        wanted.push({ name: `Share ${wanted.length}`, network, requestId, personId });
      }
    }
  }
  return { org, wanted: wanted.slice(0, plan.posts) };
}

async function connect(
  site: ShareSite,
  servers: AllNetworks,
  { folder, key }: { readonly folder: string; readonly key: BoundKey },
  org: OrgId,
  who: { readonly personId: string; readonly person: number; readonly network: ApiNetwork },
): Promise<void> {
  const { personId, person, network } = who;
  if (network === 'bluesky') {
    const plan = { folder, key, networkUrl: servers.addresses.blueskyUrl };
    return connectToBluesky(site, plan, org, { personId, did: did(person) });
  }
  const { networks } = site.parts;
  const browser = 'b'.repeat(43);
  const started = await networks.beginConnect({ orgId: org, personId, network, returnTo: '', browser });
  if (started.kind !== 'go') throw new Error(JSON.stringify(started));
  const finished = await networks.finishConnect(network, await servers.consent(network, started.url, person), browser);
  if (finished.kind !== 'connected') throw new Error(JSON.stringify(finished));
}

/** Takes a share on, as a click in Slack does. */
export async function accept(site: ShareSite, org: OrgId, { name, ...wanted }: Wanted): Promise<void> {
  const accepted = await share(site, org, { ...wanted, text: name });
  if (accepted.kind !== 'accepted') throw new Error(`a share was not taken: ${accepted.kind}`);
}

/** Whether the share stands in its request's count. */
export async function isCounted(site: ShareSite, org: OrgId, { requestId, personId, network }: Wanted) {
  const key = await site.parts.ring.find(requestKeyName(requestId));
  if (key === null) throw new Error('a request lost its key');
  const token = shareToken(key, org, requestId, network, personId);
  return site.parts.db.inOrg(org, (tx) => hasShareToken(tx, requestId, token));
}
