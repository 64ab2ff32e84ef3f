import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { pictureForm } from '../../../matrix/file-forms.fixture.ts';
import { newId } from '../../../platform/clock/index.ts';
import { everywhere } from '../../../platform/policy/index.ts';
import { openProcessWorld, type ProcessWorld } from '../process-world.fixture.ts';
import { listReadable } from './find-store.ts';
import type { Audience, Found, Process, Version } from './process.ts';
import { resourceOf } from './process.ts';
import { insertProcess, insertVersion, updateProcess, updateVersion } from './store.ts';

let given: ProcessWorld;
let admin: Browser;
let ana: Browser;
beforeAll(async () => {
  given = await openProcessWorld();
  admin = await given.signInAs('admin', 'Adi');
  ana = await given.signInAs('employee', 'Ana');
});
afterAll(() => given[Symbol.asyncDispose]());

const at = (id: string, rest = '') => `/api/processes/${id}${rest}`;

async function memberOf(place: 'departments' | 'locations'): Promise<string> {
  const body = { name: newId(given.world.clock), ...(place === 'locations' ? { timeZone: 'Europe/Berlin' } : {}) };
  const { id } = await given.did('POST', `/api/${place}`, body);
  await given.did('PATCH', `/api/members/${ana.personId}`, { [place]: [id] });
  return String(id);
}

describe('a process that is meant for some', () => {
  it.each(['departments', 'locations'] as const)(
    'is read by who is of one of its %s, and by nobody else',
    async (place) => {
      const ref = await memberOf(place);
      const kind = place === 'departments' ? 'department' : 'location';
      const id = await given.publish({ title: `For ${place}` }, { audience: [{ kind, ref }] });
      const other = await given.signInAs('employee');
      expect(await given.titles(`for ${place}`, ana)).toEqual([`For ${place}`]);
      expect(await given.titles(`for ${place}`, other)).toEqual([]);
      expect((await given.ask('GET', at(id), undefined, other)).status).toBe(404);
      expect((await given.ask('GET', at(id), undefined, ana)).status).toBe(200);
    },
  );

  it('is read by who knows one of its roles', async () => {
    const { id: locationId } = await given.did('POST', '/api/locations', { name: 'Quay', timeZone: 'Europe/Berlin' });
    const { id: ref } = await given.did('POST', '/api/schedule/roles', { name: 'Bar', locationId });
    await given.did('PUT', `/api/schedule/roles/${ref}/people`, { people: [ana.personId] });
    await given.publish({ title: 'Mixing drinks' }, { audience: [{ kind: 'role', ref }] });
    expect(await given.titles('mixing', ana)).toEqual(['Mixing drinks']);
    expect(await given.titles('mixing', await given.signInAs('employee'))).toEqual([]);
  });

  it('shows no draft, no audience and no step back to its readers', async () => {
    const id = await given.publish({ title: 'Plain' }, { audience: [{ kind: 'person', ref: ana.personId }] });
    await given.did('PUT', at(id, '/draft'), { title: 'Rewritten', body: 'Unripe', steps: [], revision: 0 });
    const read = await given.ask('GET', at(id), undefined, ana);
    expect(read.json).toMatchObject({ open: null, audience: null, may: { edit: false, publish: false } });
    expect(await given.titles('unripe', ana)).toEqual([]);
    expect((await given.ask('GET', at(id, '/version?number=2'), undefined, ana)).status).toBe(404);
    expect((await given.did('GET', at(id, '/versions'), undefined, ana)).versions).toHaveLength(1);
  });
});

describe('a confidential process', () => {
  it('is not there for anybody else: list, search, addresses, pictures, acts, errors', async () => {
    const access = { confidential: true, audience: [{ kind: 'person', ref: ana.personId }] };
    const id = await given.publish({ title: 'Dismissals', body: 'Unmistakable' }, access);
    const unknown = newId(given.world.clock);
    for (const stranger of [admin, await given.signInAs('scheduler'), await given.signInAs('auditor')]) {
      expect(await given.titles('', stranger)).not.toContain('Dismissals');
      expect(await given.titles('unmistakable', stranger)).toEqual([]);
      for (const [method, rest, body] of [
        ['GET', '', undefined],
        ['GET', '/versions', undefined],
        ['GET', '/version?number=1', undefined],
        ['PUT', '/draft', { title: 'x', body: '', steps: [], revision: 0 }],
        ['POST', '/review', {}],
        ['POST', '/publish', undefined],
        ['POST', '/archive', undefined],
      ] as const) {
        const [answer, nothing] = [
          await given.ask(method, at(id, rest), body, stranger),
          await given.ask(method, at(unknown, rest), body, stranger),
        ];
        expect([method, rest, answer]).toEqual([method, rest, nothing]);
        expect(answer.status).toBe(404);
      }
      const log = await given.office.ask('/api/audit', { as: stranger });
      expect(await log.text()).not.toContain('Dismissals');
    }
    expect(await given.titles('unmistakable', ana)).toEqual(['Dismissals']);
    expect(await given.titles('unmistakable')).toEqual(['Dismissals']);
  });

  it('without anybody named is its own people’s alone', async () => {
    await given.publish({ title: 'Salaries' }, { confidential: true });
    expect(await given.titles('salaries', ana)).toEqual([]);
    expect(await given.titles('salaries')).toEqual(['Salaries']);
  });

  it('keeps its pictures to itself', async () => {
    const id = await given.publish({}, { confidential: true, audience: [{ kind: 'person', ref: ana.personId }] });
    const form = pictureForm();
    const { 'content-type': _, ...headers } = given.owner.headers;
    const sent = await given.office.api.fetch(
      new Request(`http://localhost:3000${at(id, '/pictures')}`, { method: 'POST', headers, body: form }),
    );
    expect(sent.status).toBe(201);
    const path = `/api/process-pictures/${((await sent.json()) as { id: string }).id}`;
    const shown = await given.office.ask(path, { as: ana });
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect((await given.office.ask(path, { as: admin })).status).toBe(404);
  });
});

