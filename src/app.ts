import { allActs } from './acts.ts';
import { type Billing, openBilling, openStripe } from './features/billing/index.ts';
import {
  announceHosts,
  type Links,
  type LinkWebParts,
  linkJobs,
  linkRoutes,
  openLinks,
} from './features/links/index.ts';
import { connectRoutes, networkNames, openNetworks } from './features/networks/index.ts';
import {
  carryPay,
  type PayParts,
  payHeld,
  payRoutes,
  raiseJobs,
  raisesOfLeaver,
  wagesForSchedule,
} from './features/pay/index.ts';
import {
  type LeavingList,
  type OnLeaving,
  type OnMerging,
  openPeople,
  type People,
  type PersonalDataSource,
} from './features/people/index.ts';
import {
  carryProcesses,
  handOnRuns,
  lateRunJobs,
  noteLeaver,
  type ProcessParts,
  personalProcesses,
  processesLeft,
  processReminderJobs,
  processRoutes,
  readingJobs,
  triggerJobs,
} from './features/processes/index.ts';
import {
  carrySchedule,
  changeKnown,
  clockJobs,
  hoursHeld,
  lifeJobs,
  messageJobs,
  openShiftsOfLeaver,
  personalSchedule,
  type ScheduleParts,
  scheduleRoutes,
  seriesFollower,
  shiftsToCome,
  tradesOf,
  updateJobs,
} from './features/schedule/index.ts';
import {
  afterUninstall,
  carryPublisher,
  carryTopics,
  deleteDigest,
  events,
  feedJobs,
  goOnAfterConnect,
  heldAboutPublisher,
  openChatCompletions,
  openResults,
  renameSuggester,
  shareJobs,
  shareRoutes,
  type WebParts,
} from './features/share/index.ts';
import { trustRoutes } from './features/trust/index.ts';
import { connections, slackDirectory } from './joints.ts';
import { keyJobs } from './key-jobs.ts';
import { allMigrations } from './migrations.ts';
import { surfacesOf, wordsInSlack } from './mounting.ts';
import { accountsHeld, ownSuggestions } from './personal-sources.ts';
import { auditJobs, openAudit } from './platform/audit/index.ts';
import { authJobs, openAuth, openOidcSignIn, openSlackSignIn } from './platform/auth/index.ts';
import { backupJobs, watchBackups } from './platform/backup/index.ts';
import { type Clock, systemClock } from './platform/clock/index.ts';
import type { Config } from './platform/config/index.ts';
import { migrate, openDatabase, type Tx, watchDatabase } from './platform/db/index.ts';
import { createEgress, type ReadTxt, txtReader } from './platform/egress/index.ts';
import {
  type Api,
  clientAddress,
  createApi,
  emptyAnswer,
  type GuardedRoute,
  guarded,
  openLimits,
  openLive,
  openPages,
  openRepeats,
  probeRoutes,
  publicRoute,
  repeatJobs,
  watchLimits,
} from './platform/http/index.ts';
import { type JobHandler, type Jobs, openJobs, watchQueue } from './platform/jobs/index.ts';
import type { Log } from './platform/log/index.ts';
import { mailJobs, openMail, openTransport } from './platform/mail/index.ts';
import { openTwilio } from './platform/phone/index.ts';
import { openPolicy } from './platform/policy/index.ts';
import { type MountedSlack, mountSlack, openSlack, type SlackFetch } from './platform/slack/index.ts';
import { silentTelemetry, type Telemetry } from './platform/telemetry/index.ts';
import { loadRootKey, openRing, openVault } from './platform/vault/index.ts';
import { openWebhooks } from './platform/webhooks/index.ts';
import { allPolicies } from './policies.ts';
import { openReadiness } from './readiness.ts';
import { allSealedPlaces } from './sealed-places.ts';

