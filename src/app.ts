import { type Links, openLinks } from './features/links/index.ts';
import { connectRoutes, openNetworks } from './features/networks/index.ts';
import { openPeople, type People, policies as peoplePolicies } from './features/people/index.ts';
import {
  afterUninstall,
  goOnAfterConnect,
  openResults,
  shareJobs,
  policies as sharePolicies,
  shareRoutes,
  shareSurface,
  type WebParts,
} from './features/share/index.ts';
import { connections, slackDirectory } from './joints.ts';
import { allMigrations } from './migrations.ts';
import { openAudit } from './platform/audit/index.ts';
import { openAuth, openSlackSignIn } from './platform/auth/index.ts';
import { type Clock, systemClock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { migrate, openDatabase } from './platform/db/index.ts';
import { createEgress } from './platform/egress/index.ts';
import { type Api, clientAddress, createApi, createLimits, openPages, probeRoutes } from './platform/http/index.ts';
import { type Jobs, openJobs } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { mailJobs, openMail, openTransport } from './platform/mail/index.ts';
import { openPolicy } from './platform/policy/index.ts';
import { mountSlack, openSlack, type SlackFetch } from './platform/slack/index.ts';
import { loadRootKey, openRing, openVault } from './platform/vault/index.ts';

/** The whole product in one process, ready to serve and to work. */
export interface App extends AsyncDisposable {
  readonly fetch: Api['fetch'];
  /** Every route with its guard, and the description of the API, both read from what is mounted. */
  readonly api: Pick<Api, 'listing' | 'document'>;
  /** Answers short links in front of everything else. */
  readonly redirect: Links['redirect'];
  readonly jobs: Jobs;
  readonly people: Pick<People, 'ownerLink'>;
  /** What keeps it from being ready, as sentences for the operator. */
  problems(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a process gets from outside by itself, and tests put something else in for. */
export interface Outside {
  readonly clock?: Clock;
  readonly db?: Awaited<ReturnType<typeof openDatabase>>;
  readonly slackFetch?: SlackFetch;
  readonly networksFetch?: typeof fetch;
}

/**
 * Builds everything, in order: database, keys, platform, slices, routes, jobs. The only place that constructs; whatever
 * is opened here is closed here, in the opposite order.
 */
export async function openApp(config: Config, log: Log, outside: Outside = {}): Promise<App> {
  await using opening = new AsyncDisposableStack();
  const { clock = systemClock } = outside;
  const db = outside.db ?? (await openDatabase({ url: config.databaseUrl, folder: config.dataDir }));
  opening.defer(() => db.close());
  await migrate(db, allMigrations);
  const vault = openVault(await loadRootKey(config.keysDir, db, clock), db, clock);
  const ring = openRing(config.ringDir);

  // The queue is opened last, with everybody's handlers; whoever enqueues asks for it then.
  const queue: { jobs?: Jobs } = {};
  const jobs = (): Jobs => {
    if (queue.jobs === undefined) throw new Error('a job was enqueued before the queue was open');
    return queue.jobs;
  };
  const enqueue: Jobs['enqueue'] = (...job) => jobs().enqueue(...job);

  const policy = openPolicy([peoplePolicies, sharePolicies], log);
  const audit = openAudit({ db, clock });
  const transport = openTransport({ ...config, log });
  opening.defer(() => transport.close());
  const mail = openMail({ db, clock, vault, jobs });
  const auth = await openAuth({ db, clock, vault, publicUrl: config.publicUrl });
  const egress = createEgress({ allow: config.egressAllow });
  opening.defer(() => egress.close());
  const limits = createLimits();
  const onEmailRead = connections.auditEmailRead(audit);
  const slack = openSlack(
    { config, db, vault, clock, log, enqueue, onEmailRead },
    { fetch: outside.slackFetch, responseOrigins: config.egressAllow.map((place) => `http://${place}`) },
  );

  const slackSignIn = slack.configured ? openSlackSignIn(connections.slackSignIn(config)) : null;
  const directory = slackDirectory(slack);
  const people = openPeople({
    ...{ db, clock, log, vault, auth, audit, mail, policy, limits, slackSignIn },
    publicUrl: config.publicUrl,
    slack: directory,
  });
  const links = await openLinks({
    ...{ db, ring, clock, log, config },
    clientAddress: (request) => clientAddress(request, config.trustProxy),
  });
  opening.defer(() => links.close());
  const networks = await openNetworks({
    ...{ db, vault, ring, clock, log },
    publicUrl: config.publicUrl,
    bluesky: config.bluesky,
    fetch: outside.networksFetch ?? egress.fetchFn,
    mayConnect: async (tx, personId) => (await people.person(tx, personId))?.state === 'active',
  });
  const share: WebParts = {
    ...{ db, ring, clock, log, links, networks, egress },
    publicUrl: config.publicUrl,
    linksUrl: config.linksUrl,
    jobs: { enqueue },
    results: openResults(clock),
    slack: (orgId) => slack.client(orgId),
    organisation: (tx) => people.organisation(tx),
    eventValues: (tx) => people.eventValues(tx),
    personForSlack: (tx, slackUserId) => people.personForSlack(tx, slackUserId),
    slackStatus: (orgId) => slack.status(orgId),
    disconnectSlack: (orgId) => slack.disconnect(orgId),
    audit: connections.auditDisconnect(audit, db),
  };
  const mounted = mountSlack(slack, {
    ...connections.installing({ auth, people, policy, db }),
    surfaces: [shareSurface(share)],
    onEnded: [(orgId) => afterUninstall(share, orgId)],
  });

  queue.jobs = await openJobs({
    engine: 'pglite' in db.engine ? db.engine : { url: db.engine.pool.options.connectionString ?? '' },
    log,
    handlers: [
      ...mailJobs({ db, vault, transport }),
      ...mounted.jobs,
      ...networks.jobs,
      ...shareJobs(share, () => people.allOrganisations()),
    ],
  });
  opening.defer(() => jobs().close());

  const problems = async (): Promise<readonly string[]> => [...links.problems()];
  const pages = await openPages(new URL('../dist/web/', import.meta.url), config);
  const api = createApi({
    ...{ publicUrl: config.publicUrl, limits, policy, log, pages },
    session: (request) => auth.session(request),
    actorOf: (session, wanted) => people.actorOf(session, wanted),
  });
  api.mount([
    ...probeRoutes(async () => (await problems()).length === 0),
    ...people.routes,
    ...shareRoutes(share),
    ...mounted.routes,
    ...connectRoutes({ networks, log, onConnected: (connected) => goOnAfterConnect(share, connected) }),
  ]);
  const opened = opening.move();
  const close = async () => {
    await mounted.idle();
    await opened.disposeAsync();
  };
  return {
    fetch: api.fetch,
    api,
    redirect: links.redirect,
    jobs: jobs(),
    people,
    problems,
    close,
    [Symbol.asyncDispose]: close,
  };
}
