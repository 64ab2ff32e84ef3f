import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { sql } from '../../../platform/db/index.ts';

let world: World;
let office: Office;
let owner: Browser;
let ana: Browser;
beforeAll(async () => {
  world = await openWorld();
  office = await openOffice(world);
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  owner = await office.found();
  ana = await office.signInAs(owner.orgId, 'employee', 'Ana');
});

const ask = (method: string, path: string, body?: unknown, as = owner) => office.ask(path, { as, method, body });
const keep = (body: unknown, as = ana) => ask('PATCH', '/api/profile', body, as);
const employ = (person: Browser, body: unknown, as = owner) =>
  ask('PATCH', `/api/people/${person.personId}/employment`, body, as);
type Page = {
  name: string;
  contact: Record<string, unknown>;
  employment: Record<string, unknown> | null;
  manager: { id: string; name: string } | null;
  details: object | null;
  may: Record<string, boolean>;
};
const page = async (of: Browser, as: Browser) =>
  (await (await ask('GET', `/api/people/${of.personId}`, undefined, as)).json()) as Page;

const contact = {
  pronouns: 'she/her',
  phones: [{ kind: 'mobile', number: '+351910000000' }],
  address: 'Rua das Flores 1\n4050-262 Porto',
  emergency: { name: 'Rui', relation: 'brother', phone: '+351920000000' },
};

describe('one’s own profile', () => {
  it('is kept by oneself, seen by nobody else until one says so', async () => {
    const typed = { ...contact, name: 'Ana Prata', phones: [{ kind: 'mobile', number: '+351 910 000 000' }] };
    const kept = await keep(typed);
    expect(kept.status).toBe(200);
    const own = await kept.json();
    expect(own).toMatchObject({ name: 'Ana Prata', contact });
    expect(own).toMatchObject({
      seenBy: { email: 'me', pronouns: 'me', phones: 'me', address: 'me', emergency: 'me' },
    });
    expect(await (await ask('GET', '/api/profile', undefined, ana)).json()).toEqual(own);
    for (const as of [owner, await office.signInAs(owner.orgId, 'scheduler'), await colleague()]) {
      expect((await page(ana, as)).contact).toEqual({});
    }
  });

  it('is recorded by the names of the fields that changed, and no others', async () => {
    await keep(contact);
    await keep({ ...contact, pronouns: 'they/them', name: 'Ana', seenBy: { phones: 'everyone', email: 'me' } });
    await employ(ana, { seniority: 'Senior', legalName: null });
    const log = await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx));
    const acts = log.map(({ entry }) => entry).filter(({ action }) => action !== 'people.profile_read');
    const details = acts.slice(-2).map(({ action, detail }) => [action, detail]);
    expect(details).toEqual([
      ['people.profile_changed', { fields: 'pronouns,phonesSeenBy' }],
      ['people.employment_changed', { fields: 'seniority' }],
    ]);
  });

  it('forgets what is emptied, and leaves what is not said', async () => {
    await keep(contact);
    await keep({ phones: [], address: '  ', emergency: null });
    const own = (await (await ask('GET', '/api/profile', undefined, ana)).json()) as { contact: object };
    expect(own.contact).toMatchObject({ pronouns: 'she/her', phones: [], address: null, emergency: null });
  });

  it.each([
    [{ phones: [{ kind: 'mobile', number: '910' }] }, 'phones.0.number'],
    [{ emergency: { name: 'Rui', relation: '', phone: 'x' } }, 'emergency.phone'],
    [{ name: '' }, 'name'],
    [{ pronouns: 'she\nher' }, 'pronouns'],
    [{ seenBy: { phones: 'world' } }, 'seenBy.phones'],
  ])('refuses %j with a sentence at the field', async (change, field) => {
    const answer = await keep(change);
    expect(answer.status).toBe(422);
    expect(Object.keys(((await answer.json()) as { fields: object }).fields)).toEqual([field]);
  });

  it('stands sealed in the database, and the log names fields only', async () => {
    await keep({ ...contact, seenBy: { phones: 'managers' } });
    await employ(ana, { legalName: 'Ana Maria Prata' });
    await page(ana, owner);
    const { rows } = await sql<{ text: string }>`select row_to_json(p)::text as text from coact.profiles p
      where person_id = ${ana.personId}`.execute(world.db.kysely);
    const text = (rows[0]?.text ?? '').replaceAll(/\\\\x([0-9a-f]+)/g, (_, hex) =>
      Buffer.from(hex, 'hex').toString('latin1'),
    );
    const log = JSON.stringify(await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx)));
    for (const word of ['she/her', '910000000', 'Flores', 'Rui', 'Prata']) {
      expect([word, text.includes(word), log.includes(word)]).toEqual([word, false, false]);
    }
    expect(log).toContain('phonesSeenBy');
  });
});

