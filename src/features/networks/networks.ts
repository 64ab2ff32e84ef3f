import type { OrgId, Tx } from '../../platform/db/index.ts';
import type { JobHandler } from '../../platform/jobs/index.ts';
import {
  accountsOf,
  type Disconnection,
  disconnect,
  eraseFor,
  postAs,
  type ShareOrder,
  type ShareOutcome,
  type SocialAccount,
} from './accounts/accounts.ts';
import { Lanes } from './accounts/lanes.ts';
import { Sessions } from './accounts/sessions.ts';
import { countActive } from './accounts/store.ts';
import { type ClientDocuments, createBluesky } from './bluesky/bluesky.ts';
import { makeClientKey } from './bluesky/oauth.ts';
import {
  beginConnect,
  type ConnectRequest,
  type Finish,
  finishConnect,
  type LinkPage,
  lookAtLink,
  makeLink,
  type Start,
  startFromLink,
  undoConnect,
} from './connect/connect.ts';
import { createFacebook, type FacebookSettings } from './facebook/facebook.ts';
import { networkJobs } from './jobs.ts';
import { createLinkedIn, type LinkedInSettings } from './linkedin/linkedin.ts';
import { createMastodon } from './mastodon/mastodon.ts';
import type {
  AccountLimits,
  AccountQuestion,
  Composer,
  Engagement,
  NetworkLimits,
  NetworkName,
  PostCheck,
  PostDraft,
  SetupFinding,
} from './network.ts';
import type { Parts } from './parts.ts';
import { listLatestTotals, listTotals, type ReachRow } from './reach/store.ts';
import { inspect, type NetworkSetup, setupOf } from './setup/setup.ts';
import type { Surroundings } from './surroundings.ts';
import { createThreads, type ThreadsSettings } from './threads/threads.ts';
import { createX, type XSettings } from './x/x.ts';

export interface NetworkSettings extends Omit<Parts, 'networks'> {
  readonly bluesky: {
    readonly plcUrl: string;
    readonly handleResolver: string;
    readonly appViewUrl: string;
    readonly webUrl: string;
    readonly serverUrl: string;
  };
  readonly facebook: FacebookSettings;
  /** Origin of the installation's own Mastodon server, if it has one. */
  readonly mastodon: { readonly serverUrl: string | null };
  readonly threads: ThreadsSettings;
  readonly linkedin: LinkedInSettings;
  readonly x: XSettings;
  /** Reaches servers that people name; checks where it connects. */
  readonly fetch: typeof fetch;
  /** Longest wait for one answer; 20 seconds when absent. */
  readonly timeoutMs?: number;
}

/** The networks and the accounts that people have connected to them. */
export interface Networks {
  /** The name people know, what fits, what connecting asks and allows, and why nobody can connect here, if so. */
  describe(network: NetworkName): {
    readonly title: string;
    readonly limits: NetworkLimits;
    readonly unavailable: string | null;
    readonly asks: AccountQuestion | null;
    readonly allows: string;
    readonly composer: Composer | null;
    readonly engagement: Pick<Engagement, 'readPost' | 'page'> & {
      /** Whether connected accounts can do it here. */
      readonly byAccount: boolean;
    };
  };
  /** What the network would refuse, and the units left, without asking it. @param account as `accountsOf` gives it */
  check(network: NetworkName, draft: PostDraft, account?: AccountLimits): PostCheck;
  /** A record key for a share: make it before the first try and keep it with the share. */
  recordKey(network: NetworkName): string;
  /** Posts as a person. Writes nothing about it. */
  postAs(order: ShareOrder): Promise<ShareOutcome>;

  /** A one-time link, 15 minutes, for the unit of work's organisation. */
  connectLink(tx: Tx, request: ConnectRequest & { readonly slackUserLabel: string }): Promise<string>;
  lookAtLink(network: NetworkName, token: string): Promise<LinkPage | null>;
  startFromLink(network: NetworkName, token: string, browser: string, handle: string): Promise<Start>;
  beginConnect(
    request: ConnectRequest & { readonly orgId: OrgId; readonly browser: string; readonly handle?: string },
  ): Promise<Start>;
  finishConnect(network: NetworkName, params: URLSearchParams, browser: string): Promise<Finish>;
  undoConnect(
    network: NetworkName,
    token: string,
    browser: string,
  ): Promise<Disconnection | { readonly kind: 'gone' | 'otherBrowser' }>;

