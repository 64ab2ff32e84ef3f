import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../../platform/db/index.ts';

let world: World;
let office: Office;
let owner: Browser;

beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
});

type Row = { line: number; name: string; verdict: string; why: string | null; mark: string };
type Preview = { rows: Row[]; missing: { departments: string[] }; refusedFile: string | null };
type Result = Record<'added' | 'changed' | 'invited' | 'same' | 'placesMade', number> & {
  refused: { line: number; why: string }[];
  refusedFile: string | null;
};
type Choices = { invite?: boolean; createPlaces?: boolean; mapping?: object };

const encoded = (text: string) => Buffer.from(text).toString('base64');
const post = (path: string, body: object, as = owner) => office.ask(path, { as, method: 'POST', body });
async function preview(text: string, choices: Choices = {}, as = owner): Promise<Preview> {
  const answer = await post('/api/members/import/preview', { file: encoded(text), ...choices }, as);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Preview;
}
async function commit(
  text: string,
  { rows }: Pick<Preview, 'rows'>,
  choices: Choices = {},
  as = owner,
): Promise<Result> {
  const marks = rows.map(({ mark }) => mark);
  const answer = await post('/api/members/import', { file: encoded(text), marks, ...choices }, as);
  expect(answer.status).toBe(200);
  return (await answer.json()) as Result;
}
const importNow = async (text: string, choices: Choices = {}) => commit(text, await preview(text, choices), choices);

type Shown = { id: string; name: string; email: string | null; roles: string[]; state: string; departments: string[] };
const members = async () =>
  ((await (await office.ask('/api/members', { as: owner })).json()) as { members: Shown[] }).members;
const named = async (name: string) => (await members()).find((one) => one.name === name);
const actsOf = async () => {
  const entries = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx));
  return entries.map(({ entry }) => entry.action);
};

