import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, member } from '../../platform/http/index.ts';
import { roles } from '../../platform/policy/index.ts';
import type { PeopleContext } from './context.ts';
import { type Colleague, listColleagues, resourceOf } from './directory.ts';
import { pageNumber, searchWords } from './fields.ts';

const pageSize = 50;

const shown = z
  .object({
    id: z.string(),
    name: z.string(),
    details: z
      .object({
        roles: z.array(z.enum(roles)),
        departments: z.array(z.string()),
        locations: z.array(z.string()),
        state: z.enum(['active', 'invited', 'deactivated']),
      })
      .nullable(),
  })
  .openapi('Colleague');

const show = ({ id, name, roles: held, state, places }: Colleague, withDetails: boolean) => ({
  ...{ id, name },
  details: withDetails ? { roles: held, departments: places.departments, locations: places.locations, state } : null,
});

/** The directory: each sees whom their role lets them know of, and of them what it lets them know. */
export function directoryRoutes({ db }: PeopleContext): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'get',
        path: '/api/people',
        summary: 'The people of my organisation, as far as I may know of them',
        guard: member('people.list'),
        request: { query: z.object({ q: searchWords, page: pageNumber }) },
        responses: {
          200: jsonAnswer(z.object({ people: z.array(shown), total: z.number().int() }), `By name, ${pageSize} a page`),
        },
      },
      async (c) => {
        const { q, page } = c.req.valid('query');
        const { actor, orgId, allowed } = c.var;
        const { found, total } = await db.inOrg(orgId, (tx) => listColleagues(tx, actor, q, { page, size: pageSize }));
        const people = found
          .filter((person) => allowed('people.read', resourceOf(actor, person)))
          .map((person) => show(person, allowed('people.details', resourceOf(actor, person))));
        return c.json({ people, total });
      },
    ),
  ];
}
