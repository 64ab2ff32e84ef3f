import { isDeepStrictEqual } from 'node:util';
import type { Context } from 'hono';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, problem } from '../../../../platform/http/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { readSettings } from './read-settings.ts';
import { senseOfSettings } from './sense.ts';
import type { Settings } from './settings.ts';
import { availablePacks, settingsShape, shownSettings } from './shapes.ts';
import { updateSettings } from './store.ts';

const answer = jsonAnswer(
  shownSettings,
  'The settings, packs of rules that can be switched on, and what will not work out',
);

/** How the organisation counts time and what it asks of a schedule. */
export function settingsRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [readRoute(parts), changeRoute(parts)];
}

const show = (settings: Settings) => ({
  ...settings,
  weekend: [...settings.weekend],
  rules: [...settings.rules],
  packs: [...settings.packs],
  availablePacks,
  findings: [...senseOfSettings(settings).findings],
});

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/settings',
      summary: 'How the organisation makes its schedules',
      guard: member('schedule.open'),
      responses: { 200: answer },
    },
    async (c) => c.json(show(await parts.db.inOrg(c.var.orgId, (tx) => readSettings(parts, tx)))),
  );
}

function changeRoute(parts: ScheduleParts): GuardedRoute {
  const { db, clock, audit } = parts;
  return guarded(
    {
      method: 'put',
      path: '/api/schedule/settings',
      summary: 'Change how the organisation makes its schedules',
      guard: member('schedule.settings'),
      request: { body: jsonBody(settingsShape) },
      responses: { 200: answer },
    },
    async (c) => {
      const { orgId, actor } = c.var;
      const wanted = c.req.valid('json');
      const { refused } = senseOfSettings(wanted);
      if (refused !== null)
        return problem(c, 422, 'contradiction', Object.values(refused)[0] ?? '', { fields: refused });
      return db.inOrg(orgId, async (tx) => {
        const before = await readSettings(parts, tx, true);
        if (before.revision !== wanted.revision) return stale(c);
        const after: Settings = { ...wanted, revision: before.revision + 1 };
        await updateSettings(tx, after, clock.now());
        const fields = changedNames(before, after);
        const target = { type: 'organisation', id: orgId };
        await audit.append(tx, { ...byPerson(actor), action: 'schedule.settings_changed', target, detail: { fields } });
        return c.json(show(after));
      });
    },
  );
}

/** The answer to a change of what somebody else has changed meanwhile. */
export function stale(c: Context): Response {
  const sentence = 'Somebody has changed this meanwhile. Load it again, then make your change.';
  return problem(c, 409, 'stale', sentence);
}

function changedNames(before: Settings, after: Settings): string {
  const names = (Object.keys(after) as (keyof Settings)[]).filter((name) => name !== 'revision');
  return names.filter((name) => !isDeepStrictEqual(before[name], after[name])).join(',');
}
