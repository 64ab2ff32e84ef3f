import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../test/support/app-members.ts';
import { draft } from '../../test/support/app-world.ts';
import { recordQueries } from '../../test/support/queries.ts';
import { pictureForm } from './file-forms.fixture.ts';
import { type Matrix, nobodys, openMatrix, type Route } from './world.fixture.ts';

/** Whoever may do everything at home may do and learn nothing elsewhere. */
let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix[Symbol.asyncDispose]());

const withId = (): readonly Route[] => matrix.routes.filter(({ hasId }) => hasId);

describe('an id of another organisation', () => {
  it('is, byte for byte, not there: status, headers and body', async () => {
    expect(withId().length).toBeGreaterThan(6);
    for (const route of withId()) {
      const foreign = await matrix.thing(route, matrix.stranger);
      for (const role of route.expected.may) {
        const ask = (id: string): Promise<Answer> => matrix.ask(matrix.as(role), route, id);
        const absent = await ask(nobodys);
        expect([route.name, role, absent.status]).toEqual([route.name, role, 404]);
        for (const id of [foreign, foreign.toUpperCase(), 'not-an-id', '%00', `${foreign}'`]) {
          expect([route.name, role, id, await ask(id)]).toEqual([route.name, role, id, absent]);
        }
      }
      const still = await matrix.ask(matrix.stranger, route, foreign);
      expect([route.name, still.status === 404]).toEqual([route.name, false]);
    }
  });

  it('costs the same queries as one that never was: no clock tells them apart', async () => {
    using record = recordQueries(matrix.world.db);
    for (const route of withId()) {
      const foreign = await matrix.thing(route, matrix.stranger);
      const traceOf = (id: string) => record.of(() => matrix.ask(matrix.as('owner'), route, id));
      const absent = await traceOf(nobodys);
      expect([route.name, absent.length > 0]).toEqual([route.name, true]);
      expect([route.name, await traceOf(foreign)]).toEqual([route.name, absent]);
    }
  });

  it('can’t be put into a request of one’s own', async () => {
    const { members, stranger, as } = matrix;
    const uploaded = await members.ask(stranger, 'POST', '/api/pictures', { body: pictureForm() });
    const { id } = JSON.parse(uploaded.text) as { id: string };
    const send = async (pictureId: string) => {
      const body = { ...draft, picture: { id: pictureId, alt: 'A quay' } };
      const made = await members.ask(as('publisher'), 'POST', '/api/requests', { body });
      return members.ask(as('publisher'), 'POST', `/api/requests/${JSON.parse(made.text).id}/send`, { body: {} });
    };
    const answer = await send(id);
    expect(answer.status).toBe(422);
    expect(answer).toEqual(await send(nobodys));
  });
});

describe('another organisation', () => {
  it('is, byte for byte, one that does not exist, on every route and for every role', async () => {
    const { members, stranger } = matrix;
    for (const route of matrix.routes) {
      const own = route.hasId ? await matrix.thing(route, matrix.as('owner')) : nobodys;
      const ask = (org: string, role: 'owner' | 'employee' = 'owner') =>
        matrix.ask(matrix.as(role), route, own, { 'x-coact-org': org });
      const absent = await ask(nobodys);
      expect([route.name, absent.status]).toEqual([route.name, 404]);
      for (const org of [stranger.orgId, 'not an id', stranger.orgId.toUpperCase(), '']) {
        expect([route.name, org, await ask(org)]).toEqual([route.name, org, absent]);
      }
      expect(await ask(stranger.orgId, 'employee')).toEqual(absent);
      const intruder = await matrix.ask(stranger, route, own, { 'x-coact-org': members.orgId });
      expect([route.name, intruder]).toEqual([route.name, absent]);
    }
  });

  it('is asked of the database no more than one that does not exist', async () => {
    using record = recordQueries(matrix.world.db);
    for (const route of matrix.routes) {
      const traceOf = (org: string) =>
        record.of(() => matrix.ask(matrix.as('owner'), route, nobodys, { 'x-coact-org': org }));
      expect([route.name, await traceOf(matrix.stranger.orgId)]).toEqual([route.name, await traceOf(nobodys)]);
    }
  });
});
