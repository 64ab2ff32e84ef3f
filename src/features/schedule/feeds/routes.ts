import { z } from '@hono/zod-openapi';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  publicRoute,
} from '../../../platform/http/index.ts';
import { askingAs } from '../../../platform/policy/index.ts';
import { randomToken, tokenHash } from '../../../platform/vault/index.ts';
import { mayPlan } from '../asking.ts';
import type { ScheduleParts } from '../parts.ts';
import { placeNames } from '../work/roles/place-names.ts';
import { calendarFile } from './calendar-file.ts';
import {
  deleteFeed,
  type Feed,
  feedsOf,
  findFeed,
  findFeedByToken,
  findFeedRole,
  noteRead,
  replaceFeed,
  toldShifts,
} from './store.ts';

const shown = z
  .object({
    id: z.string(),
    roleId: z.string().nullable(),
    roleName: z.string().nullable(),
    madeAt: z.string(),
    readAt: z.string().nullable(),
  })
  .openapi('CalendarFeed');

const show = ({ id, role, madeAt, readAt }: Feed) => ({
  ...{ id, roleId: role?.id ?? null, roleName: role?.name ?? null },
  ...{ madeAt: madeAt.toISOString(), readAt: readAt?.toISOString() ?? null },
});

/** Calendars by a secret address: everybody's own shifts, and for schedulers the shifts of a role. */
export function feedRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [listRoute(parts), makeRoute(parts), revokeRoute(parts), readRoute(parts)];
}

function listRoute({ db }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/feeds',
      summary: 'The calendar addresses that I made',
      guard: member('schedule.take_part'),
      responses: { 200: jsonAnswer(z.object({ feeds: z.array(shown) }), 'Without their secrets') },
    },
    async (c) => {
      const feeds = await db.inOrg(c.var.orgId, (tx) => feedsOf(tx, c.var.actor.personId));
      return c.json({ feeds: feeds.map(show) });
    },
  );
}

function makeRoute(parts: ScheduleParts): GuardedRoute {
  const { db, clock, audit, publicUrl } = parts;
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/feeds',
      summary: 'Make a calendar address, in place of the one before',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(z.strictObject({ roleId: z.uuid().nullable().default(null) })) },
      responses: { 201: jsonAnswer(shown.extend({ url: z.string() }), 'With its secret, this once') },
    },
    async (c) => {
      const { roleId } = c.req.valid('json');
      const { personId } = c.var.actor;
      const token = randomToken();
      const id = newId(clock);
      return db.inOrg(c.var.orgId, async (tx) => {
        if (roleId !== null) {
          const role = await findFeedRole(tx, roleId);
          if (!role || !mayPlan(c.var, role)) return notFound(c);
        }
        await replaceFeed(tx, { id, madeBy: personId, roleId, tokenHash: tokenHash(token) }, clock.now());
        await audit.append(tx, {
          actor: { kind: 'person', id: personId },
          action: 'schedule.feed_made',
          target: { type: 'feed', id },
          detail: { of: roleId ?? 'self' },
        });
        const feed = await findFeed(tx, id);
        if (!feed) throw new Error('a feed that was just made is not there');
        return c.json({ ...show(feed), url: `${publicUrl}/calendar/${token}.ics` }, 201);
      });
    },
  );
}

function revokeRoute({ db, audit }: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/schedule/feeds/{id}',
      summary: 'Make a calendar address lead nowhere',
      guard: member('schedule.take_part'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 204: emptyAnswer('Done') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const { personId } = c.var.actor;
      return db.inOrg(c.var.orgId, async (tx) => {
        const feed = await findFeed(tx, id);
        if (feed?.madeBy !== personId) return notFound(c);
        await deleteFeed(tx, id);
        await audit.append(tx, {
          actor: { kind: 'person', id: personId },
          action: 'schedule.feed_revoked',
          target: { type: 'feed', id },
        });
        return c.body(null, 204);
      });
    },
  );
}

const daysKept = 60;

/** Who asks has nothing but the address, so the answer is the same for all that do not lead to a calendar (any more). */
function readRoute(parts: ScheduleParts): GuardedRoute {
  const { db, clock, publicUrl } = parts;
  return guarded(
    {
      method: 'get',
      path: '/calendar/{file}',
      summary: 'Shifts as an iCalendar file',
      guard: publicRoute('the secret address is the right; it can be revoked'),
      limit: { name: 'calendar', points: 120, seconds: 600 },
      request: { params: z.object({ file: z.string().max(100) }) },
      responses: { 200: emptyAnswer('text/calendar, RFC 5545'), 304: emptyAnswer('As it was') },
    },
    async (c) => {
      const [, token] = /^([\w-]{43})\.ics$/.exec(c.req.valid('param').file) ?? [];
      const found = token ? await db.directory((tx) => findFeedByToken(tx, tokenHash(token))) : null;
      const text = found && (await db.inOrg(found.orgId, (tx) => readFeed(parts, tx, found.id)));
      if (!text) return notFound(c);
      const etag = `"${Buffer.from(tokenHash(text)).toString('base64url')}"`;
      const headers = { etag, 'cache-control': 'private, max-age=300', 'x-robots-tag': 'noindex' };
      if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
      return c.body(text, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' });
    },
  );

  async function readFeed({ people }: ScheduleParts, tx: Tx, id: string): Promise<string | null> {
    const feed = await findFeed(tx, id);
    const maker = feed && (await people.actor(tx, feed.madeBy));
    if (!feed || !maker) return null;
    const { role } = feed;
    // Whoever schedules it no longer, by their role or by their reach, sees no longer who works.
    if (role && !mayPlan(askingAs(parts, maker), role)) return null;
    const now = clock.now();
    const shifts = await toldShifts(
      tx,
      role ? { roleId: role.id } : { personId: feed.madeBy },
      new Date(now.getTime() - daysKept * 86_400_000),
    );
    const names = role
      ? await people.namesOf(
          tx,
          shifts.map(({ personId }) => personId),
        )
      : new Map<string, string>();
    const places = await placeNames({ people }, tx);
    const titled = shifts.map(({ id: shiftId, personId, role: job, locationId, ...shift }) => ({
      ...shift,
      location: places.get(locationId) ?? '',
      id: role ? `${shiftId}.${personId}` : shiftId,
      title: role
        ? `${names.get(personId) ?? 'Somebody who left'} · ${job}`
        : `${job} · ${places.get(locationId) ?? ''}`,
    }));
    await noteRead(tx, id, now);
    const { name } = await people.organisation(tx);
    const link = `${publicUrl}/team/mine`;
    const host = new URL(publicUrl).host;
    return calendarFile(titled, { name: role ? `${role.name} · ${name}` : `My shifts · ${name}`, host, link });
  }
}
