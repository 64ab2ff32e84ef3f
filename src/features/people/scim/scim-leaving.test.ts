import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../../platform/db/index.ts';

/** Whom an identity provider takes out leaves by the same way as whom a member deactivates. */
let world: World;
let office: Office;
let owner: Browser;
let ana: Browser;
let token: string;
/** Of whom the slices above were told. */
const left: string[] = [];
let isBroken = false;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world, {
    above: {
      onLeaving: [
        async (_tx, personId) => {
          left.push(personId);
          if (isBroken) throw new Error('broken on purpose');
        },
      ],
    },
  });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
  ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
  const made = await office.ask('/api/organisation/scim', { as: owner, method: 'POST' });
  token = ((await made.json()) as { token: string }).token;
  left.length = 0;
  isBroken = false;
});

async function scim(method: string, body?: object): Promise<number> {
  const request = new Request(`http://localhost:3000/scim/v2/Users/${ana.personId}`, {
    ...{ method, body: body === undefined ? null : JSON.stringify(body) },
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' },
  });
  return (await office.api.fetch(request)).status;
}
const active = (value: boolean) =>
  scim('PATCH', {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'active', value }],
  });
const stored = async () => {
  const { rows } = await world.db.inOrg(owner.orgId, (tx) =>
    sql<{ state: string; deactivated_by: string | null; left_at: Date | null }>`
      select state, deactivated_by, left_at from people where id = ${ana.personId}`.execute(tx.on()),
  );
  return rows[0];
};
const access = async () => (await office.ask('/api/profile', { as: ana })).status;

it('is told to the slices above once, with the end of sessions, and again only after they were back', async () => {
  expect([await active(false), await active(false)]).toEqual([200, 200]);
  expect([left, await access()]).toEqual([[ana.personId], 401]);
  expect(await stored()).toEqual({ state: 'deactivated', deactivated_by: 'scim', left_at: world.clock.now() });
  await active(true);
  expect(await stored()).toEqual({ state: 'active', deactivated_by: null, left_at: null });
  await active(false);
  expect(left).toHaveLength(2);
});

it('happens too when the provider removes the user', async () => {
  expect(await scim('DELETE')).toBe(204);
  expect([left, await access()]).toEqual([[ana.personId], 401]);
  expect(await scim('DELETE')).toBe(404);
  expect(left).toHaveLength(1);
});

it('leaves nothing half done: where a slice above fails, they stay', async () => {
  isBroken = true;
  expect(await active(false)).toBe(500);
  expect([(await stored())?.state, await access()]).toEqual(['active', 200]);
});
