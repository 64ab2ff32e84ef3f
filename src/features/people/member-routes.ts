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
import { email, personName, roleList } from './fields.ts';
import { invitationLetter, linkUrl } from './letters.ts';
import {
  addInvited,
  type ChangeOutcome,
  changeMember,
  findMember,
  type Invitation,
  listMembers,
  removeMember,
} from './members.ts';
import { readOrganisation } from './organisation.ts';
import type { Member } from './person.ts';
import { endSessionsOfLeaver } from './sign-in.ts';

const shown = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(z.enum(roles)),
    state: z.enum(['active', 'invited', 'deactivated']),
    slack: z.boolean(),
  })
  .openapi('Member');

const show = ({ id, name, email: address, roles: held, state, slackUserId }: Member) => ({
  id,
  name,
  email: address,
  roles: held,
  state,
  slack: slackUserId !== null,
});

const invitationMinutes = 7 * 24 * 60;
const inviteLimit = { name: 'invite', points: 200, seconds: 3_600 };
const params = z.object({ id: z.uuid() });

const resourceOf = (actor: Actor, person: Pick<Member, 'id' | 'roles'>, wanted: readonly string[]): Resource => ({
  type: 'Person',
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
  return guarded(
    {
      method: 'get',
      path: '/api/members',
      summary: 'Everybody of my organisation',
      guard: member('members.read'),
      responses: { 200: jsonAnswer(z.object({ members: z.array(shown) }), 'Members') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const members = await context.db.inOrg(orgId, async (tx) => {
        const found = await listMembers(context, tx);
        await context.audit.append(tx, {
          actor: { kind: 'person', id: actor.personId },
          action: 'people.members_read',
          target: { type: 'organisation', id: orgId },
          detail: { members: found.length },
        });
        return found;
      });
      return c.json({ members: members.map(show) });
    },
  );
}

function inviteRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/members',
      summary: 'Invite somebody by mail',
      guard: member('members.manage'),
      limit: inviteLimit,
      request: { body: jsonBody(z.object({ name: personName, email, roles: roleList.default(['employee']) })) },
      responses: { 201: jsonAnswer(shown, 'Invited') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const { actor } = c.var;
      const nobody = resourceOf(actor, { id: 'new', roles: [] }, wanted.roles);
      if (!c.var.allowed('members.change', nobody)) return notAllowed(c);
      const invited = await invite(context, actor, wanted);
      if (!invited) {
        const fields = { email: 'This address is a member already.' };
        return problem(c, 422, 'invalid', fields.email, { fields });
      }
      return c.json(show(invited), 201);
    },
  );
}

async function invite(context: PeopleContext, actor: Actor, wanted: Invitation): Promise<Member | null> {
  const { db, auth, mail, clock, publicUrl } = context;
  const userId = await auth.ensureUser(wanted.email, false);
  const subject = { userId, orgId: actor.orgId };
  const token = await auth.createLink({ purpose: 'invitation', subject, minutes: invitationMinutes });
  return db.inOrg(actor.orgId, async (tx) => {
    const id = await addInvited(context, tx, actor, { ...wanted, userId });
    if (id === null) return null;
    const organisation = (await readOrganisation(tx, clock.now())).name;
    await mail.send(tx, invitationLetter(wanted.email, linkUrl(publicUrl, token), { name: wanted.name, organisation }));
    return findMember(context, tx, id);
  });
}

function changeRoute(context: PeopleContext): GuardedRoute {
  const body = z.strictObject({ roles: roleList, state: z.enum(['active', 'deactivated']) }).partial();
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
