import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../test/support/sign-in.ts';
import { exportOrganisation } from '../commands/org/export.ts';
import { orgId } from '../platform/db/index.ts';
import { type Role, rights } from '../platform/policy/index.ts';
import { wage } from './expected-pay.fixture.ts';
import { type Matrix, openMatrix } from './world.fixture.ts';

/** A wage with marks in it × everybody whom it is not for × every page of the API, their exports and their refusals. */
let matrix: Matrix;
let ana: Browser;
/** As it was sent: in base 64. */
let file: string;
const marks = ['4242431', '42424.31', '42,424.31', 'Canarybird'];

beforeAll(async () => {
  matrix = await openMatrix();
  ana = await matrix.members.signInAs('employee');
  const body = { ...wage, why: 'Canarybird', pay: { kind: 'hourly', minor: 4_242_431, currency: 'EUR' } };
  const owner = matrix.as('owner');
  const path = `/api/pay/people/${ana.personId}/wages`;
  const { status, text } = await matrix.members.ask(owner, 'POST', path, { body });
  if (status !== 201) throw new Error(`nothing was entered: ${text}`);
  await matrix.members.ask(owner, 'POST', `/api/pay/people/${ana.personId}/look`, { body: { reason: 'checking' } });
  await importMarked();
  // And a raise that nobody has told her of.
  const raise = { from: wage.from, title: 'Canarybird', reason: 'Canarybird', pay: { roleId: null, pay: body.pay } };
  const [first, later] = [new Date(), new Date(Date.now() + 30 * 86_400_000)].map((at) =>
    at.toISOString().slice(0, 10),
  );
  await matrix.members.ask(owner, 'POST', path, { body: { ...wage, from: first } });
  const proposed = await matrix.members.ask(owner, 'POST', `/api/pay/people/${ana.personId}/raises`, {
    body: { ...raise, from: later },
  });
  if (proposed.status !== 201) throw new Error(`nothing was proposed: ${proposed.text}`);
  const made = await matrix.members.ask(owner, 'POST', '/api/schedule/roles', {
    body: { name: 'Bar', locationId: await firstLocation() },
  });
  const { id } = JSON.parse(made.text);
  await matrix.members.ask(owner, 'PUT', `/api/schedule/roles/${id}/people`, { body: { people: [ana.personId] } });
});
afterAll(() => matrix[Symbol.asyncDispose]());

/** A file with the marks in it: of a row that is entered, of one that is not, and of one with its columns mixed up. */
async function importMarked(): Promise<void> {
  const rows = [
    '42424.31,EUR,2025-01-01,Canarybird',
    '-42424.31,EUR,2025-02-01,Canarybird',
    'EUR,2025-03-01,42424.31,x',
  ];
  const text = `person,kind,amount,currency,from,why\n${rows.map((row) => `${ana.personId},hourly,${row}\n`).join('')}`;
  file = Buffer.from(text).toString('base64');
  const path = '/api/pay/wages/import';
  const send = async (under: string, body: object) =>
    JSON.parse((await matrix.members.ask(matrix.as('owner'), 'POST', path + under, { body })).text);
  const { rows: shown } = (await send('/preview', { file })) as { rows: { mark: string; why: string | null }[] };
  const whys = shown.flatMap(({ why }) => why ?? []);
  if (whys.length !== 2 || found(whys.join(' ')).length > 0) throw new Error(`two rows are wrong: ${whys.join(' ')}`);
  const done = await send('', { file, marks: shown.map(({ mark }) => mark) });
  if (done.added !== 1) throw new Error('nothing was imported');
}

async function firstLocation(): Promise<string> {
  const body = { name: 'Harbour', timeZone: 'Europe/Lisbon' };
  return JSON.parse((await matrix.members.ask(matrix.as('owner'), 'POST', '/api/locations', { body })).text).id;
}

const found = (text: string) => marks.filter((mark) => text.includes(mark));

it('is found by the owner, so that what follows is about something', async () => {
  const path = `/api/pay/people/${ana.personId}/look`;
  const { text } = await matrix.members.ask(matrix.as('owner'), 'POST', path, { body: { reason: 'checking' } });
  expect(found(text)).toEqual(['4242431', 'Canarybird']);
});

it.each(['admin', 'scheduler', 'auditor', 'publisher', 'employee'] as const)(
  'is on no page and in no refusal for the role %s',
  async (role: Role) => {
    for (const route of matrix.routes.filter(({ method, path }) => method === 'GET' || path.startsWith('/api/pay/'))) {
      const { text } = await matrix.ask(matrix.as(role), route, route.hasId ? ana.personId : undefined);
      expect([route.name, role, found(text)]).toEqual([route.name, role, []]);
    }
    for (const word of ['Canarybird', '4242431', 'wage']) {
      const search = await matrix.members.ask(matrix.as(role), 'GET', `/api/people?q=${word}`);
      // What was searched for may come back; what was found may not.
      expect([word, JSON.parse(search.text).people ?? []]).toEqual([word, []]);
    }
  },
);

it('of a raise is on no page of the person either, before somebody tells them', async () => {
  const told = ['Canarybird', 'raise_'];
  for (const route of matrix.routes.filter(({ method }) => method === 'GET')) {
    const { text } = await matrix.ask(ana, route, route.hasId ? ana.personId : undefined);
    // What she earns already is hers to see, with the reason that was given for it.
    const without = text.replaceAll('"why":"Canarybird"', '');
    expect([route.name, told.filter((mark) => without.includes(mark))]).toEqual([route.name, []]);
  }
});

it('is for no program, whatever its key may', async () => {
  const body = { name: 'A program', rights };
  const { key } = JSON.parse((await matrix.members.ask(matrix.as('owner'), 'POST', '/api/api-keys', { body })).text);
  const headers = { authorization: `Bearer ${key}`, origin: 'https://zapier.example', 'x-coact': '' };
  for (const route of matrix.routes.filter(({ path }) => path.startsWith('/api/pay/'))) {
    const { status, text } = await matrix.ask(null, route, route.hasId ? ana.personId : undefined, headers);
    expect([route.name, [401, 403].includes(status), found(text)]).toEqual([route.name, true, []]);
  }
});

it('is in no export of the organisation, and no line of the log', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'coact-export-'));
  const written = await exportOrganisation(matrix.world.app.operator, orgId(matrix.members.orgId), folder);
  const files = await readdir(written.folder);
  expect(files.some((name) => name.includes('wages'))).toBe(true);
  for (const name of files)
    expect([name, found(await readFile(join(written.folder, name), 'utf8'))]).toEqual([name, []]);
  const lines = JSON.stringify(matrix.world.log.lines);
  expect([found(lines), lines.includes(file.slice(-40, -8))]).toEqual([[], false]);
  await rm(folder, { recursive: true, force: true });
});
