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
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { neverTwice, refuse } from '../answer.ts';
import { loadWork } from '../load-work.ts';
import { idParam } from '../periods/routes.ts';
import { findPeriod } from '../periods/store.ts';
import { showCandidates } from '../prospects.ts';
import { toldOf } from '../publishing/store.ts';
import { plans } from '../reach.ts';
import { assignedShape, assignmentShape, bodies, candidatesShape, shiftShape, whyShape } from '../shapes.ts';
import { findShift } from '../shift-store.ts';
import { showAssignment, showOneShift } from '../view.ts';
import { whyAssigned } from '../why.ts';
import { type Assigned, assign, moveAssignment, type Refused } from './assign.ts';
import { changeShift } from './change-shift.ts';
import { pinAssignment, unassign } from './steps.ts';
import { findAssignment } from './store.ts';

/** Who is on which shift, by hand. */
export function assigningRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    candidatesRoute(parts),
    assignRoute(parts),
    changeShiftRoute(parts),
    removeRoute(parts),
    pinRoute(parts),
    moveRoute(parts),
    whyRoute(parts),
  ];
}

function candidatesRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/shifts/{id}/candidates',
      summary: 'Who could take a shift, the best first, and why others could not',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(candidatesShape, 'Everybody in my reach') },
    },
    async (c) => {
      const shown = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const found = await findShift(tx, c.req.valid('param').id);
        if (found === null) return null;
        const work = await loadWork(parts, tx, { from: found.day, to: found.day });
        const loaded = work.known.get(found.id);
        if (loaded === undefined || !plans(c.var, work.roles.get(found.roleId))) return null;
        return showCandidates(work, c.var, loaded);
      });
      return shown === null ? notFound(c) : c.json(shown, 200);
    },
  );
}

function assignRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/shifts/{id}/assignments',
      summary: 'Put somebody on a shift; a rule may be overruled with a reason',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(bodies.assign) },
      responses: { 201: jsonAnswer(assignedShape, 'Who is on it now, and what speaks against it') },
    },
    (c) => {
      const wanted = { shiftId: c.req.valid('param').id, ...c.req.valid('json') };
      const act = async () => {
        const done = await parts.db.inOrg(c.var.orgId, (tx) => assign(parts, tx, c.var, wanted));
        return done.kind === 'done' ? c.json(showAssigned(done), 201) : refuse(c, done);
      };
      return neverTwice(c, act());
    },
  );
}

function showAssigned({ assignment, reasons }: Assigned) {
  const faults = reasons.map(({ hard, words }) => ({ hard, words }));
  return { assignment: showAssignment(assignment, [], faults), reasons: [...reasons] };
}

function changeShiftRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/schedule/shifts/{id}',
      summary: 'Change one shift only: its times, how many it needs, how important it is',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(bodies.shift) },
      responses: { 200: jsonAnswer(shiftShape, 'The shift as it is now') },
    },
    (c) => {
      const { id } = c.req.valid('param');
      const act = async () => {
        const done = await parts.db.inOrg(c.var.orgId, async (tx) => {
          const changed = await changeShift(parts, tx, c.var, id, c.req.valid('json'));
          if (changed === null || 'refused' in changed) return changed;
          return { shift: await showOneShift(parts, tx, id) };
        });
        if (done === null || ('shift' in done && done.shift === null)) return notFound(c);
        if ('refused' in done) return problem(c, 422, 'not_possible', done.refused);
        return c.json(done.shift, 200);
      };
      return neverTwice(c, act());
    },
  );
}

function removeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/assignments/{id}',
      summary: 'Take somebody off a shift',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 204: emptyAnswer('Done') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const done = await parts.db.inOrg(c.var.orgId, (tx) => unassign(parts, tx, c.var, id));
      return done === 'done' ? c.body(null, 204) : refuse(c, done);
    },
  );
}

function pinRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/schedule/assignments/{id}',
      summary: 'Pin somebody to a shift, or let the next update change it',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(bodies.pin) },
      responses: { 200: jsonAnswer(assignmentShape, 'As it is now') },
    },
    async (c) => {
      const { pinned } = c.req.valid('json');
      const { id } = c.req.valid('param');
      const done = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const changed = await pinAssignment(parts, tx, c.var, id, pinned);
        if ('kind' in changed) return changed;
        return { shown: showAssignment(changed, await toldOf(tx, [changed.shiftId]), []) };
      });
      return 'shown' in done ? c.json(done.shown, 200) : refuse(c, done);
    },
  );
}

function moveRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/assignments/{id}/move',
      summary: 'Give an assignment to somebody else, or move somebody to another shift',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(bodies.move) },
      responses: { 201: jsonAnswer(assignedShape, 'Who is on it now, and what speaks against it') },
    },
    (c) => {
      const { id } = c.req.valid('param');
      const act = async () => {
        const done: Assigned | Refused = await parts.db.inOrg(c.var.orgId, (tx) =>
          moveAssignment(parts, tx, c.var, id, c.req.valid('json')),
        );
        return done.kind === 'done' ? c.json(showAssigned(done), 201) : refuse(c, done);
      };
      return neverTwice(c, act());
    },
  );
}

function whyRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/assignments/{id}/why',
      summary: 'Why this person is on this shift, and who else could be',
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(whyShape, 'In sentences') },
    },
    async (c) => {
      const shown = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const assignment = await findAssignment(tx, c.req.valid('param').id);
        const shift = assignment === null ? null : await findShift(tx, assignment.shiftId);
        const period = shift === null ? null : await findPeriod(tx, shift.periodId);
        if (assignment === null || period === null) return null;
        const to = dateOf((dayOfDate(period.firstDay) ?? 0) + period.days - 1);
        const work = await loadWork(parts, tx, { from: period.firstDay, to });
        const loaded = work.known.get(assignment.shiftId);
        if (loaded === undefined || !plans(c.var, work.roles.get(loaded.planned.roleId))) return null;
        const { sentences, others } = whyAssigned(work, c.var, loaded, assignment);
        return { sentences: [...sentences], others: [...others] };
      });
      return shown === null ? notFound(c) : c.json(shown, 200);
    },
  );
}