describe('an import', () => {
  it('adds, changes and leaves people as the preview said, and says which rows it did not take', async () => {
    const bea = await office.signInAs(owner.orgId, 'employee', 'Bea');
    const address = (await named('Bea'))?.email ?? '';
    const text = `name,e-mail,roles,department\nBea,${address},scheduler,\nFlo,flo@x.example,,Bar\nGus,no address,,\n`;
    const shown = await preview(text, { createPlaces: true });
    expect(shown.rows.map(({ verdict }) => verdict)).toEqual(['changed', 'new', 'error']);
    expect(shown.missing.departments).toEqual(['Bar']);
    expect((await members()).map(({ name }) => name)).toEqual(['Bea', 'Olga Owner']);

    const done = await commit(text, shown, { createPlaces: true });
    expect(done).toMatchObject({ added: 1, changed: 1, invited: 0, same: 0, placesMade: 1, refused: [{ line: 4 }] });
    expect(done.refusedFile).toContain('"Gus","no address","","",4,"“no address” is no e-mail');
    expect(await named('Bea')).toMatchObject({ id: bea.personId, roles: ['scheduler', 'employee'] });
    const flo = await named('Flo');
    expect(flo).toMatchObject({ email: 'flo@x.example', state: 'active', roles: ['employee'] });
    expect(flo?.departments).toHaveLength(1);
    expect((await actsOf()).slice(2)).toEqual([
      'people.members_read',
      'people.import_previewed',
      ...['people.members_read', 'people.place_added', 'people.member_added', 'people.member_updated'],
      ...['people.members_imported', 'people.members_read', 'people.members_read'],
    ]);
    expect(await importNow(text, { createPlaces: true })).toMatchObject({ added: 0, changed: 0, same: 2 });
    expect(office.sent).toEqual([]);
  });

  it('invites by mail whoever has no way in, once, and the link lets them in', async () => {
    const text = 'name,mail\nIna,ina@x.example\nJo,jo@x.example\n';
    await importNow(text);
    expect(await named('Ina')).toMatchObject({ state: 'active' });
    const invited = await importNow(`${text}Kim,kim@x.example`, { invite: true });
    expect(invited).toMatchObject({ added: 1, changed: 2, invited: 3 });
    expect(await named('Ina')).toMatchObject({ state: 'invited' });
    while ((await office.jobs.runDue()) > 0);
    const mails = office.sent.filter(({ to }) => ['ina', 'jo', 'kim'].includes(to.split('@')[0] ?? ''));
    expect(mails).toHaveLength(3);
    const token = /token=([\w-]+)/.exec(mails.find(({ to }) => to === 'ina@x.example')?.text ?? '')?.[1];
    expect((await office.ask('/api/sign-in/verify', { body: { token } })).status).toBe(200);
    expect(await named('Ina')).toMatchObject({ state: 'active' });
    expect(await importNow(text, { invite: true })).toMatchObject({ invited: 0, same: 2 });
    while ((await office.jobs.runDue()) > 0);
    expect(office.sent.filter(({ to }) => to === 'jo@x.example')).toHaveLength(1);
  });

  it('refuses each row that would now do something else than its preview said', async () => {
    const text = 'name,mail,roles\nLea,lea@x.example,publisher\nMax,max@x.example,\n';
    const shown = await preview(text);
    await office.ask('/api/members', { as: owner, body: { name: 'Lea', email: 'lea@x.example' } });
    const done = await commit(text, shown);
    expect(done).toMatchObject({ added: 1, changed: 0 });
    expect(done.refused).toEqual([expect.objectContaining({ line: 2, why: expect.stringContaining('has changed') })]);
    expect((await named('Lea'))?.roles).toEqual(['employee']);
    expect(await commit(text, { rows: [] })).toMatchObject({ added: 0, same: 1, refused: [{ line: 2 }] });
  });

  it('by two admins at once adds nobody twice', async () => {
    const admin = await office.signInAs(owner.orgId, 'admin');
    const text = `name,mail,site\n${Array.from({ length: 40 }, (_, index) => `P${index},p${index}@x.example,Faro`).join('\n')}`;
    const choices = { createPlaces: true };
    const shown = await preview(text, choices);
    const both = await Promise.all([owner, admin].map((as) => commit(text, shown, choices, as)));
    expect(both.map(({ added }) => added).toSorted((a, b) => a - b)).toEqual([0, 40]);
    expect(both.map(({ same }) => same).toSorted((a, b) => a - b)).toEqual([0, 40]);
    expect(both.flatMap(({ refused }) => refused)).toEqual([]);
    expect((await members()).filter(({ name }) => name.startsWith('P'))).toHaveLength(40);
    expect(await office.audit.verify(owner.orgId)).toMatchObject({ ok: true });
  });

  it('by an admin makes no owner and touches none', async () => {
    const admin = await office.signInAs(owner.orgId, 'admin');
    const address = (await named('Olga Owner'))?.email ?? '';
    const text = `name,mail,roles\nOlga,${address},employee\nNia,nia@x.example,owner\n`;
    const done = await commit(text, await preview(text, {}, admin), {}, admin);
    expect(done).toMatchObject({ added: 0, changed: 0, refused: [{ line: 2 }, { line: 3 }] });
    expect((await named('Olga Owner'))?.roles).toContain('owner');
  });

  it('is refused as a whole, with what to do, where the file can’t be read', async () => {
    const refusal = async (file: string, more: object = {}) => {
      const answer = await post('/api/members/import/preview', { file, ...more });
      return [answer.status, ((await answer.json()) as { code: string; detail: string }).detail];
    };
    expect(await refusal('')).toEqual([422, 'Line 1: There is nothing in this file.']);
    expect(await refusal(encoded('a,"b'))).toEqual([422, expect.stringContaining('never closed')]);
    expect(await refusal(encoded('name\nA'), { mapping: {} })).toEqual([
      422,
      expect.stringContaining('who somebody is'),
    ]);
    expect(await refusal(encoded(`name\n${'A\n'.repeat(10_001)}`))).toEqual([422, expect.stringContaining('10,000')]);
    expect(await refusal(encoded(`name\n${'A'.repeat(5_000_000)}`))).toEqual([422, expect.stringContaining('5 MB')]);
  });

  it('reads its columns as it is told', async () => {
    const text = 'x;y\nnia@x.example;Nia\n';
    const shown = await preview(text, { mapping: { email: 0, name: 1 } });
    expect(shown.rows).toMatchObject([{ name: 'Nia', verdict: 'new' }]);
    expect((await preview(text)).rows).toMatchObject([{ verdict: 'error' }]);
    expect((await preview(text, { mapping: { name: 1, email: 99 } })).rows).toMatchObject([{ name: 'Nia' }]);
  });

  it('leaves no address readable in the database, nor in the audit log', async () => {
    const address = `canary-${crypto.randomUUID()}@x.example`;
    await importNow(`name,mail\nQuin,${address}\n`, { invite: true });
    const texts = await world.db.inOrg(owner.orgId, async (tx) => {
      const tables = ['people', 'audit_entries'];
      const found = await Promise.all(
        tables.map((table) =>
          sql<{ text: string }>`select t::text as text from ${sql.table(table)} t`.execute(tx.on()),
        ),
      );
      return found.flatMap(({ rows }) => rows.map(({ text }) => text)).join('\n');
    });
    const queued = await sql<{ text: string }>`select t::text as text from jobs.job t`.execute(world.db.kysely);
    const all = texts + queued.rows.map(({ text }) => text).join('\n');
    expect(all).toContain('people.member_added');
    expect([all.includes(address), all.includes(Buffer.from(address).toString('hex'))]).toEqual([false, false]);
  });
});