  accountsOf(tx: Tx, personId: string): Promise<SocialAccount[]>;
  disconnect(orgId: OrgId, personId: string, accountId: string): Promise<Disconnection>;
  eraseFor(tx: Tx, personId: string): Promise<void>;

  /** Accounts that can post, of the unit of work's organisation. */
  countConnected(tx: Tx, network?: NetworkName): Promise<number>;
  /** Followers in total by day and network, days YYYY-MM-DD included; a day without an answer is missing. */
  reachTotals(tx: Tx, from: string, to: string): Promise<ReachRow[]>;
  /** Each network's last total up to a day. */
  latestReach(tx: Tx, until: string): Promise<ReachRow[]>;

  /** How every network is set up, and how many of the unit of work's organisation are connected. */
  setup(tx: Tx): Promise<readonly NetworkSetup[]>;
  /** Asks a network about this installation's app. @param server which of its servers, where it has many */
  inspect(network: NetworkName, server: string): Promise<readonly SetupFinding[]>;

  readonly jobs: readonly JobHandler[];
  /** What Bluesky's servers fetch about this installation; null on loopback. */
  readonly blueskyDocuments: ClientDocuments | null;
}

/** Builds the slice. Reads the installation's Bluesky client key from the vault, made at first use. */
export async function openNetworks(settings: NetworkSettings): Promise<Networks> {
  const { publicUrl, vault, clock, fetch, timeoutMs } = settings;
  const needsKey = publicUrl.startsWith('https:');
  const clientKey = needsKey ? await vault.instanceText('bluesky-client-key', makeClientKey) : null;
  const bluesky = await createBluesky({ ...settings.bluesky, publicUrl, clientKey, fetch, timeoutMs });
  const around = (network: NetworkName): Surroundings => ({
    ...{ publicUrl, fetch, timeoutMs },
    report: (event, code) => settings.log.error({ event, network, code }),
  });
  const networks = {
    linkedin: createLinkedIn(settings.linkedin, around('linkedin')),
    x: createX(settings.x, around('x')),
    facebook: createFacebook(settings.facebook),
    threads: createThreads({ ...settings.threads, ...around('threads') }),
    mastodon: createMastodon({ ...settings.mastodon, ...around('mastodon'), shelf: vault, now: () => clock.now() }),
    bluesky,
  };
  const parts: Parts = { ...settings, networks };
  const sessions = new Sessions(parts);
  const lanes = new Lanes(() => parts.clock.now().getTime());
  return {
    describe: (network) => {
      const { title, limits, unavailable, asks, allows, composer } = parts.networks[network];
      const { readPost, page, byAccount } = parts.networks[network].engagement;
      const engagement = { readPost, page, byAccount: byAccount !== undefined };
      return { title, limits, unavailable, asks, allows, composer, engagement };
    },
    check: (network, draft, account) => parts.networks[network].check(draft, account),
    recordKey: (network) => parts.networks[network].recordKey(parts.clock.now(), Math.random()),
    postAs: (order) => postAs(parts, { sessions, lanes }, order),
    connectLink: (tx, request) => makeLink(parts, tx, request),
    lookAtLink: (network, token) => lookAtLink(parts, network, token),
    startFromLink: (network, token, browser, handle) => startFromLink(parts, network, token, browser, handle),
    beginConnect: (request) => beginConnect(parts, request),
    finishConnect: (network, params, browser) => finishConnect(parts, network, params, browser),
    undoConnect: (network, token, browser) => undoConnect(parts, network, token, browser),
    accountsOf: (tx, personId) => accountsOf(parts, tx, personId),
    disconnect: (orgId, personId, accountId) => disconnect(parts, orgId, personId, accountId),
    eraseFor: (tx, personId) => eraseFor(parts, tx, personId),
    countConnected: countActive,
    reachTotals: listTotals,
    latestReach: listLatestTotals,
    setup: (tx) => setupOf(parts, tx),
    inspect: (network, server) => inspect(parts, network, server),
    jobs: networkJobs(parts, sessions),
    blueskyDocuments: bluesky.documents,
  };
}
