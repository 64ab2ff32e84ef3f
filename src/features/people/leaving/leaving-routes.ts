import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, member, notFound } from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { findColleague, resourceOf } from '../directory.ts';
import { reportsOf } from '../profile/store.ts';
import { findPerson, namesOfPeople } from '../store.ts';

const answer = z
  .object({
    ...{ id: z.string(), name: z.string(), state: z.enum(['active', 'invited', 'deactivated']) },
    /** Null while they are here, and where it was not kept. */
    leftAt: z.string().nullable(),
    /** Active people who report to them. */
    reports: z.array(z.object({ id: z.string(), name: z.string() })),
    lists: z.array(z.object({ title: z.string(), items: z.array(z.string()) })),
  })
  .openapi('Leaving');

/** The off-boarding list: before somebody leaves, what will end and open up; afterwards, what did. */
export function leavingRoutes({ db, clock, leavingLists = [] }: PeopleContext): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'get',
        path: '/api/members/{id}/leaving',
        summary: 'What ends and opens up with a member who leaves, or has left',
        guard: member('members.manage'),
        request: { params: z.object({ id: z.uuid() }) },
        responses: { 200: jsonAnswer(answer, 'Now') },
      },
      async (c) =>
        db.inOrg(c.var.orgId, async (tx) => {
          const { id } = c.req.valid('param');
          const [person, colleague] = [await findPerson(tx, { id }), await findColleague(tx, id)];
          if (!person || !colleague) return notFound(c);
          if (!c.var.allowed('people.details', resourceOf(c.var.actor, colleague))) return notFound(c);
          const lists: { title: string; items: string[] }[] = [];
          for (const list of leavingLists) {
            lists.push({ title: list.title, items: [...(await list.read(tx, id, clock.now()))] });
          }
          const ids = await reportsOf(tx, id);
          const names = await namesOfPeople(tx, ids);
          const reports = ids.map((report) => ({ id: report, name: names.get(report) ?? '' }));
          const { name, state, leftAt } = person;
          return c.json({ id, name, state, leftAt: leftAt?.toISOString() ?? null, reports, lists });
        }),
    ),
  ];
}