const colleague = () => office.signInAs(owner.orgId, 'employee', 'Colleague');

describe('a contact field', () => {
  it('is seen by those whom the person chose', async () => {
    await keep({ ...contact, seenBy: { pronouns: 'everyone', phones: 'managers', email: 'managers' } });
    const far = await office.signInAs(owner.orgId, 'scheduler');
    const attic = ((await (await ask('POST', '/api/departments', { name: 'Attic' })).json()) as { id: string }).id;
    await ask('PATCH', `/api/members/${far.personId}`, { reach: { departments: [attic] } });
    const near = await office.signInAs(owner.orgId, 'scheduler');
    const boss = await colleague();
    await employ(ana, { managerId: boss.personId });
    const seen = async (as: Browser) => Object.keys((await page(ana, as)).contact ?? {}).toSorted();
    expect(await seen(owner)).toEqual(['email', 'phones', 'pronouns']);
    expect(await seen(near)).toEqual(['email', 'phones', 'pronouns']);
    expect(await seen(boss)).toEqual(['email', 'phones', 'pronouns']);
    expect(await seen(await office.signInAs(owner.orgId, 'payroll'))).toEqual(['pronouns']);
    expect(await seen(await colleague())).toEqual(['pronouns']);
    // Out of their reach, Ana is not there for a scheduler.
    expect((await ask('GET', `/api/people/${ana.personId}`, undefined, far)).status).toBe(404);
    await keep({ seenBy: { phones: 'me', pronouns: 'managers' } });
    expect(await seen(owner)).toEqual(['email', 'pronouns']);
    expect(await seen(await colleague())).toEqual([]);
  });

  it('is not shown of somebody who has left, but to those who keep the records', async () => {
    await keep({ ...contact, seenBy: { pronouns: 'everyone', phones: 'managers' } });
    await ask('DELETE', `/api/members/${ana.personId}`);
    expect((await ask('GET', `/api/people/${ana.personId}`, undefined, await colleague())).status).toBe(404);
    expect(Object.keys((await page(ana, owner)).contact)).toContain('phones');
  });

  it('leaves a record of each reading by another, with the names of the fields, once in a while', async () => {
    await keep({ ...contact, seenBy: { phones: 'managers', address: 'managers' } });
    const reads = async () =>
      (await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx)))
        .map(({ entry }) => entry)
        .filter(({ action, target }) => action === 'people.profile_read' && target.id === ana.personId);
    await page(ana, await colleague());
    await ask('GET', '/api/profile', undefined, ana);
    await page(ana, ana);
    await ask('POST', `/api/people/${ana.personId}/notes`, { text: 'Prefers mornings' });
    expect(await reads()).toEqual([]);
    await page(ana, owner);
    await ask('GET', `/api/people/${ana.personId}/notes`);
    await page(ana, owner);
    expect(await reads()).toEqual([
      {
        ...{ actor: { kind: 'person', id: owner.personId }, action: 'people.profile_read' },
        ...{ target: { type: 'person', id: ana.personId }, detail: { fields: 'phones,address' } },
      },
      expect.objectContaining({ detail: { fields: 'notes' } }),
    ]);
    world.clock.advance(11 * 60_000);
    await page(ana, owner);
    expect(await reads()).toHaveLength(3);
  });
});

