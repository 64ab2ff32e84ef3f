import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../platform/http/index.ts';
import type { Actor, Resource } from '../../platform/policy/index.ts';
import { roles } from '../../platform/policy/index.ts';
import type { PeopleContext } from './context.ts';
import { email, pageNumber, personName, placeIds, roleList, searchWords } from './fields.ts';
import { invitationLetter, linkUrl } from './letters.ts';
import {
  addInvited,
  type ChangeOutcome,
  changeMember,
  findMember,
  type Invitation,
  removeMember,
  searchMembers,
} from './members.ts';
import { readOrganisation } from './organisation.ts';
import type { Member } from './person.ts';
import { assignPlaces, unknownFields, type WantedPlaces } from './places/places.ts';
import { endSessionsOfLeaver } from './sign-in-entry.ts';

const states = ['active', 'invited', 'deactivated'] as const;
const pageSize = 50;

const shown = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(z.enum(roles)),
    state: z.enum(states),
    slack: z.boolean(),
    departments: z.array(z.string()),
    locations: z.array(z.string()),
    reach: z.object({ departments: z.array(z.string()), locations: z.array(z.string()) }),
  })
  .openapi('Member');

const show = ({ id, name, email: address, roles: held, state, slackUserId, places }: Member) => ({
  ...{ id, name, email: address, roles: held, state, slack: slackUserId !== null },
  ...{ departments: places.departments, locations: places.locations, reach: places.reach },
});

/** Where somebody works, and how far a scheduler's role goes; ids that the organisation has. */
const places = z
  .object({
    departments: placeIds,
    locations: placeIds,
    reach: z.strictObject({ departments: placeIds.default([]), locations: placeIds.default([]) }),
  })
  .partial();

const invitationMinutes = 7 * 24 * 60;
const inviteLimit = { name: 'invite', points: 200, seconds: 3_600 };
const params = z.object({ id: z.uuid() });

const resourceOf = (actor: Actor, person: Pick<Member, 'id' | 'roles'>, wanted: readonly string[]): Resource => ({
  type: 'Membership',
  id: person.id,
  orgId: actor.orgId,
  roles: person.roles,
  wanted,
});

/** The directory of members: who is in, as what. */
export function memberRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [listRoute(context), inviteRoute(context), changeRoute(context), removeRoute(context)];
}

function listRoute(context: PeopleContext): GuardedRoute {
  const query = z.object({
    q: searchWords,
    role: z.enum(roles).optional(),
    state: z.enum(states).optional(),
    department: z.uuid().optional(),
    location: z.uuid().optional(),
    page: pageNumber,
  });
  return guarded(
    {
      method: 'get',
      path: '/api/members',
      summary: 'The members of my organisation, by words of their name or a whole address',
      guard: member('members.read'),
      request: { query },
      responses: {
        200: jsonAnswer(z.object({ members: z.array(shown), total: z.number().int() }), `By name, ${pageSize} a page`),
      },
    },
    async (c) => {
      const { q, role, state, department, location, page } = c.req.valid('query');
      const { actor, orgId } = c.var;
      const search = {
        ...{ q, role, states: state && [state] },
        ...{ departments: department ? [department] : [], locations: location ? [location] : [] },
      };
      const { found, total } = await context.db.inOrg(orgId, async (tx) => {
        const listed = await searchMembers(context, tx, search, { page, size: pageSize });
        await context.audit.append(tx, {
          actor: { kind: 'person', id: actor.personId },
          action: 'people.members_read',
          target: { type: 'organisation', id: orgId },
          detail: { members: listed.found.length },
        });
        return listed;
      });
      return c.json({ members: found.map(show), total });
    },
  );
}

