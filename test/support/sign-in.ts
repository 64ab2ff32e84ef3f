import {
  openPeople,
  type People,
  type PeopleOptions,
  policies,
  type SlackDirectory,
} from '../../src/features/people/index.ts';
import { type Audit, openAudit } from '../../src/platform/audit/index.ts';
import {
  type Auth,
  addressSchema,
  type OidcSignIn,
  openAuth,
  type Session,
  type SlackSignIn,
} from '../../src/platform/auth/index.ts';
import type { OrgId } from '../../src/platform/db/index.ts';
import {
  type Api,
  createApi,
  createLimits,
  type GuardedRoute,
  type Limits,
  openRepeats,
  type SecondFactorRule,
} from '../../src/platform/http/index.ts';
import type { JobHandler, Jobs } from '../../src/platform/jobs/index.ts';
import { type Mail, type Message, mailJobs, openMail } from '../../src/platform/mail/index.ts';
import { openPolicy, type Policy, type PolicySet, type Role } from '../../src/platform/policy/index.ts';
import type { World } from './world.ts';

const publicUrl = 'http://localhost:3000';
/** Cheap, because tests try many. */
const passwordCost = { memory: 64, passes: 1, lanes: 1 };

/** A browser that is signed in: what to send along, and who it is. */
export interface Browser {
  /** Cookie, origin and the header that our own pages send. */
  readonly headers: Readonly<Record<string, string>>;
  readonly userId: string;
  readonly personId: string;
  readonly orgId: OrgId;
}

/** The parts around sign-in on a world, with an application to call. */
export interface Office {
  readonly auth: Auth;
  readonly people: People;
  readonly policy: Policy;
  readonly audit: Audit;
  readonly mail: Mail;
  readonly api: Api;
  readonly jobs: Jobs;
  /** Mails that were sent, once `jobs.runDue()` has run. */
  readonly sent: readonly Message[];
  /** A fresh organisation, founded by an owner. */
  found(name?: string): Promise<Browser>;
  /** A signed-in member of the organisation in that role, with an address of their own. */
  signInAs(orgId: OrgId, role: Role, name?: string): Promise<Browser>;
  /** Calls the application; a body is sent as JSON. */
  ask(path: string, options?: AskOptions): Promise<Response>;
}

