import { csvLine, csvMark } from '../../../platform/csv/index.ts';
import { emptyAnswer, type GuardedRoute, guarded, member } from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { everyMember } from '../members.ts';
import type { Member } from '../person.ts';
import { listPlaces } from '../places/store.ts';

const columns = ['Name', 'E-mail', 'Roles', 'Departments', 'Locations', 'State'];

/** The directory as a file that an import reads again, for those who may see its addresses. */
export function exportRoute(context: PeopleContext): GuardedRoute {
  const { db, audit, clock } = context;
  return guarded(
    {
      method: 'get',
      path: '/api/members/export',
      summary: 'Take the list of members along, as CSV',
      guard: member('members.read', { stepUp: true }),
      limit: { name: 'members-export', points: 20, seconds: 600 },
      responses: { 200: emptyAnswer('The file') },
    },
    async (c) => {
      const { actor, orgId } = c.var;
      const file = await db.inOrg(orgId, async (tx) => {
        const members = await everyMember(context, tx);
        const places = [...(await listPlaces(tx, 'department')), ...(await listPlaces(tx, 'location'))];
        await audit.append(tx, {
          actor: { kind: 'person', id: actor.personId },
          action: 'people.members_exported',
          target: { type: 'organisation', id: orgId },
          detail: { members: members.length },
        });
        return membersFile(members, new Map(places.map(({ id, name }) => [id, name])));
      });
      const day = clock.now().toISOString().slice(0, 10);
      return c.body(file, 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="coact-members-${day}.csv"`,
        'cache-control': 'no-store',
      });
    },
  );
}

/** People whom Slack alone knows have no name here, and nothing to take along. */
function membersFile(members: readonly Member[], placeNames: ReadonlyMap<string, string>): string {
  const named = (ids: readonly string[]) =>
    ids
      .flatMap((id) => placeNames.get(id) ?? [])
      .toSorted()
      .join('; ');
  const lines = members
    .filter(({ name, email }) => name !== '' || email !== null)
    .map(({ name, email, roles, state, places: { departments, locations } }) =>
      csvLine([name, email ?? '', roles.join('; '), named(departments), named(locations), state]),
    );
  return csvMark + csvLine(columns) + lines.join('');
}
