import { loadConfig } from '../../../src/platform/config/index.ts';
import { type OrgId, orgId } from '../../../src/platform/db/index.ts';
import { createApi, createLimits } from '../../../src/platform/http/index.ts';
import type { Jobs } from '../../../src/platform/jobs/index.ts';
import {
  type EmailReading,
  type Installed,
  type Installer,
  type MountedSlack,
  mountSlack,
  openSlack,
  type Slack,
  type SlackSurface,
} from '../../../src/platform/slack/index.ts';
import { openWorld, type World } from '../world.ts';
import { openSlackFake, type SlackFake } from './index.ts';

/** A world with Slack: the pretended one outside, ours inside, joined as `app.ts` joins them. */
export interface SlackWorld extends AsyncDisposable {
  readonly world: World;
  readonly fake: SlackFake;
  readonly slack: Slack;
  readonly mounted: MountedSlack;
  readonly jobs: Jobs;
  /** Organisations whose end was announced, in order. */
  readonly ended: OrgId[];
  readonly installed: Installed[];
  readonly emailReads: EmailReading[];
  /** Addresses of members, by organisation. */
  readonly members: Map<OrgId, string>;
  /** Who is signed in, in every browser. */
  signedIn: Installer;
  /** Asks one of our routes. */
  visit(address: string, cookie?: string): Promise<Response>;
  /** What Slack sends us. */
  deliver(request: Request): Promise<Response>;
  /** Makes a workspace with the person U1, a channel C1 that the bot is in, and installs Coact there. */
  connect(teamId: string, org?: OrgId): Promise<void>;
}

const publicUrl = 'https://coact.test';

/**
 * @param surfaces what slices would contribute
 * @param options.environment settings to change, e.g. to reach another Slack, whose network is then the real one
 */
export async function openSlackWorld(
  surfaces: readonly SlackSurface[] = [],
  options: {
    readonly rotation?: boolean;
    readonly ackWithinMs?: number;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<SlackWorld> {
  const world = await openWorld();
  const fake = openSlackFake(world.clock, { publicUrl, ...options });
  const seen = { ended: [] as OrgId[], installed: [] as Installed[], emailReads: [] as EmailReading[] };
  const members = new Map<OrgId, string>();
  const slack: Slack = openSlack(
    {
      config: loadConfig({
        PUBLIC_URL: publicUrl,
        SLACK_CLIENT_ID: fake.app.clientId,
        SLACK_CLIENT_SECRET: fake.app.clientSecret,
        SLACK_SIGNING_SECRET: fake.app.signingSecret,
        SLACK_APP_ID: fake.app.appId,
        SLACK_PREVIOUS_SIGNING_SECRET: 'previous-signing-secret',
        SLACK_API_URL: fake.apiUrl,
        SLACK_AUTHORIZE_URL: fake.authorizeUrl,
        ...options.environment,
      }),
      db: world.db,
      vault: world.vault,
      clock: world.clock,
      log: world.log,
      enqueue: (...args) => jobs.enqueue(...args),
      onEmailRead: async (_tx, reading) => void seen.emailReads.push(reading),
    },
    options.environment ? {} : { fetch: fake.fetch },
  );
  const result: SlackWorld = {
    world,
    fake,
    slack,
    ...seen,
    members,
    signedIn: { ok: true, orgId: world.orgId, userId: 'user-1', personId: 'person-1' },
    mounted: mountSlack(slack, {
      surfaces,
      installer: async () => result.signedIn,
      knows: async () => false,
      belongs: async (org, email) => members.get(org) === email,
      onInstalled: async (_tx, installed) => void seen.installed.push(installed),
      onEnded: [async (org) => void seen.ended.push(org)],
      pages: { signIn: '/sign-in', connected: '/settings/slack', secondFactor: '/account/second-factor-needed' },
      ackWithinMs: options.ackWithinMs,
    }),
    get jobs() {
      return jobs;
    },
    visit: (address, cookie = '') =>
      api.fetch(new Request(new URL(address, publicUrl), { headers: cookie === '' ? {} : { cookie } })),
    deliver: (request) => api.fetch(request),
    connect: (teamId, org) => connect(result, teamId, org ?? world.orgId),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
  const api = createApi({
    publicUrl,
    log: world.log,
    limits: createLimits(),
    policy: { decide: () => false },
    session: async () => null,
    actorOf: async () => null,
  });
  api.mount(result.mounted.routes);
  const jobs: Jobs = await world.openJobs(result.mounted.jobs);
  return result;
}

/** The cookie that a browser would send back. */
export function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

async function connect(world: SlackWorld, teamId: string, org: OrgId): Promise<void> {
  world.fake.addTeam(teamId, `Team ${teamId}`);
  world.fake.addUser(teamId, 'U1', { email: 'ana@example.com' });
  world.fake.addChannel(teamId, 'C1', 'general', { member: true });
  world.members.set(orgId(org), 'ana@example.com');
  const before = world.signedIn;
  world.signedIn = { ok: true, orgId: org, userId: 'user-1', personId: 'person-1' };
  const start = await world.visit('/slack/install');
  const back = world.fake.consent(start.headers.get('location') ?? '', { teamId, userId: 'U1' });
  const finished = await world.visit(back, cookieOf(start));
  world.signedIn = before;
  if (finished.status !== 302) throw new Error(`not installed: ${await finished.text()}`);
}