/** The whole product in one process, ready to serve and to work. */
export interface App extends AsyncDisposable {
  readonly fetch: Api['fetch'];
  /** Every route with its guard, and the description of the API, both read from what is mounted. */
  readonly api: Pick<Api, 'listing' | 'document'>;
  /** Answers short links in front of everything else. */
  readonly redirect: Links['redirect'];
  readonly jobs: Jobs;
  readonly people: Pick<People, 'ownerLink'>;
  /** Resolves when nothing is left of what Slack's requests began: some of it goes on after they were answered. */
  idle(): Promise<void>;
  /** Says no to /readyz and ends live updates; everything else is still answered. For a process that is about to stop. */
  leave(): void;
  /** What the operator's commands work with, beside the server. */
  readonly operator: Base &
    Platform & {
      readonly people: People;
      readonly announceHosts: typeof announceHosts;
      readonly endPlan: Billing['endPlan'];
    };
  /** What keeps it from being ready, as sentences for the operator. */
  problems(): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** What a process gets from outside by itself, and tests put something else in for. */
export interface Outside {
  readonly clock?: Clock;
  /** Nobody listens unless told. */
  readonly telemetry?: Telemetry;
  readonly db?: Awaited<ReturnType<typeof openDatabase>>;
  readonly slackFetch?: SlackFetch;
  readonly networksFetch?: typeof fetch;
  /** Asks the DNS for texts. */
  readonly readTxt?: ReadTxt;
  /** Multiplies every rate limit: whoever measures or floods it on purpose is not to meet them. */
  readonly limitFactor?: number;
  /** Every answer is held against its description. */
  readonly checkAnswers?: boolean;
}

/**
 * Builds everything, in order: database, keys, platform, slices, queue, routes. The only place that constructs; whatever
 * is opened here is closed here, in the opposite order.
 */
export async function openApp(config: Config, log: Log, outside: Outside = {}): Promise<App> {
  await using opening = new AsyncDisposableStack();
  const base = await openBase(config, log, outside, opening);
  const platform = await openPlatform(base, outside, opening);
  const slices = await openSlices(base, platform, outside, opening);
  const { share, schedule, pay, processes, people, networks, links, linkWeb, webhooks } = slices;
  const mounted = mountSlack(platform.slack, {
    ...connections.installing({ ...platform, people, db: base.db, secondFactor: config.secondFactor }),
    surfaces: surfacesOf(slices),
    onEnded: [(orgId) => afterUninstall(share, orgId)],
  });
  const jobs = await base.queue.open(jobHandlers(base, platform, slices, mounted));
  opening.defer(() => jobs.close());
  const problems = openReadiness({ ...base, migrations: allMigrations, further: () => links.problems() });
  const live = await openLive({ ...base, actorOf: (session, orgId) => people.actorOf(session, orgId) });
  opening.defer(() => live.close());
  let leaving = false;
  const api = await openApi(base, platform, slices, outside);
  api.mount([
    ...probeRoutes(async () => !leaving && (await problems()).length === 0),
    ...live.routes,
    documentRoute(() => api.document()),
    ...people.routes,
    ...shareRoutes(share),
    ...linkRoutes(linkWeb),
    ...scheduleRoutes(schedule),
    ...payRoutes(pay),
    ...processRoutes(processes),
    ...trustRoutes({ ...base, ...platform, people }),
    ...(slices.billing?.routes ?? []),
    ...mounted.routes,
    ...webhooks.routes,
    ...connectRoutes({ networks, log, onConnected: (connected) => goOnAfterConnect(share, connected) }),
  ]);
  const opened = opening.move();
  const idle = () => mounted.idle();
  const close = async () => {
    await idle();
    await opened.disposeAsync();
  };
  const leave = () => {
    leaving = true;
    live.leave();
  };
  const endPlan: Billing['endPlan'] = async (orgId) => slices.billing?.endPlan(orgId);
  const operator = { ...base, ...platform, people, announceHosts, endPlan };
  return {
    fetch: api.fetch,
    api,
    operator,
    redirect: links.redirect,
    jobs,
    people,
    problems,
    idle,
    leave,
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** Database and keys: what everything else stands on. */
async function openBase(
  config: Config,
  log: Log,
  { clock = systemClock, db: given, telemetry = silentTelemetry }: Outside,
  opening: AsyncDisposableStack,
) {
  const { databaseUrl: url, dataDir: folder, databaseConnections: connections } = config;
  const db = watchDatabase(given ?? (await openDatabase({ url, folder, connections, log })), telemetry);
  opening.defer(() => db.close());
  await migrate(db, allMigrations);
  const keys = await loadRootKey(config, db, clock);
  const vault = openVault(keys, db, clock, allSealedPlaces, telemetry);
  watchQueue(db, telemetry);
  watchBackups(config.backups.folder, clock, telemetry);
  telemetry.know('network', networkNames);
  const queue = lateQueue(db, log, telemetry);
  return { config, log, telemetry, clock, db, keys, vault, ring: openRing(config.ringDir), queue };
}

type Base = Awaited<ReturnType<typeof openBase>>;

/** The queue is opened last, with everybody's handlers; whoever enqueues asks for it then. */
function lateQueue(db: Awaited<ReturnType<typeof openDatabase>>, log: Log, telemetry: Telemetry) {
  let opened: Jobs | null = null;
  const jobs = (): Jobs => {
    if (opened === null) throw new Error('a job was enqueued before the queue was open');
    return opened;
  };
  const engine = 'pglite' in db.engine ? db.engine : { url: db.engine.pool.options.connectionString ?? '' };
  const enqueue: Jobs['enqueue'] = (...job) => jobs().enqueue(...job);
  const open = async (handlers: readonly JobHandler[]): Promise<Jobs> => {
    opened = await openJobs({ engine, log, handlers, telemetry });
    return opened;
  };
  return { jobs, enqueue, open };
}

/** Sign-in, policies, audit, mail, ways out, Slack. */
async function openPlatform(base: Base, outside: Outside, opening: AsyncDisposableStack) {
  const { config, log, queue, telemetry } = base;
  const { publicUrl } = config;
  const audit = openAudit(base, allActs);
  const transport = openTransport({ ...config, log });
  opening.defer(() => transport.close());
  const egress = createEgress({ allow: config.egressAllow, telemetry });
  opening.defer(() => egress.close());
  const slack = openSlack(
    {
      ...{ ...base, enqueue: queue.enqueue },
      ...{ onEmailRead: connections.auditEmailRead(audit), onEndedBySlack: connections.auditEnd(audit) },
    },
    { fetch: outside.slackFetch, responseOrigins: config.egressAllow.map((place) => `http://${place}`) },
  );
  const secret = base.vault.instanceSecret('limits');
  const limits = await openLimits({ ...base, secret, factor: outside.limitFactor });
  opening.defer(() => limits.close());
  return {
    ...{ audit, transport, egress, slack },
    policy: openPolicy(allPolicies, log),
    limits: watchLimits(limits, telemetry),
    repeats: openRepeats(base),
    mail: openMail({ ...base, jobs: queue.jobs }),
    phone: config.twilio && openTwilio(config.twilio, base),
    auth: await openAuth({ ...base, publicUrl }),
    slackSignIn: slack.configured ? openSlackSignIn(connections.slackSignIn(config)) : null,
    oidcSignIn: config.oidc ? openOidcSignIn({ ...config.oidc, publicUrl }) : null,
    ...{ passwords: config.passwords, secondFactor: config.secondFactor },
  };
}

type Platform = Awaited<ReturnType<typeof openPlatform>>;

/** The slices, each on those below it. */
async function openSlices(base: Base, platform: Platform, outside: Outside, opening: AsyncDisposableStack) {
  const { config, clock } = base;
  const { publicUrl, linksUrl } = config;
  const { slack, egress, audit, policy } = platform;
  // Filled as the slices above people are built: they stand on people, and are told when somebody leaves.
  const onLeaving: OnLeaving[] = [];
  const onMerging: OnMerging[] = [];
  const leavingLists: LeavingList[] = [];
  const personalSources: PersonalDataSource[] = [];
  const { plan, whyStopped, openOn } = plansOf(base, platform);
  const people = openPeople({
    ...{ ...base, ...platform, publicUrl, slack: slackDirectory(slack) },
    ...{ jobs: base.queue.jobs, onLeaving, onMerging, leavingLists, personalSources, plan },
  });
  const billing = openOn(people);
  const byProxy = (request: Parameters<typeof clientAddress>[0]) => clientAddress(request, config.trustProxy);
  const links = await openLinks({ ...base, clientAddress: byProxy });
  opening.defer(() => links.close());
  const linkWeb: LinkWebParts = {
    ...{ ...base, audit, publicUrl, linksUrl, readTxt: outside.readTxt ?? txtReader() },
    onHostTrouble: connections.tellOfHostTrouble(people),
  };
  const networks = await openSocialNetworks(base, platform, people, outside);
  onLeaving.push(people.tellOfKeys, networks.eraseFor);
  personalSources.push(people.told, accountsHeld(networks));
  personalSources.push({ title: 'Share requests, feeds and totals', read: heldAboutPublisher }, ownSuggestions);
  onLeaving.push(deleteDigest, (tx, personId) => renameSuggester(tx, personId, null));
  onMerging.push((tx, keptId, otherId) => renameSuggester(tx, otherId, keptId));
  const pay = payParts(base, platform, people);
  const scheduling = schedulingOf(base, platform, pay, whyStopped);
  const schedule = { ...scheduling, afterSeriesEdit: [seriesFollower(scheduling)] };
  onLeaving.push((tx, personId, at) => openShiftsOfLeaver(schedule, tx, personId, at), raisesOfLeaver(pay));
  onMerging.push((tx, keptId, otherId) => carrySchedule(schedule, tx, keptId, otherId));
  onMerging.push(carryPublisher, carryTopics, carryPay, carryProcesses);
  leavingLists.push(shiftsToCome, processesLeft);
  personalSources.push(personalSchedule(schedule), tradesOf(schedule), hoursHeld(schedule), payHeld(pay));
  personalSources.push(personalProcesses);
  const processes = processesOf(base, platform, people, onLeaving);
  const webhooks = openWebhooks({
    ...{ ...base, audit, egress, jobs: base.queue, types: events },
    onStopped: connections.tellOfStoppedWebhook(people),
  });
  const share: WebParts = {
    ...{ ...base, audit, links, networks, egress, webhooks, publicUrl, linksUrl, people },
    ...{ policy, whyStopped, limits: platform.limits },
    ...{ jobs: base.queue, results: openResults(clock) },
    videoLimits: config.videos,
    rewriter: config.rewriting && openChatCompletions(config.rewriting, base),
    ...wordsInSlack(schedule, processes),
    slack: (orgId) => slack.client(orgId),
    organisation: (tx) => people.organisation(tx),
    eventValues: (tx) => people.eventValues(tx),
    readers: readersOf(people, policy),
    personForSlack: (tx, slackUserId) => people.personForSlack(tx, slackUserId),
    slackStatus: (orgId) => slack.status(orgId),
    disconnectSlack: connections.disconnectSlack(audit, slack),
  };
  return { people, links, linkWeb, networks, share, schedule, pay, processes, webhooks, billing };
}

/** The parts of pay. The schedule stands below it, and its audit trail is the same: who knows a role changes there. */
function payParts(base: Base, { audit, policy }: Platform, people: People): PayParts & { readonly people: People } {
  const { clock } = base;
  return {
    ...{ ...base, audit, people, policy },
    changeKnown: (tx, ...change) => changeKnown({ clock, audit }, tx, ...change),
  };
}

/** The schedule's parts; what people earn is kept above it, so it is told by functions. */
function schedulingOf(
  base: Base,
  { audit, policy }: Platform,
  pay: PayParts & { readonly people: People },
  whyStopped: ScheduleParts['whyStopped'],
): ScheduleParts {
  const { publicUrl } = base.config;
  const wages = wagesForSchedule(pay);
  return { ...base, audit, policy, publicUrl, people: pay.people, jobs: base.queue, wages, whyStopped };
}

/** The parts of processes, which are told when somebody leaves: it begins runs, and runs change hands. */
function processesOf(base: Base, { audit, policy }: Platform, people: People, onLeaving: OnLeaving[]): ProcessParts {
  const processes = { ...base, audit, policy, people, publicUrl: base.config.publicUrl, jobs: base.queue };
  onLeaving.push(noteLeaver(processes), handOnRuns(processes));
  return processes;
}

/**
 * Plans, which stand on people and are asked by them for what the head of each page says. Null where nobody is billed: then
 * nothing ever stops.
 */
function plansOf(base: Base, { audit, policy }: Platform) {
  const { stripe: settings, publicUrl } = base.config;
  let billing: Billing | null = null;
  return {
    plan: settings === null ? undefined : async (tx: Tx) => billing?.standing(tx) ?? null,
    whyStopped: async (tx: Tx) => billing?.whyStopped(tx) ?? null,
    openOn: (people: People): Billing | null => {
      if (settings === null) return null;
      const stripe = openStripe(settings, base);
      billing = openBilling({ ...base, audit, policy, people, publicUrl, settings, stripe, jobs: base.queue });
      return billing;
    },
  };
}

/** The networks, and what they need of the people whose accounts they keep. */
function openSocialNetworks(base: Base, { egress }: Platform, people: People, outside: Outside) {
  const { config } = base;
  const { bluesky, facebook, linkedin, mastodon, threads, x } = config;
  return openNetworks({
    ...{ ...base, publicUrl: config.publicUrl },
    ...{ bluesky, facebook, linkedin, mastodon, threads, x },
    fetch: outside.networksFetch ?? egress.fetchFn,
    tell: (tx, notices) => people.tell(tx, notices),
    timeZoneOf: async (tx) => (await people.organisation(tx)).timeZone,
    mayConnect: async (tx, personId) => (await people.person(tx, personId))?.state === 'active',
  });
}

/** Who may read the totals, asked of the policies at the moment when something is sent to them. */
function readersOf(people: People, policy: Platform['policy']): WebParts['readers'] {
  const mayRead = async (tx: Tx, personId: string) => {
    const actor = await people.actor(tx, personId);
    if (actor === null) return false;
    const { orgId } = actor;
    return policy.decide({ actor, action: 'publish', resource: { type: 'Organisation', id: orgId, orgId } });
  };
  return {
    mayRead,
    slackUserOf: async (tx, personId) =>
      (await mayRead(tx, personId)) ? ((await people.person(tx, personId))?.slackUserId ?? null) : null,
    write: (tx, personId, asked) => people.writeTo(tx, personId, asked),
  };
}

type Slices = Awaited<ReturnType<typeof openSlices>>;

/** Everybody's handlers, for the queue. */
function jobHandlers(
  base: Base,
  { transport, audit, repeats }: Platform,
  { share, schedule, pay, processes, people, networks, links, linkWeb, webhooks, billing }: Slices,
  mounted: MountedSlack,
): JobHandler[] {
  return [
    ...mailJobs({ ...base, transport, onGivenUp: people.mailGivenUp }),
    ...authJobs(base),
    ...mounted.jobs,
    ...people.jobs,
    ...networks.jobs,
    ...linkJobs({ ...base, ...linkWeb }, () => people.allOrganisations()),
    ...auditJobs({ ...base, audit, organisations: () => people.allOrganisations() }),
    ...shareJobs(share, () => people.allOrganisations()),
    ...webhooks.jobs(() => people.allOrganisations()),
    ...repeatJobs(repeats, () => people.allOrganisations()),
    ...feedJobs(share, () => people.allOrganisations()),
    ...updateJobs(schedule),
    ...messageJobs(schedule, () => people.allOrganisations()),
    ...clockJobs(schedule),
    ...lifeJobs(schedule),
    ...(billing?.jobs(() => people.allOrganisations()) ?? []),
    ...processReminderJobs(processes, () => people.allOrganisations()),
    ...lateRunJobs(processes, () => people.allOrganisations()),
    ...readingJobs(processes, () => people.allOrganisations()),
    ...raiseJobs(pay, () => people.allOrganisations()),
    ...triggerJobs(processes, () => people.allOrganisations()),
    ...backupJobs({ ...base, settle: links.flush }),
    ...keyJobs({ ...base, audit }),
  ];
}

async function openApi(
  { config, log, telemetry }: Base,
  { auth, limits, policy, repeats }: Platform,
  { people, webhooks }: Slices,
  { checkAnswers }: Outside,
): Promise<Api> {
  const pages = await openPages(new URL('../dist/web/', import.meta.url), config);
  return createApi({
    ...{ publicUrl: config.publicUrl, limits, policy, log, telemetry, pages, checkAnswers },
    session: (request) => auth.session(request),
    secondFactor: config.secondFactor,
    stepUpMethods: (session) => auth.stepUpMethods(session),
    actorOf: (session, wanted) => people.actorOf(session, wanted),
    keyOf: (key) => people.keyOf(key),
    repeats,
    events: webhooks.described,
  });
}

/** The description of the API, for programs and for whoever reads how it is called. */
function documentRoute(document: () => object): GuardedRoute {
  const guard = publicRoute('describes the API; says nothing of any organisation');
  const responses = { 200: emptyAnswer('OpenAPI 3.1') };
  return guarded({ method: 'get', path: '/api/openapi.json', summary: 'This description', guard, responses }, (c) =>
    c.json(document()),
  );
}