describe('what is kept about somebody’s work', () => {
  const titles = { title: 'Head baker', seniority: 'Senior' };
  const work = { legalName: 'Ana Maria Prata', startDate: '2024-03-01', ...titles, kind: 'part_time' };

  it('is written by owners and admins, seen by the person and those who need it', async () => {
    const boss = await colleague();
    expect((await employ(ana, { ...work, managerId: boss.personId })).status).toBe(200);
    expect(await (await ask('GET', '/api/profile', undefined, ana)).json()).toMatchObject({
      employment: work,
      manager: { id: boss.personId, name: 'Colleague' },
    });
    const bare = { ...work, legalName: null };
    expect((await page(ana, owner)).employment).toEqual(work);
    expect((await page(ana, await office.signInAs(owner.orgId, 'payroll'))).employment).toEqual(work);
    expect((await page(ana, await office.signInAs(owner.orgId, 'scheduler'))).employment).toEqual(bare);
    expect(await page(ana, boss)).toMatchObject({ employment: bare, details: {}, may: { employ: false, note: true } });
    const other = await page(ana, await colleague());
    expect(other).toMatchObject({ name: 'Ana', employment: null, manager: null, details: null });
    for (const as of [ana, boss, await office.signInAs(owner.orgId, 'scheduler')]) {
      expect((await employ(ana, { seniority: 'Chief' }, as)).status).toBe(403);
    }
  });

  it('gets another title from what was decided elsewhere, recorded once', async () => {
    const { people, audit } = office;
    const by = { kind: 'person', id: owner.personId } as const;
    await employ(ana, { seniority: 'Senior', title: 'Baker' });
    const entitle = (title: string | null) =>
      world.db.inOrg(owner.orgId, (tx) => people.entitle(tx, by, ana.personId, title));
    const count = () =>
      world.db.inOrg(owner.orgId, async (tx) => (await audit.find(tx, { targetId: ana.personId }, null, 100)).length);
    const before = await count();
    for (const title of ['Head baker', 'Head baker']) await entitle(title);
    expect((await count()) - before).toBe(1);
    expect((await page(ana, owner)).employment).toMatchObject({ title: 'Head baker', seniority: 'Senior' });
    const titlesOf = () => world.db.inOrg(owner.orgId, (tx) => people.titlesOf(tx, [ana.personId, owner.personId]));
    expect([...(await titlesOf())]).toEqual([[ana.personId, 'Head baker']]);
    await entitle(null);
    expect((await titlesOf()).size).toBe(0);
  });

  it('has a manager who is an active member, and never in a circle', async () => {
    const [bo, cy] = [await colleague(), await colleague()];
    await employ(bo, { managerId: ana.personId });
    await employ(cy, { managerId: bo.personId });
    const stranger = await office.found('Elsewhere');
    for (const managerId of [ana.personId, bo.personId, cy.personId, stranger.personId]) {
      const answer = await employ(ana, { managerId });
      expect([managerId, answer.status]).toEqual([managerId, 422]);
      expect(await answer.json()).toMatchObject({ fields: { managerId: expect.any(String) } });
    }
    expect((await employ(bo, { managerId: null })).status).toBe(200);
    expect((await employ(ana, { managerId: cy.personId })).status).toBe(200);
  });

  it('makes a chart, in which each sees those of whom they may know it', async () => {
    const boss = await colleague();
    await employ(ana, { managerId: boss.personId });
    const chart = async (as: Browser) =>
      ((await (await ask('GET', '/api/people/chart', undefined, as)).json()) as { people: Record<string, unknown>[] })
        .people;
    expect(await chart(owner)).toMatchObject([
      { name: 'Ana', managerId: boss.personId },
      { name: 'Colleague', managerId: null },
      { name: 'Olga Owner', managerId: null },
    ]);
    expect((await chart(boss)).map(({ name }) => name)).toEqual(['Ana', 'Colleague']);
    expect(await chart(ana)).toMatchObject([{ id: ana.personId, managerId: null }]);
    const list = (await (await ask('GET', '/api/people?q=ana')).json()) as { people: object[] };
    expect(list.people).toMatchObject([{ details: { manager: { id: boss.personId, name: 'Colleague' } } }]);
  });
});

describe('a picture', () => {
  const put = (bytes: Uint8Array, as = ana) => {
    const form = new FormData();
    form.set('file', new File([Buffer.from(bytes)], 'me.png'));
    const { 'content-type': _, ...headers } = as.headers as Record<string, string>;
    return office.api.fetch(
      new Request('http://localhost:3000/api/profile/picture', { method: 'PUT', headers, body: form }),
    );
  };
  const look = (of: Browser, as: Browser) => ask('GET', `/api/people/${of.personId}/picture`, undefined, as);

  it('is made small, sealed, shown to colleagues, and gone when taken away', async () => {
    const large = await sharp({ create: { width: 900, height: 600, channels: 3, background: '#284' } })
      .png()
      .toBuffer();
    const other = await colleague();
    expect((await look(ana, other)).status).toBe(204);
    expect((await put(large)).status).toBe(204);
    const shown = await look(ana, other);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    const { width, height } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect([width, height]).toEqual([320, 213]);
    expect((await look(ana, await office.found('Elsewhere'))).status).toBe(404);
    const { rows } = await sql<{ sealed: Uint8Array }>`select sealed from coact.portraits`.execute(world.db.kysely);
    expect(Buffer.from(rows[0]?.sealed ?? []).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    const listed = (await (await ask('GET', '/api/people?q=ana', undefined, other)).json()) as { people: object[] };
    expect(listed.people).toMatchObject([{ pictureAt: world.clock.now().toISOString() }]);
    await ask('DELETE', '/api/profile/picture', undefined, ana);
    expect((await look(ana, other)).status).toBe(204);
  });

  it('is a picture', async () => {
    const answer = await put(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ code: 'picture_kind' });
  });
});

