import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiTypes } from '../../scripts/api-types.ts';
import { type AppWorld, openAppWorld } from '../../test/support/app-world.ts';
import { stripeSettings } from '../../test/support/stripe.ts';
import { forMembers, forSignedIn } from './expected.fixture.ts';
import { forEverybody } from './open-to-all.fixture.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld(null, { environment: stripeSettings });
});
afterAll(() => world[Symbol.asyncDispose]());

const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;
const guardedBy = (kind: string) =>
  world.app.api
    .listing()
    .filter(({ guard }) => guard.replace(/[^A-Za-z].*/, '') === kind)
    .map(named)
    .toSorted();

describe('every route', () => {
  it('has a guard, and is one that is expected', () => {
    expect(guardedBy('none')).toEqual([]);
    expect(guardedBy('member')).toEqual(Object.keys(forMembers).toSorted());
    expect(guardedBy('signedIn')).toEqual(forSignedIn.toSorted());
    expect(guardedBy('public')).toEqual(forEverybody.toSorted());
    const known = [...Object.keys(forMembers), ...forSignedIn, ...forEverybody];
    expect(world.app.api.listing().map(named).toSorted()).toEqual(known.toSorted());
  });

  it('of the API is described, with its input and its problems, in OpenAPI 3.1', () => {
    const document = world.app.api.document() as {
      openapi: string;
      paths: Record<string, Record<string, { summary?: string; responses: Record<string, unknown> }>>;
    };
    expect(document.openapi).toMatch(/^3\.1\./);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.replaceAll(/{(\w+)}/g, ':$1')}`),
    );
    const wanted = world.app.api.listing().filter(({ path }) => !path.startsWith('/connect/'));
    expect(described.toSorted()).toEqual(wanted.map(named).toSorted());
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, ...operation })),
    );
    for (const { route, summary, responses } of operations) {
      expect([route, Object.keys(responses).includes('default')]).toEqual([route, true]);
      expect([route, summary ?? '']).toEqual([route, expect.stringMatching(/^[A-Z].{4,}[^.]$/)]);
    }
    expect(() => JSON.parse(JSON.stringify(document))).not.toThrow();
  });

  it('is what the web app is compiled against', async () => {
    const types = readFileSync(new URL('../web/openapi.ts', import.meta.url), 'utf8');
    // Not equal? `npm run api` writes it anew.
    expect(types === (await apiTypes(world.app.api.document()))).toBe(true);
  });
});
