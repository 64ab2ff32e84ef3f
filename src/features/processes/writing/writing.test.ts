import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { sql } from '../../../platform/db/index.ts';
import { openProcessWorld, openToAll, type ProcessWorld, step } from '../process-world.fixture.ts';

let given: ProcessWorld;
let scheduler: Browser;
let admin: Browser;
beforeAll(async () => {
  given = await openProcessWorld();
  scheduler = await given.signInAs('scheduler', 'Sol');
  admin = await given.signInAs('admin', 'Adi');
});
afterAll(() => given[Symbol.asyncDispose]());

const at = (id: string, act = '') => `/api/processes/${id}${act}`;
const words = (title: string, revision: number) => ({ title, body: 'Words.', steps: [], revision });

describe('a process', () => {
  it('is a draft, then in review, then holds; the next version holds in its place', async () => {
    const id = await given.begin({ title: 'Closing' }, scheduler);
    expect(await given.did('GET', at(id), undefined, scheduler)).toMatchObject({
      ...{ owner: { name: 'Sol' }, published: null, open: { state: 'draft', number: 1, title: 'Closing' } },
      may: { edit: true, publish: false },
    });
    await given.did('POST', at(id, '/review'), { note: 'The first one' }, scheduler);
    expect(await given.did('POST', at(id, '/publish'), undefined, admin)).toMatchObject({
      ...{ open: null, published: { number: 1, state: 'published', publishedBy: { name: 'Adi' } } },
    });
    await given.did('PUT', at(id, '/draft'), words('Closing time', 0), scheduler);
    expect(await given.did('GET', at(id))).toMatchObject({ published: { title: 'Closing' }, open: { number: 2 } });
    await given.did('POST', at(id, '/review'), {}, scheduler);
    await given.did('POST', at(id, '/publish'));
    const { versions } = await given.did('GET', at(id, '/versions'));
    expect(versions).toMatchObject([
      { number: 2, state: 'published', title: 'Closing time' },
      { number: 1, state: 'retired', title: 'Closing', note: 'The first one' },
    ]);
    expect(await given.did('GET', at(id, '/version?number=1'))).toMatchObject({ title: 'Closing', body: 'Words.' });
  });

  it('is published by somebody else than who gave it into review, but for the owner of it all', async () => {
    const id = await given.begin({}, scheduler);
    await given.did('POST', at(id, '/review'), {}, scheduler);
    expect(await given.ask('POST', at(id, '/publish'), undefined, scheduler)).toMatchObject({ status: 404 });
    const own = await given.begin({}, admin);
    await given.did('POST', at(own, '/review'), {}, admin);
    expect(await given.ask('POST', at(own, '/publish'), undefined, admin)).toMatchObject({ status: 404 });
    const owners = await given.begin();
    await given.did('POST', at(owners, '/review'), {});
    expect(await given.did('POST', at(owners, '/publish'))).toMatchObject({ published: { number: 1 } });
  });

  it('comes back with a reason, and a change of what is in review makes a draft of it', async () => {
    const id = await given.begin({ title: 'Wine' }, scheduler);
    await given.did('POST', at(id, '/review'), {}, scheduler);
    expect(await given.ask('POST', at(id, '/return'), { reason: ' ' }, admin)).toMatchObject({ status: 422 });
    expect(await given.did('POST', at(id, '/return'), { reason: 'Which glass?' }, admin)).toMatchObject({
      open: { state: 'draft', returnedNote: 'Which glass?' },
    });
    await given.did('POST', at(id, '/review'), {}, scheduler);
    const { open } = await given.did('GET', at(id));
    await given.did('PUT', at(id, '/draft'), words('Red wine', (open as { revision: number }).revision), scheduler);
    const late = await given.ask('POST', at(id, '/publish'));
    expect(late).toMatchObject({ status: 409, json: { code: 'not_in_review' } });
    expect(await given.did('GET', at(id))).toMatchObject({ open: { state: 'draft', title: 'Red wine' } });
  });

  it('tells two who write at once', async () => {
    const id = await given.begin();
    await given.did('PUT', at(id, '/draft'), words('One', 1));
    expect(await given.ask('PUT', at(id, '/draft'), words('Two', 1), admin)).toMatchObject({
      status: 409,
      json: { code: 'changed_meanwhile' },
    });
    expect(await given.did('GET', at(id))).toMatchObject({ open: { title: 'One', revision: 2 } });
  });

  it('is not given into review unfinished', async () => {
    const id = await given.begin({ steps: [step({ title: '' }), step({ kind: 'measure' })] });
    expect(await given.ask('POST', at(id, '/review'), {})).toMatchObject({
      status: 422,
      json: { fields: { 'steps.0.title': expect.any(String), 'steps.1.measure': expect.any(String) } },
    });
  });

  it('goes with its only draft, and stays without the next one', async () => {
    const never = await given.begin();
    expect((await given.ask('DELETE', at(never, '/draft'))).status).toBe(204);
    expect((await given.ask('GET', at(never))).status).toBe(404);
    const held = await given.publish({ title: 'Kept' });
    await given.did('PUT', at(held, '/draft'), words('Worse', 0));
    expect(await given.did('DELETE', at(held, '/draft'))).toMatchObject({ open: null, published: { title: 'Kept' } });
  });

  it('is archived and brought back', async () => {
    const id = await given.publish({ title: 'Fax machine' });
    const employee = await given.signInAs('employee');
    expect(await given.titles('fax', employee)).toEqual(['Fax machine']);
    await given.did('POST', at(id, '/archive'));
    expect(await given.titles('fax', employee)).toEqual([]);
    expect((await given.ask('GET', at(id), undefined, employee)).status).toBe(404);
    await given.did('POST', at(id, '/restore'));
    expect(await given.titles('fax', employee)).toEqual(['Fax machine']);
  });

  it('is told of: to those who may publish it, and to who gave it into review', async () => {
    const before = given.office.sent.length;
    const id = await given.begin({ title: 'Glass washing' }, scheduler);
    await given.did('POST', at(id, '/review'), { note: 'New machine' }, scheduler);
    await given.did('POST', at(id, '/publish'));
    await given.work();
    const mails = given.office.sent.slice(before).map(({ subject }) => subject);
    expect(mails.filter((subject) => subject === 'Sol asks you to review “Glass washing”')).toHaveLength(2);
    expect(mails).toContain('“Glass washing” holds now');
  });

  it('leaves its acts in the log, without its title', async () => {
    const id = await given.publish({ title: 'Secret sauce' });
    const text = await given.world.db.inOrg(given.owner.orgId, async (tx) =>
      JSON.stringify(await given.office.audit.read(tx)),
    );
    expect(text).toContain(id);
    expect(text).not.toContain('Secret sauce');
    expect(await given.acts()).toEqual(
      expect.arrayContaining(['processes.process_added', 'processes.process_published']),
    );
  });

  it('is given to nobody who has left', async () => {
    const id = await given.begin();
    const nobody = '018f0000-0000-7000-8000-0000000000aa';
    expect(await given.ask('PUT', at(id, '/access'), { ...openToAll, ownerId: nobody })).toMatchObject({
      ...{ status: 422, json: { fields: { ownerId: expect.any(String) } } },
    });
  });
});

describe('a version that was published', () => {
  it.each([
    ['its words', sql`body = 'Other words'`],
    ['its steps', sql`steps = '[]'::jsonb, title = 'Other'`],
    ['its state, back to a draft', sql`state = 'draft'`],
  ])('is kept by the database: %s can’t be changed', async (_what, change) => {
    const id = await given.publish();
    const changing = given.world.db.inOrg(given.owner.orgId, (tx) =>
      sql`update process_versions set ${change} where process_id = ${id}`.execute(tx.on()),
    );
    await expect(changing).rejects.toThrow(/stays as it is/);
  });
});