export interface AskOptions {
  readonly as?: Browser | undefined;
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface OfficeOptions {
  readonly slack?: Partial<SlackDirectory>;
  /** Whether the mail server is away just now. */
  readonly mailAway?: () => boolean;
  readonly phone?: PeopleOptions['phone'];
  readonly phoneOf?: PeopleOptions['phoneOf'];
  /** What slices above people do and know of a person. */
  readonly above?: Pick<PeopleOptions, 'onLeaving' | 'onMerging' | 'leavingLists' | 'personalSources'>;
  readonly slackSignIn?: SlackSignIn | null;
  readonly oidcSignIn?: OidcSignIn | null;
  readonly passwords?: boolean;
  readonly limits?: Limits;
  /** `offered` unless told. */
  readonly secondFactor?: SecondFactorRule;
  readonly policies?: readonly PolicySet[];
  readonly jobs?: readonly JobHandler[];
  /** Routes of the slice under test. */
  readonly routes?: (office: Omit<Office, 'api' | 'ask'>) => readonly GuardedRoute[];
}

const notInstalled = { ok: false, error: 'not_installed', sentence: 'Coact is not connected to Slack.' } as const;

const noSlack: SlackDirectory = {
  organisationOfTeam: async () => null,
  isConnected: async () => false,
  membership: async () => 'unknown',
  readEmail: async () => null,
  messages: () => ({ postMessage: async () => notInstalled, updateMessage: async () => notInstalled }),
};

/** Opens people and sign-in on a world, with mails kept in memory and an application that has all their routes. */
export async function openOffice(
  world: Pick<World, 'db' | 'vault' | 'clock' | 'log' | 'openJobs'>,
  options: OfficeOptions = {},
): Promise<Office> {
  const { db, clock, vault, log } = world;
  const sent: Message[] = [];
  const transport = {
    deliver: async (_id: string, message: Message) => {
      if (options.mailAway?.()) throw new Error('no mail server');
      sent.push(message);
    },
    close: () => undefined,
  };
  const auth = await openAuth({ db, clock, vault, publicUrl, passwordCost });
  const audit = openAudit({ db, clock, vault });
  const mail = openMail({ db, clock, vault, jobs: () => jobs });
  const policy = openPolicy([policies, ...(options.policies ?? [])], log);
  const limits = options.limits ?? createLimits(1_000);
  const secondFactor = options.secondFactor ?? 'offered';
  const people = openPeople({
    ...{ db, clock, log, vault, auth, audit, mail, publicUrl, policy, limits, jobs: () => jobs },
    ...{ phone: options.phone ?? null, phoneOf: options.phoneOf },
    ...options.above,
    slack: { ...noSlack, ...options.slack },
    slackSignIn: options.slackSignIn ?? null,
    oidcSignIn: options.oidcSignIn ?? null,
    ...{ passwords: options.passwords ?? true, secondFactor },
    answerAfterMs: 0,
  });
  const mails = mailJobs({ db, vault, transport, onGivenUp: people.mailGivenUp });
  const jobs = await world.openJobs([...mails, ...people.jobs, ...(options.jobs ?? [])]);
  const parts = { auth, people, policy, audit, mail, jobs, sent, ...browsers(auth, people) };
  const { session, stepUpMethods } = auth;
  const { actorOf, keyOf } = people;
  const repeats = openRepeats({ db, vault, clock });
  const api = createApi({
    ...{ publicUrl, log, limits, policy, session, actorOf, secondFactor, stepUpMethods },
    ...{ keyOf, repeats },
  });
  api.mount([...people.routes, ...(options.routes?.(parts) ?? [])]);
  return { ...parts, api, ask: (path, ask = {}) => api.fetch(requestOf(path, ask)) };
}

function browsers(auth: Auth, people: People): Pick<Office, 'found' | 'signInAs'> {
  let count = 0;
  const browse = async (userId: string, orgId: OrgId, personId: string): Promise<Browser> => {
    const { setCookie } = await auth.startSession(userId, new Request(publicUrl));
    const cookie = setCookie[0]?.split(';')[0] ?? '';
    return { headers: { ...ownPage, cookie }, userId, personId, orgId };
  };
  return {
    found: async (name = 'Acme') => {
      count += 1;
      const email = addressSchema.parse(`owner${count}-${crypto.randomUUID()}@example.com`);
      const userId = await auth.ensureUser(email, true);
      const orgId = await people.createOrganisation({
        name,
        timeZone: 'Europe/Berlin',
        owner: { userId, name: 'Olga Owner', email },
      });
      const actor = await people.actorOf(unproved(userId), orgId);
      return browse(userId, orgId, actor?.personId ?? '');
    },
    signInAs: async (orgId, role, name = `Some ${role}`) => {
      count += 1;
      const email = addressSchema.parse(`${role}${count}-${crypto.randomUUID()}@example.com`);
      const userId = await auth.ensureUser(email, true);
      const roles: Role[] = role === 'employee' ? ['employee'] : [role, 'employee'];
      const person = await people.addMember(orgId, { name, roles, userId, email });
      return browse(userId, orgId, person.id);
    },
  };
}

const unproved = (userId: string): Session => ({
  ...{ sessionId: '', userId, signedInAt: new Date() },
  ...{ secondFactor: false, steppedUpAt: null },
});

const ownPage = { origin: publicUrl, 'x-coact': '1' };

function requestOf(path: string, { as, method, body, headers }: AskOptions): Request {
  const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
  return new Request(publicUrl + path, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'content-type': 'application/json', ...ownPage, ...as?.headers, ...headers },
    ...init,
  });
}

/** The cookie that an answer sets, as a browser would send it back; null where the answer takes it away or sets none. */
export function cookieFrom(response: Response): string | null {
  const cookie = response.headers.getSetCookie().find((header) => header.startsWith('__Host-coact='));
  const pair = cookie?.split(';')[0] ?? '';
  return pair.length > '__Host-coact='.length ? pair : null;
}
