import type { Tx } from '../../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { listRoles, rolesById } from '../../work/roles/store.ts';
import { idParam } from '../periods/routes.ts';
import { findPeriod } from '../periods/store.ts';
import { plans, type Scheduler } from '../reach.ts';
import {
  bodies,
  mineShape,
  publicationShape,
  publicationsShape,
  publishedShape,
  publishingShape,
  queries,
  teamShape,
} from '../shapes.ts';
import { isChanged, shiftTold } from './changes.ts';
import { showMine, showTeam } from './mine.ts';
import { loadPublishing, publish, showPublishing } from './publish.ts';
import { type ListedPublication, listPublications, noteSeen, toldBy } from './store.ts';

/** Publishing, what was published, and what everybody sees of it. */
export function publishingRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    checkRoute(parts),
    publishRoute(parts),
    listRoute(parts),
    readRoute(parts),
    mineRoute(parts),
    seenRoute(parts),
    teamRoute(parts),
  ];
}

function checkRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/periods/{id}/publishing',
      summary: 'What publishing would tell whom, and what speaks against it',
      guard: member('schedule.open'),
      request: { params: idParam, query: queries.location },
      responses: { 200: jsonAnswer(publishingShape, 'Before it is published') },
    },
    async (c) => {
      const wanted = { id: c.req.valid('param').id, location: c.req.valid('query').location };
      const loaded = await parts.db.inOrg(c.var.orgId, (tx) => loadPublishing(parts, tx, c.var, wanted));
      if (loaded === null) return notFound(c);
      if ('refused' in loaded) return problem(c, 409, loaded.refused, loaded.sentence);
      return c.json(showPublishing(loaded), 200);
    },
  );
}

const stale = 'The plan was changed since you looked at it. Look at what would be told once more.';
const faulty = 'A shift breaks a rule. Mend it, or publish nevertheless and say why.';

function publishRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/periods/{id}/publish',
      summary: 'Publish a period, or one location of it: people are told of their own shifts',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(bodies.publish) },
      responses: { 200: jsonAnswer(publishedShape, 'How many were told') },
    },
    async (c) => {
      const { location, why, despite, revision } = c.req.valid('json');
      const { id } = c.req.valid('param');
      return parts.db.inOrg(c.var.orgId, async (tx) => {
        const loaded = await loadPublishing(parts, tx, c.var, { id, location, lock: true });
        if (loaded === null) return notFound(c);
        if ('refused' in loaded) return problem(c, 409, loaded.refused, loaded.sentence);
        const stopped = (await parts.whyStopped?.(tx)) ?? null;
        if (stopped !== null) return problem(c, 409, 'plan_ended', stopped);
        if (revision !== undefined && revision !== loaded.period.revision) return problem(c, 409, 'stale', stale);
        const reasons = loaded.unexplained;
        if (reasons.length > 0 && (!despite || why === undefined))
          return problem(c, 409, 'rules_broken', faulty, { reasons, overrulable: true });
        if (!loaded.isFirst && !loaded.changes.some(isChanged))
          return problem(c, 409, 'nothing_new', 'Everybody was told of all this already.');
        return c.json(await publish(parts, tx, c.var, loaded, why ?? null), 200);
      });
    },
  );
}

/** Publications of a period, or one, as far as they are of work that the scheduler plans. */
async function inReach(
  parts: ScheduleParts,
  tx: Tx,
  who: Scheduler,
  by: Parameters<typeof listPublications>[1],
): Promise<readonly ListedPublication[]> {
  const found = await listPublications(tx, by);
  if (found.length === 0) return [];
  const roles = await listRoles(tx);
  const planned = roles.filter((role) => plans(who, role));
  const places = new Set(planned.map(({ locationId }) => locationId));
  const names = await parts.people.namesOf(tx, [...new Set(found.map((one) => one.by))]);
  return found
    .filter(({ locationId }) => (locationId === null ? planned.length > 0 : places.has(locationId)))
    .map((one) => ({ ...one, by: names.get(one.by) ?? '' }));
}

const showListed = ({ id, number, kind, by, at, why, locationId, told, seen }: ListedPublication) => ({
  ...{ id, number, kind, by, at: at.toISOString(), why, locationId, told, seen },
});

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/periods/{id}/publications',
      summary: 'Every time that people were told of a period, the latest first',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(publicationsShape, 'Those of my reach') },
    },
    async (c) => {
      const { id: periodId } = c.req.valid('param');
      const found = await parts.db.inOrg(c.var.orgId, async (tx) =>
        (await findPeriod(tx, periodId)) === null ? null : inReach(parts, tx, c.var, { periodId }),
      );
      return found === null ? notFound(c) : c.json({ publications: found.map(showListed) }, 200);
    },
  );
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/publications/{id}',
      summary: 'Who was told what by a publication, and who has seen it',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(publicationShape, 'By person, within my reach') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const shown = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const [found] = await inReach(parts, tx, c.var, { id });
        if (found === undefined) return null;
        const roles = await rolesById(tx);
        const told = (await toldBy(tx, id)).filter(({ roleId }) => plans(c.var, roles.get(roleId)));
        const names = await parts.people.namesOf(tx, [...new Set(told.map(({ personId }) => personId))]);
        const line = (one: (typeof told)[number], premiumMinutes: number) => {
          const { localStart, localEnd } = shiftTold(one);
          const roleName = roles.get(one.roleId)?.name ?? '';
          return { shiftId: one.shiftId, roleName, localStart, localEnd, premiumMinutes, seen: one.seen };
        };
        const people = [...Map.groupBy(told, ({ personId }) => personId)].map(([personId, rows]) => ({
          ...{ personId, name: names.get(personId) ?? '' },
          given: rows.filter(({ publicationId }) => publicationId === id).map((one) => line(one, one.premiumMinutes)),
          ended: rows.filter(({ endedBy }) => endedBy === id).map((one) => line(one, one.endPremiumMinutes)),
        }));
        return { ...showListed(found), people };
      });
      return shown === null ? notFound(c) : c.json(shown, 200);
    },
  );
}

function mineRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/mine',
      summary: 'My shifts as I was told them, and who works with me',
      guard: member('schedule.take_part'),
      request: { query: queries.days },
      responses: { 200: jsonAnswer(mineShape, 'By beginning') },
    },
    async (c) => {
      const { from, to } = c.req.valid('query');
      const { personId } = c.var.actor;
      return c.json(await parts.db.inOrg(c.var.orgId, (tx) => showMine(parts, tx, personId, from, to)), 200);
    },
  );
}

function seenRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/mine/seen',
      summary: 'I have seen these of my shifts',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(bodies.seen) },
      responses: { 204: emptyAnswer('Noted') },
    },
    async (c) => {
      const { ids } = c.req.valid('json');
      await parts.db.inOrg(c.var.orgId, (tx) => noteSeen(tx, c.var.actor.personId, ids, parts.clock.now()));
      return c.body(null, 204);
    },
  );
}

function teamRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/team',
      summary: 'Who is on shift on a day, by name',
      guard: member('schedule.take_part'),
      request: { query: queries.day },
      responses: { 200: jsonAnswer(teamShape, 'By beginning') },
    },
    async (c) => {
      const { day } = c.req.valid('query');
      return c.json(await parts.db.inOrg(c.var.orgId, (tx) => showTeam(parts, tx, day)), 200);
    },
  );
}