describe('looking for words', () => {
  it('finds them anywhere in a process, from their beginning, whatever accents and capitals', async () => {
    const step = { id: newId(given.world.clock), kind: 'check', title: 'Kühlschrank', text: 'Below 7.5 °C' };
    const rest = { doer: { kind: 'anyone', id: null }, minutes: null, measure: null, choices: [] };
    await given.publish({
      title: 'Cold chain',
      body: 'See **https://cold.example/Café**',
      steps: [{ ...step, ...rest }],
    });
    for (const q of ['kuhl', 'KÜHLSCHRANK', 'cold cha', 'cafe', '7.5', 'below chain', 'cold.example']) {
      expect([q, await given.titles(q)]).toEqual([q, ['Cold chain']]);
    }
    for (const q of ['schrank', 'cold warm', "'; drop table", 'cold & !chain | x:*zz']) {
      expect([q, await given.titles(q)]).toEqual([q, []]);
    }
  });

  it('shows the words around what was found', async () => {
    await given.publish({ title: 'Long', body: `${'before '.repeat(40)}**needle** ${'after '.repeat(60)}` });
    const { processes } = await given.did('GET', '/api/processes?q=NEEDLE');
    expect((processes as { excerpt: string }[])[0]?.excerpt).toMatch(/^… .*before needle after .* …$/);
  });
});

describe('what SQL lists', () => {
  const ids = ['1', '2', '3'].map((last) => `018f0000-0000-7000-8000-00000000000${last}`);
  const [first = ''] = ids;
  const audience = fc.uniqueArray(
    fc.record({ kind: fc.constantFrom('person', 'role', 'department', 'location'), ref: fc.constantFrom(...ids) }),
    { maxLength: 3, selector: ({ kind, ref }) => kind + ref },
  ) as fc.Arbitrary<Audience[]>;
  const some = fc.subarray(ids);

  it('is what the policies let somebody read, whoever and whatever it is', async () => {
    const { db, clock } = given.world;
    const { orgId, personId: mine } = given.owner;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          audience,
          confidential: fc.boolean(),
          archived: fc.boolean(),
          holds: fc.boolean(),
          own: fc.boolean(),
        }),
        fc.record({ roles: some, departments: some, locations: some }),
        fc.constantFrom('owner', 'admin', 'scheduler', 'employee'),
        async ({ audience: wanted, confidential, archived, holds, own }, places, role) => {
          const id = newId(clock);
          const looker = { personId: own ? mine : first, ...places };
          const process: Process = { id, ownerId: mine, confidential, reviewBy: null, archived, audience: wanted };
          const version = versionOf(id, newId(clock));
          const listed = await db.inOrg(orgId, async (tx) => {
            await insertProcess(tx, process, clock.now());
            await updateProcess(tx, process, clock.now());
            await insertVersion(tx, version);
            if (holds) await updateVersion(tx, { ...version, state: 'published' });
            const asked = { ...looker, isOwner: role === 'owner', isAdmin: role === 'admin' };
            const rows = [
              ...(await listReadable(tx, asked, { words: ['unique', id], archived: false })),
              ...(await listReadable(tx, asked, { words: ['unique', id], archived: true })),
            ];
            return rows.some((row) => row.id === id);
          });
          const found: Found = { process, published: holds ? version : null, open: holds ? null : version };
          const actor = { kind: 'member', personId: looker.personId, orgId, roles: [role], state: 'active' } as const;
          const resource = resourceOf(orgId, found, looker);
          const asked = { actor: { ...actor, reach: everywhere, userId: null }, action: 'processes.read', resource };
          expect(listed).toBe(given.office.policy.decide(asked));
        },
      ),
      { numRuns: 60 },
    );
  });

  const versionOf = (processId: string, id: string): Version => ({
    ...{ id, processId, number: 1, state: 'draft', revision: 1, title: `Unique ${processId}`, body: '', steps: [] },
    ...{ note: '', returnedNote: '', writtenBy: null, submittedBy: null, publishedBy: null },
    ...{ writtenAt: given.world.clock.now(), publishedAt: null },
  });
});
