import { z } from '@hono/zod-openapi';
import type { Session } from '../../platform/auth/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  lacksSecondFactor,
  problem,
  publicRoute,
  signedIn,
} from '../../platform/http/index.ts';
import type { Actor, Policy } from '../../platform/policy/index.ts';
import { roles } from '../../platform/policy/index.ts';
import { openAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { email, organisationName, personName, timeZone } from './fields.ts';
import { readOrganisation, setUp } from './organisation.ts';
import { activeMemberships } from './sign-in-entry.ts';
import { anyOrganisation, findPerson, namesOf } from './store.ts';
import { toursAnsweredBy } from './tours/store.ts';
import { tourNames } from './tours/tour.ts';

const setupState = z.object({ named: z.boolean(), slackConnected: z.boolean(), done: z.boolean() });
const named = z.object({ id: z.string(), name: z.string() });
const planShape = z.object({
  kind: z.enum(['trial', 'paid', 'dunning', 'ended']),
  sentence: z.string().nullable().describe('Why nothing can be sent or published'),
  until: z.string().nullable().describe('When a trial ends'),
});
const meSchema = z.discriminatedUnion('signedIn', [
  z.object({
    signedIn: z.literal(false),
    ownerLinkPending: z.boolean(),
    signIn: z.object({
      ...{ email: z.boolean(), password: z.boolean(), passkey: z.boolean(), slack: z.boolean() },
      oidc: z.object({ name: z.string() }).nullable(),
    }),
  }),
  z.object({
    signedIn: z.literal(true),
    user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
    organisation: named.extend({ timeZone: z.string(), setup: setupState }).nullable(),
    organisations: z.array(named),
    roles: z.array(z.enum(roles)),
    personId: z.string().nullable(),
    security: z.object({ secondFactor: z.enum(['ok', 'needed', 'offered']) }),
    can: z.object({
      ...{ manage: z.boolean(), publish: z.boolean(), approve: z.boolean() },
      ...{ audit: z.boolean(), people: z.boolean() },
    }),
    plan: planShape.nullable().describe('For whoever sends, publishes or manages; null where nobody is billed'),
    toursAnswered: z.array(z.enum(tourNames)).describe('Guided tours that were taken or put off: offered no more'),
  }),
]);

type MeParts = {
  readonly policy: Pick<Policy, 'decide'>;
  readonly actorOf: (session: Session, wantedOrg: string | null) => Promise<Actor | null>;
};

/** Who is looking, and the set-up of a fresh installation. */
export function meRoutes(context: PeopleContext, parts: MeParts): readonly GuardedRoute[] {
  return [meRoute(context, parts), setupRoute(context)];
}

function meRoute(context: PeopleContext, { policy, actorOf }: MeParts): GuardedRoute {
  const { db, auth } = context;
  return guarded(
    {
      method: 'get',
      path: '/api/me',
      summary: 'Who is looking, at which organisation, with which rights',
      guard: publicRoute('tells a visitor how to sign in, and a member about themselves'),
      responses: { 200: jsonAnswer(meSchema, 'Signed in or not') },
    },
    async (c) => {
      const session = await auth.session(c.req.raw);
      if (!session) {
        const ownerLinkPending = !(await db.directory(anyOrganisation));
        return c.json({ signedIn: false, ownerLinkPending, signIn: waysIn(context) });
      }
      const wanted = c.req.header('x-coact-org') ?? null;
      const actor = (await actorOf(session, wanted)) ?? (await actorOf(session, null));
      const memberships = await activeMemberships(context, session.userId);
      const organisations = await db.directory((tx) =>
        namesOf(
          tx,
          memberships.map(({ orgId }) => orgId),
        ),
      );
      const about = actor ? await aboutMember(context, policy, actor) : stranger;
      const { name = '', email: address = '', ...rest } = about;
      const security = { secondFactor: await secondFactorOf(context, session, actor) };
      const user = { id: session.userId, name, email: address };
      return c.json({ signedIn: true, user, organisations, security, ...rest });
    },
  );
}

function waysIn({ passwords, slackSignIn, oidcSignIn }: PeopleContext) {
  const oidc = oidcSignIn && { name: oidcSignIn.name };
  return { email: true, password: passwords, passkey: true, slack: slackSignIn !== null, oidc };
}

/** `needed`: nothing but their account is open to them; `offered`: they have none yet, and may. */
async function secondFactorOf(
  { auth, secondFactor }: PeopleContext,
  session: Session,
  actor: Actor | null,
): Promise<'ok' | 'needed' | 'offered'> {
  if (session.secondFactor) return 'ok';
  if (actor && lacksSecondFactor(secondFactor, session, actor)) return 'needed';
  return (await auth.secondFactors(session.userId)).length > 0 ? 'ok' : 'offered';
}

const stranger = {
  name: '',
  email: '',
  organisation: null,
  roles: [] as const,
  personId: null,
  can: { manage: false, publish: false, approve: false, audit: false, people: false },
  plan: null,
  toursAnswered: [],
};

async function aboutMember(context: PeopleContext, policy: MeParts['policy'], actor: Actor) {
  const { db, clock, vault, slack } = context;
  const { orgId, personId } = actor;
  const slackConnected = await slack.isConnected(orgId);
  const resource = { type: 'Organisation', id: orgId, orgId };
  const can = (action: string) => policy.decide({ actor, action, resource });
  return db.inOrg(orgId, async (tx) => {
    const organisation = await readOrganisation(tx, clock.now());
    const person = await findPerson(tx, { id: personId });
    const setup = { named: true, slackConnected, done: organisation.setupDone || slackConnected };
    return {
      name: person?.name ?? '',
      email: (person && (await openAddress(vault, tx, person))) ?? '',
      organisation: { id: orgId, name: organisation.name, timeZone: organisation.timeZone, setup },
      roles: actor.roles,
      personId,
      can: {
        ...{ manage: can('manage'), publish: can('publish'), approve: can('approve') },
        ...{ audit: can('audit.read'), people: can('members.read') },
      },
      plan: await planFor(context, tx, actor, can),
      toursAnswered: (await toursAnsweredBy(tx, personId)).map(({ tour }) => tour),
    };
  });
}

/** Whom it stops, or who can do something about it. */
async function planFor({ plan }: PeopleContext, tx: Tx, actor: Actor, can: (action: string) => boolean) {
  if (plan === undefined || !(can('publish') || can('approve') || actor.roles.includes('scheduler'))) return null;
  const shown = await plan(tx);
  return shown && { ...shown, until: shown.until?.toISOString() ?? null };
}

function setupRoute(context: PeopleContext): GuardedRoute {
  const body = z.object({ ownerName: personName, organisationName, timeZone, ownerEmail: email.optional() });
  const answer = named.extend({ timeZone: z.string() });
  return guarded(
    {
      method: 'post',
      path: '/api/setup',
      summary: 'Found the organisation of a fresh installation',
      guard: signedIn(),
      request: { body: jsonBody(body) },
      responses: { 201: jsonAnswer(answer, 'The organisation') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const { userId } = c.var.session;
      if (wanted.ownerEmail && (await context.auth.setAddress(userId, wanted.ownerEmail)) === 'taken') {
        const fields = { ownerEmail: 'This address belongs to another account.' };
        return problem(c, 422, 'invalid', fields.ownerEmail, { fields });
      }
      const owner = { userId, name: wanted.ownerName, email: wanted.ownerEmail };
      const outcome = await setUp(context, { name: wanted.organisationName, timeZone: wanted.timeZone, owner });
      if (!outcome.ok) return problem(c, 409, 'already_set_up', 'This installation has an owner already.');
      return c.json({ id: outcome.orgId, name: wanted.organisationName, timeZone: wanted.timeZone }, 201);
    },
  );
}
