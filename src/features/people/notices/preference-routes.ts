import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, problem } from '../../../platform/http/index.ts';
import type { NoticeContext } from './context.ts';
import { byEvent, noticeMethods } from './notice.ts';
import { closedReasons, type Preferences, readPreferences, setPreferences } from './preferences.ts';

const methods = z.array(z.enum(noticeMethods)).min(1, 'Choose at least one way.').max(noticeMethods.length);
const chosen = z.strictObject(byEvent(() => methods));
const reason = z.enum(closedReasons).nullable();
const told = z.array(z.enum(noticeMethods));
const grid = z
  .object({
    closed: z
      .object({ slack: reason, email: reason, text: reason, call: reason })
      .describe('Why a method is not open to me; null where it is'),
    chosen: z.object(byEvent(() => told)).describe('By event; empty where no method is open'),
  })
  .openapi('NoticePreferences');

type Context = Pick<NoticeContext, 'db' | 'slack' | 'phone' | 'phoneOf'>;

/** How I am told of what. */
export function preferenceRoutes(context: Context): readonly GuardedRoute[] {
  return [readRoute(context), putRoute(context)];
}

const show = ({ closed, chosen: by }: Preferences) => ({ closed, chosen: byEvent((event) => [...by[event]]) });

function readRoute(context: Context): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/notice-preferences',
      summary: 'How I am told of what',
      guard: member('notices.own'),
      responses: { 200: jsonAnswer(grid, 'My grid of events and methods') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const connected = await context.slack.isConnected(orgId);
      const mine = await context.db.inOrg(orgId, (tx) => readPreferences(context, tx, actor.personId, connected));
      return c.json(show(mine));
    },
  );
}

function putRoute(context: Context): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/notice-preferences',
      summary: 'Choose how I am told of what',
      guard: member('notices.own'),
      request: { body: jsonBody(z.strictObject({ chosen })) },
      responses: { 200: jsonAnswer(grid, 'As it is now') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const connected = await context.slack.isConnected(orgId);
      return context.db.inOrg(orgId, async (tx) => {
        const { closed } = await readPreferences(context, tx, actor.personId, connected);
        const wrong = await setPreferences(tx, actor.personId, closed, c.req.valid('json').chosen);
        if (wrong.length > 0) {
          const sentence = 'One of these ways is not open to you: choose among those that are.';
          return problem(c, 422, 'invalid', sentence, {
            fields: Object.fromEntries(wrong.map((event) => [`chosen.${event}`, sentence])),
          });
        }
        return c.json(show(await readPreferences(context, tx, actor.personId, connected)));
      });
    },
  );
}
