import { z } from '@hono/zod-openapi';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import { byPerson } from '../../acts.ts';
import { mayDecide, workerAt } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { personParams } from '../../work/fields.ts';
import { refused } from '../../work/roles/role-routes.ts';
import { listRoles } from '../../work/roles/store.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { personalRulesShape } from '../../work/settings/rule-shapes.ts';
import { senseOfPersonal } from '../../work/settings/sense.ts';
import { dayParts, noPreferences } from './preferences.ts';
import { personalRulesOf, preferencesOf, putPersonalRules, putPreferences } from './store.ts';

const liking = z.strictObject({
  roleId: z.uuid().toLowerCase(),
  weekday: z.number().int().min(0).max(6).nullable(),
  part: z.enum(dayParts).nullable(),
  liking: z.union([z.literal(1), z.literal(-1)]),
});
const likingKey = ({ roleId, weekday, part }: z.infer<typeof liking>) => `${roleId} ${weekday} ${part}`;
const preferences = z.strictObject({
  wantedMinutes: z
    .number()
    .int('Please enter whole minutes.')
    .min(0, 'That can’t be below zero.')
    .max(7 * 24 * 60, 'That is more than a week has.')
    .nullable(),
  extraShifts: z.boolean(),
  likings: z
    .array(liking)
    .max(200, 'That is more than this is for.')
    .refine((all) => new Set(all.map(likingKey)).size === all.length, 'One shift is named twice.'),
});

/** What people wish, and what is different for one of them. */
export function wishRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readPreferences(parts), changePreferences(parts), readRules(parts), changeRules(parts)];
}

function readPreferences(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/people/{id}/preferences',
      summary: 'What somebody wishes: I, or somebody whom I schedule',
      guard: member('schedule.take_part'),
      request: { params: personParams },
      responses: { 200: jsonAnswer(preferences, 'Weekdays from 0 for Monday; null: any') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const worker = await workerAt(parts, tx, c.var, c.req.valid('param').id);
        if (worker === null) return notFound(c);
        const said = (await preferencesOf(tx, [worker.id])).get(worker.id) ?? noPreferences;
        return c.json({ ...said, likings: [...said.likings] });
      }),
  );
}

function changePreferences(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/people/{id}/preferences',
      summary: 'Say what somebody wishes: I, or somebody whom I schedule',
      guard: member('schedule.take_part'),
      request: { params: personParams, body: jsonBody(preferences) },
      responses: { 200: jsonAnswer(preferences, 'As it is now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const worker = await workerAt(parts, tx, c.var, c.req.valid('param').id);
        if (worker === null) return notFound(c);
        const wanted = c.req.valid('json');
        const known = new Set((await listRoles(tx)).map(({ id }) => id));
        if (wanted.likings.some(({ roleId }) => !known.has(roleId)))
          return refused(c, { fields: { likings: 'There is no such role.' } });
        await putPreferences(tx, worker.id, wanted, parts.clock.now());
        const target = { type: 'person', id: worker.id };
        const entry = { ...byPerson(c.var.actor), action: 'schedule.preferences_changed', target } as const;
        await parts.audit.append(tx, entry);
        return c.json(wanted);
      }),
  );
}

const rulesAnswer = jsonAnswer(
  personalRulesShape.extend({ findings: z.array(z.string()) }),
  'Rules that take the place of all of their kind, kinds that don’t apply, and what will not work out',
);

function readRules(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/people/{id}/rules',
      summary: 'Which rules are different for somebody: me, or somebody whom I schedule',
      guard: member('schedule.take_part'),
      request: { params: personParams },
      responses: { 200: rulesAnswer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const worker = await workerAt(parts, tx, c.var, c.req.valid('param').id);
        if (worker === null) return notFound(c);
        const rules = (await personalRulesOf(tx, [worker.id])).get(worker.id) ?? { instead: [], without: [] };
        const { findings } = senseOfPersonal(await readSettings(parts, tx), rules);
        return c.json({ instead: [...rules.instead], without: [...rules.without], findings: [...findings] });
      }),
  );
}

function changeRules(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/people/{id}/rules',
      summary: 'Set which rules are different for somebody whom I schedule',
      guard: member('schedule.open'),
      request: { params: personParams, body: jsonBody(personalRulesShape) },
      responses: { 200: rulesAnswer },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const worker = await workerAt(parts, tx, c.var, c.req.valid('param').id);
        if (worker === null || !mayDecide(c.var, worker)) return notFound(c);
        const wanted = c.req.valid('json');
        const { refused: clash, findings } = senseOfPersonal(await readSettings(parts, tx), wanted);
        if (clash !== null) return problem(c, 422, 'contradiction', Object.values(clash)[0] ?? '', { fields: clash });
        await putPersonalRules(tx, worker.id, wanted, parts.clock.now());
        const target = { type: 'person', id: worker.id };
        const detail = {
          instead: wanted.instead.map(({ kind }) => kind).join(','),
          without: wanted.without.join(','),
        };
        const entry = { ...byPerson(c.var.actor), action: 'schedule.personal_rules_changed', target, detail } as const;
        await parts.audit.append(tx, entry);
        return c.json({ ...wanted, findings: [...findings] });
      }),
  );
}