function inviteRoute(context: PeopleContext): GuardedRoute {
  const invitation = places.extend({ name: personName, email, roles: roleList.default(['employee']) });
  return guarded(
    {
      method: 'post',
      path: '/api/members',
      summary: 'Invite somebody by mail',
      guard: member('members.manage'),
      limit: inviteLimit,
      request: { body: jsonBody(invitation) },
      responses: { 201: jsonAnswer(shown, 'Invited') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const { actor } = c.var;
      const nobody = resourceOf(actor, { id: 'new', roles: [] }, wanted.roles);
      if (!c.var.allowed('members.change', nobody)) return notAllowed(c);
      const invited = await invite(context, actor, wanted);
      return 'fields' in invited ? refuseFields(c, invited.fields) : c.json(show(invited), 201);
    },
  );
}

type Fields = { readonly fields: Readonly<Record<string, string>> };

async function invite(
  context: PeopleContext,
  actor: Actor,
  wanted: Invitation & WantedPlaces,
): Promise<Member | Fields> {
  const { db, auth, mail, clock, publicUrl } = context;
  const userId = await auth.ensureUser(wanted.email, false);
  const subject = { userId, orgId: actor.orgId };
  const token = await auth.createLink({
    ...{ purpose: 'invitation', subject, minutes: invitationMinutes },
    returnTo: '/joining',
  });
  return db.inOrg(actor.orgId, async (tx) => {
    const unknown = await unknownFields(tx, wanted);
    if (unknown) return { fields: unknown };
    const id = await addInvited(context, tx, actor, { ...wanted, userId });
    if (id === null) return { fields: { email: 'This address is a member already.' } };
    await assignPlaces(tx, id, wanted);
    const organisation = (await readOrganisation(tx, clock.now())).name;
    await mail.send(tx, invitationLetter(wanted.email, linkUrl(publicUrl, token), { name: wanted.name, organisation }));
    const invited = await findMember(context, tx, id);
    if (!invited) throw new Error('a person who was just invited is not there');
    return invited;
  });
}

function refuseFields(c: Context, fields: Fields['fields']): Response {
  return problem(c, 422, 'invalid', Object.values(fields)[0] ?? '', { fields });
}

function changeRoute(context: PeopleContext): GuardedRoute {
  const body = z.strictObject({ ...places.shape, roles: roleList, state: z.enum(['active', 'deactivated']) }).partial();
  return guarded(
    {
      method: 'patch',
      path: '/api/members/{id}',
      summary: 'Change roles or state of a member',
      guard: member('members.manage'),
      request: { params, body: jsonBody(body) },
      responses: { 200: jsonAnswer(shown, 'The member as they are now') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const { actor, orgId } = c.var;
      let leaver: string | null = null;
      const answer = await context.db.inOrg(orgId, async (tx) => {
        const person = await findMember(context, tx, c.req.valid('param').id);
        if (!person) return notFound(c);
        leaver = person.userId;
        if (!c.var.allowed('members.change', resourceOf(actor, person, wanted.roles ?? person.roles)))
          return notAllowed(c);
        const unknown = await unknownFields(tx, wanted);
        if (unknown) return refuseFields(c, unknown);
        const outcome = await changeMember(context, tx, actor, person, wanted);
        if (!outcome.ok) return refuse(c, outcome);
        const after = await findMember(context, tx, person.id);
        return after ? c.json(show(after)) : notFound(c);
      });
      await endSessionsOfLeaver(context, leaver);
      return answer;
    },
  );
}

function removeRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/members/{id}',
      summary: 'Withdraw an invitation, or deactivate a member',
      guard: member('members.manage'),
      request: { params },
      responses: { 204: emptyAnswer('Done') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      let leaver: string | null = null;
      const answer = await context.db.inOrg(orgId, async (tx) => {
        const person = await findMember(context, tx, c.req.valid('param').id);
        if (!person) return notFound(c);
        leaver = person.userId;
        if (!c.var.allowed('members.change', resourceOf(actor, person, []))) return notAllowed(c);
        const outcome = await removeMember(context, tx, actor, person);
        return outcome.ok ? c.body(null, 204) : refuse(c, outcome);
      });
      await endSessionsOfLeaver(context, leaver);
      return answer;
    },
  );
}

function notAllowed(c: Context): Response {
  return problem(c, 403, 'not_allowed', 'Only an owner may give, take or change the owner’s role.');
}

function refuse(c: Context, { reason }: Extract<ChangeOutcome, { ok: false }>): Response {
  if (reason === 'last_owner') {
    return problem(
      c,
      409,
      'last_owner',
      'An organisation needs at least one active owner. Make somebody else owner first.',
    );
  }
  return problem(c, 409, 'not_joined', 'This person has not accepted the invitation yet.');
}