describe('a note', () => {
  const notes = (as: Browser) => ask('GET', `/api/people/${ana.personId}/notes`, undefined, as);
  const write = (as: Browser, body: unknown) => ask('POST', `/api/people/${ana.personId}/notes`, body, as);

  it('is written and read by those who answer for the person, never by the person or colleagues', async () => {
    const boss = await colleague();
    await employ(ana, { managerId: boss.personId });
    expect((await write(boss, { text: 'Prefers mornings' })).status).toBe(201);
    const read = (await (await notes(owner)).json()) as { notes: { id: string }[] };
    expect(read.notes).toMatchObject([{ text: 'Prefers mornings', author: 'Colleague', seenBy: 'managers' }]);
    for (const as of [ana, await colleague(), await office.signInAs(owner.orgId, 'payroll')]) {
      expect([(await notes(as)).status, (await write(as, { text: 'x' })).status]).toEqual([404, 404]);
      expect((await ask('DELETE', `/api/notes/${read.notes[0]?.id}`, undefined, as)).status).toBe(404);
    }
    expect((await ask('DELETE', `/api/notes/${read.notes[0]?.id}`, undefined, boss)).status).toBe(204);
    expect(await (await notes(owner)).json()).toEqual({ notes: [] });
  });

  it('leaves its words out of the log, and its reading in it', async () => {
    await write(owner, { text: 'Something confidential', seenBy: 'person' });
    await notes(owner);
    const log = JSON.stringify(await world.db.inOrg(owner.orgId, (tx) => office.audit.read(tx)));
    expect(log).not.toContain('confidential');
    expect(log).toContain('"fields":"notes"');
  });

  it('is shown to the person only where its writer says so', async () => {
    await write(owner, { text: 'For managers' });
    await write(owner, { text: 'For Ana too', seenBy: 'person' });
    const own = (await (await ask('GET', '/api/profile', undefined, ana)).json()) as { notes: object[] };
    expect(own.notes).toMatchObject([{ text: 'For Ana too', author: 'Olga Owner' }]);
  });

  it('about oneself is nobody’s to write, an owner’s neither', async () => {
    const own = await ask('POST', `/api/people/${owner.personId}/notes`, { text: 'Great' });
    expect(own.status).toBe(404);
  });
});

describe('two records of one human', () => {
  it('become one profile: nothing is lost, and what either hid stays hidden', async () => {
    await keep({ ...contact, seenBy: { phones: 'everyone', address: 'managers' } });
    const bo = await colleague();
    await employ(ana, { legalName: 'Ana Maria Prata', managerId: bo.personId });
    const reports = await colleague();
    await employ(reports, { managerId: ana.personId });
    await ask('POST', `/api/people/${ana.personId}/notes`, { text: 'Prefers mornings' });
    const slack = await world.db.inOrg(owner.orgId, async (tx) => {
      const person = await office.people.personForSlack(tx, 'U5');
      await office.people.linkSlack(tx, { userId: ana.userId, slackUserId: 'U5' });
      return person;
    });
    const merged = { ...ana, personId: slack.id };
    expect(await (await ask('GET', '/api/profile', undefined, merged)).json()).toMatchObject({
      ...{ id: slack.id, name: 'Ana', contact, manager: { id: bo.personId } },
      seenBy: { phones: 'everyone', address: 'managers', email: 'me' },
      employment: { legalName: 'Ana Maria Prata' },
    });
    expect((await page(reports, owner)).manager).toMatchObject({ id: slack.id });
    expect(await (await ask('GET', `/api/people/${slack.id}/notes`)).json()).toMatchObject({ notes: [{}] });
  });
});
