import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import { press } from './clocking.ts';
import { correctionRoutes } from './corrections/routes.ts';
import { atClock, refuse } from './doing.ts';
import type { ClockAct } from './entry.ts';
import { clockShape, inBody, pressBody } from './shapes.ts';
import { sheetRoutes } from './sheets/routes.ts';
import { showClock } from './state.ts';

/** The time clock: clocking in and out, corrections with approval, timesheets. */
export function clockRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    settingRoute(parts),
    stateRoute(parts),
    inRoute(parts),
    pressRoute(parts, 'break', 'Begin a break'),
    pressRoute(parts, 'back', 'End the break'),
    pressRoute(parts, 'out', 'Clock out; a break that runs ends with it'),
    ...correctionRoutes(parts),
    ...sheetRoutes(parts),
  ];
}

/** The only one that answers where the clock is off: the web app asks it whether to show anything of it. */
function settingRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/clock/setting',
      summary: 'Whether the organisation uses the time clock',
      guard: member('schedule.take_part'),
      responses: { 200: jsonAnswer(z.object({ on: z.boolean() }), 'On or off') },
    },
    async (c) => {
      const { timeClock } = await parts.db.inOrg(c.var.orgId, (tx) => readSettings(parts, tx));
      return c.json({ on: timeClock });
    },
  );
}

const answered = { 200: jsonAnswer(clockShape, 'What the clock shows now') };

function stateRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/clock',
      summary: 'Whether I am clocked in, and for what I would be',
      guard: member('schedule.take_part'),
      responses: answered,
    },
    (c) => atClock(c, parts, c.var, async ({ tx, by }) => c.json(await showClock(parts, tx, by))),
  );
}

function inRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/clock/in',
      summary: 'Clock in, for the published shift that is near or for work that nobody planned',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(inBody) },
      responses: answered,
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const refusal = await press(doing, { act: 'in', ...c.req.valid('json') });
        return refusal ? refuse(c, refusal) : c.json(await showClock(parts, doing.tx, doing.by));
      }),
  );
}

function pressRoute(parts: ScheduleParts, act: Exclude<ClockAct, 'in'>, summary: string): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: `/api/schedule/clock/${act}`,
      summary,
      guard: member('schedule.take_part'),
      request: { body: jsonBody(pressBody) },
      responses: answered,
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const refusal = await press(doing, { act, ...c.req.valid('json'), roleId: null });
        return refusal ? refuse(c, refusal) : c.json(await showClock(parts, doing.tx, doing.by));
      }),
  );
}
