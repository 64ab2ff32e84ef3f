import { z } from '@hono/zod-openapi';
import type { OrgId } from '../../../platform/db/index.ts';
import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, member, notFound } from '../../../platform/http/index.ts';
import type { Resource } from '../../../platform/policy/index.ts';
import type { NoticeContext } from './context.ts';
import { countNotices, findNotice, type KeptNotice, markAllRead, markRead, pageOfNotices } from './inbox-store.ts';
import { type NoticeContent, noticeEvents } from './notice.ts';
import { openContent } from './tell.ts';

const pageSize = 30;

const shown = z
  .object({
    id: z.string(),
    event: z.enum(noticeEvents),
    subject: z.string(),
    lines: z.array(z.string()),
    link: z.object({ label: z.string(), path: z.string() }).nullable(),
    at: z.iso.datetime(),
    read: z.boolean(),
    reached: z.boolean().describe('False where neither Slack nor mail nor telephone has brought it'),
  })
  .openapi('Notice');

type Context = Pick<NoticeContext, 'db' | 'vault' | 'clock'>;

/** What I was told, as it stands on the web for sixty days. */
export function noticeRoutes(context: Context): readonly GuardedRoute[] {
  return [listRoute(context), unreadRoute(context), readRoute(context), readAllRoute(context)];
}

function show({ id, event, state, readAt, createdAt }: KeptNotice, { subject, lines, link }: NoticeContent) {
  return {
    ...{ id, event, subject, lines: [...lines], link: link ?? null },
    ...{ at: createdAt.toISOString(), read: readAt !== null, reached: state !== 'failed' },
  };
}

const resourceOf = ({ id, personId }: KeptNotice, orgId: OrgId): Resource => ({
  ...{ type: 'Notice', id, orgId, person: personId },
});

function listRoute({ db, vault }: Context): GuardedRoute {
  const query = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
  return guarded(
    {
      method: 'get',
      path: '/api/notices',
      summary: 'What I was told in the last sixty days',
      guard: member('notices.own'),
      request: { query },
      responses: {
        200: jsonAnswer(
          z.object({ notices: z.array(shown), total: z.int(), unread: z.int() }),
          `Up to ${pageSize}, the newest first`,
        ),
      },
    },
    async (c) => {
      const { personId } = c.var.actor;
      const { page } = c.req.valid('query');
      return db.inOrg(c.var.orgId, async (tx) => {
        const found = await pageOfNotices(tx, personId, { limit: pageSize, offset: (page - 1) * pageSize });
        const notices = [];
        for (const one of found) notices.push(show(one, await openContent({ vault }, tx, one.id, one.sealed)));
        return c.json({ notices, ...(await countNotices(tx, personId)) });
      });
    },
  );
}

function unreadRoute({ db }: Context): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/notices/unread',
      summary: 'How many notices I have not opened',
      guard: member('notices.own'),
      responses: { 200: jsonAnswer(z.object({ unread: z.int() }), 'The number beside the bell') },
    },
    async (c) => {
      const { unread } = await db.inOrg(c.var.orgId, (tx) => countNotices(tx, c.var.actor.personId));
      return c.json({ unread });
    },
  );
}

function readRoute({ db, clock }: Context): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/notices/{id}/read',
      summary: 'Mark a notice of mine as opened',
      guard: member('notices.own'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 204: emptyAnswer('Marked') },
    },
    async (c) =>
      db.inOrg(c.var.orgId, async (tx) => {
        const notice = await findNotice(tx, c.req.valid('param').id);
        if (!notice || !c.var.allowed('notices.read', resourceOf(notice, c.var.orgId))) return notFound(c);
        await markRead(tx, notice.id, clock.now());
        return c.body(null, 204);
      }),
  );
}

function readAllRoute({ db, clock }: Context): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/notices/read',
      summary: 'Mark all notices of mine as opened',
      guard: member('notices.own'),
      responses: { 204: emptyAnswer('Marked') },
    },
    async (c) => {
      await db.inOrg(c.var.orgId, (tx) => markAllRead(tx, c.var.actor.personId, clock.now()));
      return c.body(null, 204);
    },
  );
}
