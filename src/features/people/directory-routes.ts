import { z } from '@hono/zod-openapi';
import type { Tx } from '../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, member } from '../../platform/http/index.ts';
import { roles } from '../../platform/policy/index.ts';
import type { PeopleContext } from './context.ts';
import { type Colleague, everyColleague, listColleagues, resourceOf } from './directory.ts';
import { pageNumber, searchWords } from './fields.ts';
import { portraitsOf } from './profile/store.ts';
import { namesOfPeople } from './store.ts';

const pageSize = 50;

const shown = z
  .object({
    id: z.string(),
    name: z.string(),
    /** When the picture was last changed; null without one. */
    pictureAt: z.string().nullable(),
    details: z
      .object({
        roles: z.array(z.enum(roles)),
        departments: z.array(z.string()),
        locations: z.array(z.string()),
        state: z.enum(['active', 'invited', 'deactivated']),
        manager: z.object({ id: z.string(), name: z.string() }).nullable(),
      })
      .nullable(),
  })
  .openapi('Colleague');

type Beside = { readonly pictures: ReadonlyMap<string, Date>; readonly names: ReadonlyMap<string, string> };

/** What is shown beside the people themselves: their pictures, and names of whom they report to. */
async function beside(tx: Tx, people: readonly Colleague[]): Promise<Beside> {
  const pictures = await portraitsOf(
    tx,
    people.map(({ id }) => id),
  );
  const names = await namesOfPeople(
    tx,
    people.flatMap(({ managerId }) => managerId ?? []),
  );
  return { pictures, names };
}

const show = (
  { id, name, roles: held, state, places, managerId }: Colleague,
  { pictures, names }: Beside,
  withDetails: boolean,
) => ({
  ...{ id, name, pictureAt: pictures.get(id)?.toISOString() ?? null },
  details: withDetails
    ? {
        ...{ roles: [...held], departments: [...places.departments], locations: [...places.locations], state },
        manager: managerId === null ? null : { id: managerId, name: names.get(managerId) ?? '' },
      }
    : null,
});

/** The directory: each sees whom their role lets them know of, and of them what it lets them know. */
export function directoryRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [listRoute(context), chartRoute(context)];
}

function listRoute({ db }: PeopleContext): GuardedRoute {
  return guarded(
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
      return db.inOrg(orgId, async (tx) => {
        const { found, total } = await listColleagues(tx, actor, q, { page, size: pageSize });
        const known = found.filter((person) => allowed('people.read', resourceOf(actor, person)));
        const also = await beside(tx, known);
        const people = known.map((person) => show(person, also, allowed('people.details', resourceOf(actor, person))));
        return c.json({ people, total });
      });
    },
  );
}

function chartRoute({ db }: PeopleContext): GuardedRoute {
  const box = z.object({
    ...{ id: z.string(), name: z.string(), pictureAt: z.string().nullable() },
    managerId: z.string().nullable(),
  });
  return guarded(
    {
      method: 'get',
      path: '/api/people/chart',
      summary: 'Who reports to whom, among those of whom I may know it, and myself',
      guard: member('people.list'),
      responses: { 200: jsonAnswer(z.object({ people: z.array(box) }), 'Active people by name') },
    },
    async (c) => {
      const { actor, orgId, allowed } = c.var;
      return db.inOrg(orgId, async (tx) => {
        const everybody = await everyColleague(tx, actor);
        const known = everybody.filter(
          (person) =>
            person.state === 'active' &&
            (person.id === actor.personId || allowed('people.details', resourceOf(actor, person))),
        );
        const ids = new Set(known.map(({ id }) => id));
        const { pictures } = await beside(tx, known);
        const people = known.map(({ id, name, managerId }) => ({
          ...{ id, name, pictureAt: pictures.get(id)?.toISOString() ?? null },
          managerId: managerId !== null && ids.has(managerId) ? managerId : null,
        }));
        return c.json({ people });
      });
    },
  );
}
