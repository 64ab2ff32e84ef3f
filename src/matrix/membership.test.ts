import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../test/support/sign-in.ts';
import { orgId, sql } from '../platform/db/index.ts';
import { type Matrix, nobodys, openMatrix } from './world.fixture.ts';

/** Being a member, and where, decides before any role does. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix[Symbol.asyncDispose]());

const codeOf = ({ text }: { readonly text: string }): string => JSON.parse(text).code;

/** Changes the row alone: the session stays, as if ending it had failed. */
async function become({ personId }: Browser, state: 'invited' | 'deactivated'): Promise<void> {
  const by = state === 'deactivated' ? 'member' : null;
  await sql`update coact.people set state = ${state}, deactivated_by = ${by} where id = ${personId}`.execute(
    matrix.world.db.kysely,
  );
}

describe.each(['invited', 'deactivated'] as const)('an owner who is %s, with a session that goes on', (state) => {
  let owner: Browser;
  beforeAll(async () => {
    owner = await matrix.members.signInAs('owner');
    await become(owner, state);
  });

  it('is nobody on every route, for the organisation and for each thing in it', async () => {
    for (const route of matrix.routes) {
      const own = route.hasId ? await matrix.thing(route, matrix.as('owner')) : nobodys;
      const plain = await matrix.ask(owner, route, own);
      expect([route.name, plain.status, codeOf(plain)]).toEqual([route.name, 403, 'no_organisation']);
      const asked = await matrix.ask(owner, route, own, { 'x-coact-org': matrix.members.orgId });
      const absent = await matrix.ask(owner, route, own, { 'x-coact-org': nobodys });
      expect([route.name, asked.status, asked]).toEqual([route.name, 404, absent]);
    }
  });

  it('sees in what is open to everybody that they have no organisation', async () => {
    const me = await matrix.members.ask(owner, 'GET', '/api/me');
    expect(JSON.parse(me.text)).toMatchObject({ organisation: null, organisations: [], roles: [], personId: null });
  });
});

describe('a publisher here who is an employee there', () => {
  let both: Browser;
  let here: string;
  let there: string;
  beforeAll(async () => {
    both = await matrix.members.signInAs('publisher');
    here = matrix.members.orgId;
    there = matrix.stranger.orgId;
    await matrix.members.join(both, orgId(there), 'employee');
  });

  it('has in each the rights of that one', async () => {
    for (const route of matrix.routes) {
      const ids = route.hasId
        ? [await matrix.thing(route, matrix.as('owner')), await matrix.thing(route, matrix.stranger)]
        : [nobodys, nobodys];
      const may = (role: 'publisher' | 'employee') => route.expected.may.includes(role);
      const inHere = await matrix.ask(both, route, ids[0], { 'x-coact-org': here });
      const inThere = await matrix.ask(both, route, ids[1], { 'x-coact-org': there });
      expect([route.name, 'here', inHere.status === 403]).toEqual([route.name, 'here', !may('publisher')]);
      expect([route.name, 'there', inThere.status === 403]).toEqual([route.name, 'there', !may('employee')]);
    }
  });

  it('finds nothing of the one in the other', async () => {
    for (const route of matrix.routes.filter(({ hasId, expected }) => hasId && expected.may.includes('publisher'))) {
      const elsewhere = await matrix.thing(route, matrix.stranger);
      const absent = await matrix.ask(both, route, nobodys, { 'x-coact-org': here });
      expect([route.name, absent.status]).toEqual([route.name, 404]);
      expect([route.name, await matrix.ask(both, route, elsewhere, { 'x-coact-org': here })]).toEqual([
        route.name,
        absent,
      ]);
    }
  });

  it('keeps the one when the other ends', async () => {
    await sql`update coact.people set state = 'deactivated', deactivated_by = 'member'
      where user_id = ${both.userId} and org_id = ${here}`.execute(matrix.world.db.kysely);
    const asked = await matrix.members.ask(both, 'GET', '/api/organisation', { headers: { 'x-coact-org': here } });
    expect(asked.status).toBe(404);
    const still = await matrix.members.ask(both, 'GET', '/api/organisation', { headers: { 'x-coact-org': there } });
    expect(JSON.parse(still.text)).toMatchObject({ id: there });
  });
});