/** Of each kind one thousand rows; every kind but the first two is in error. */
const kinds: readonly ((index: number) => string)[] = [
  (index) => `Good ${index},good${index}@x.example,publisher,Bar,Porto`,
  (index) => `Plain ${index},,,Bar,`,
  (index) => `Bad ${index},bad${index}@@x,,,`,
  (index) => `,nobody${index}@x.example,,,`,
  () => ',,publisher,Bar,',
  (index) => `King ${index},king${index}@x.example,king,,`,
  (index) => `Boss ${index},boss${index}@x.example,owner,,`,
  (index) => `Long ${'x'.repeat(100)}${index},long${index}@x.example,,,`,
  (index) => `Far ${index},far${index}@x.example,,Moon ${index},`,
  (index) => `Good ${index},GOOD${index}@x.example,,,,,,extra`,
];
const huge = `name,mail,roles,department,location\n${Array.from({ length: 10_000 }, (_, row) =>
  (kinds[row % 10] ?? String)(Math.floor(row / 10)),
).join('\n')}`;

describe('ten thousand rows with every kind of error', () => {
  it('are answered for one by one, and those without error are in, all at once', async () => {
    await importNow('name,department,location\nFirst,Bar,Porto', { createPlaces: true });
    const begun = performance.now();
    const shown = await preview(huge);
    const previewed = performance.now();
    const count = (verdict: string) => shown.rows.filter((row) => row.verdict === verdict).length;
    expect([count('new'), count('error')]).toEqual([2_000, 8_000]);
    for (const { why } of shown.rows) expect(why ?? 'All is well.').toMatch(/^[^a-z].{8,}\.$/);
    const done = await commit(huge, shown);
    const committed = performance.now();
    expect([done.added, done.refused.length]).toEqual([2_000, 8_000]);
    expect(done.refusedFile?.split('\r\n')).toHaveLength(8_002);
    // Seconds, where something that grows with the square would take minutes; a busy machine has its allowance.
    expect([previewed - begun < 20_000, committed - previewed < 40_000]).toEqual([true, true]);
    const total = await world.db.inOrg(owner.orgId, (tx) =>
      sql<{ count: number }>`select count(*)::int as count from people`.execute(tx.on()),
    );
    expect(total.rows[0]?.count).toBe(2_002);
    expect(await office.audit.verify(owner.orgId)).toMatchObject({ ok: true });
  }, 120_000);
});

describe('the list of members as a file', () => {
  it('is asked for a fresh proof', async () => {
    const long = sql`now() - interval '11 minutes'`;
    await world.db.asOwner((tx) =>
      sql`update sessions set stepped_up_at = ${long} where user_id = ${owner.userId}`.execute(tx.on()),
    );
    const answer = await office.ask('/api/members/export', { as: owner });
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([403, 'step_up_needed']);
    const employee = await office.signInAs(owner.orgId, 'employee');
    expect((await office.ask('/api/members/export', { as: employee })).status).toBe(403);
  });

  it('is read again by an import that then changes nothing, and is recorded', async () => {
    await importNow('name,mail,roles,team\n=Flo,flo@x.example,"scheduler,publisher","Bar;Food"\n', {
      createPlaces: true,
    });
    const answer = await office.ask('/api/members/export', { as: owner });
    expect(answer.headers.get('content-disposition')).toMatch(/coact-members-.*\.csv/);
    const file = Buffer.from(await answer.arrayBuffer()).toString('utf8');
    expect(file).toContain(`"'=Flo","flo@x.example","publisher; scheduler; employee","Bar; Food"`);
    expect((await preview(file)).rows.map(({ verdict }) => verdict)).toEqual(['same', 'same']);
    expect(await actsOf()).toContain('people.members_exported');
  });
});
