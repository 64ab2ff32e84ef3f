import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { catalogueProblems } from '../../platform/db/index.ts';

let world: World;
let office: Office;
let owner: Browser;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
  owner = await office.found();
});
afterAll(() => world[Symbol.asyncDispose]());

const nobodys = '018f0000-0000-7000-8000-0000000000aa';
const member = () => office.api.listing().filter(({ guard }) => guard.startsWith('member('));

describe('every route', () => {
  it('has a guard', () => {
    const listing = office.api.listing();
    expect(listing.length).toBeGreaterThan(10);
    expect(listing.filter(({ guard }) => guard === 'none')).toEqual([]);
  });

  it('for members asks for a session', async () => {
    for (const { method, path } of member()) {
      const answer = await office.ask(path.replace(':id', nobodys), {
        method,
        body: method === 'GET' ? undefined : {},
      });
      expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, 401]);
    }
  });

  it('for members does not know another organisation, whoever asks', async () => {
    const stranger = await office.found('Elsewhere');
    for (const { method, path } of member()) {
      const options = { method, as: stranger, body: method === 'GET' ? undefined : {} };
      const headers = { 'x-coact-org': owner.orgId };
      const answer = await office.ask(path.replace(':id', owner.personId), { ...options, headers });
      expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, 404]);
    }
  });

  it('that writes is closed to other sites', async () => {
    for (const { method, path } of office.api.listing().filter((route) => route.method !== 'GET')) {
      const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      const answer = await office.ask(path.replace(':id', owner.personId), { method, as: owner, body: {}, headers });
      // An identity provider is no browser: it comes from elsewhere with a token, and no cookie opens anything for it.
      const refusal = path.startsWith('/scim/') ? 401 : 403;
      expect([`${method} ${path}`, answer.status]).toEqual([`${method} ${path}`, refusal]);
    }
  });
});

describe('the tables', () => {
  it('leave no hole in the wall between organisations', async () => {
    expect(await catalogueProblems(world.db)).toEqual([]);
  });
});
