import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../test/support/app-members.ts';
import { type AppWorld, openAppWorld, publicUrl } from '../test/support/app-world.ts';
import { startBluesky } from '../test/support/bluesky/server.ts';
import type { Browser } from '../test/support/sign-in.ts';
import { orgId, type Payload, sql } from './platform/db/index.ts';

/** What the members pages of the whole product hear: everything passes the database's notifications. */
let world: AppWorld;
let members: AppMembers;
beforeAll(async () => {
  world = await openAppWorld();
  members = await openMembers(world);
});
afterAll(() => world[Symbol.asyncDispose]());

/** Opens the stream as a page does, and gathers what it says until it ends. */
async function listen(as: Browser, headers: Record<string, string> = {}) {
  const request = new Request(`${publicUrl}/api/live`, {
    headers: { ...as.headers, accept: 'text/event-stream', ...headers },
  });
  const answer = await world.app.fetch(request);
  const heard = { text: '', ended: false };
  const gone = (async () => {
    for await (const chunk of answer.body ?? []) heard.text += Buffer.from(chunk as Uint8Array).toString();
    heard.ended = true;
  })();
  return { answer, heard, gone };
}

async function until(holds: () => boolean, ms = 1_000): Promise<void> {
  for (const end = performance.now() + ms; !holds(); await pause(5)) {
    if (performance.now() > end) throw new Error('it did not happen in time');
  }
}

const change = { title: 'Another title' };
const said = (what: string) => `event: changed\nid: 0\ndata: {"what":"${what}"}\n\n`;

describe('an open page', () => {
  let owner: Browser;
  let employee: Browser;
  beforeEach(async () => {
    owner = await members.signInAs('owner');
    employee = await members.signInAs('employee');
  });

  it('hears within a second what kind of thing has changed, if it may read such things', async () => {
    const [page, theirs, elsewhere] = [
      await listen(owner),
      await listen(employee),
      await listen(await members.found('Elsewhere')),
    ];
    expect(page.answer.headers.get('content-type')).toContain('text/event-stream');
    const id = await world.sendRequest();
    await until(() => page.heard.text.includes(said('requests')));
    await members.ask(owner, 'PATCH', `/api/requests/${id}`, { body: change });
    await members.ask(owner, 'POST', '/api/members', { body: { name: 'Pia', email: 'p@example.com', roles: [] } });
    await until(() => page.heard.text.includes(said('members')));
    expect(page.heard.text).not.toContain('Another title');
    for (const one of [theirs, elsewhere]) expect(one.heard.text).toBe('id: 0\nretry: 1000\n\n');
  });

  it('ends within a second of the sign-out, and of that session only', async () => {
    const [page, other] = [await listen(employee), await listen(owner)];
    await members.ask(employee, 'POST', '/api/sign-out');
    await until(() => page.heard.ended);
    expect(other.heard.ended).toBe(false);
    expect((await listen(employee)).answer.status).toBe(401);
  });

  it('ends within a second of its person’s deactivation, and is not opened again', async () => {
    const page = await listen(employee);
    const listed = JSON.parse((await members.ask(owner, 'GET', '/api/members')).text);
    const me = JSON.parse((await members.ask(employee, 'GET', '/api/me')).text);
    expect(listed.members.some((one: { id: string }) => one.id === me.personId)).toBe(true);
    const body = { state: 'deactivated' };
    expect((await members.ask(owner, 'PATCH', `/api/members/${me.personId}`, { body })).status).toBe(200);
    await until(() => page.heard.ended);
    expect((await listen(employee)).answer.status).not.toBe(200);
  });

  it('is told to read everything when it comes back, and only then', async () => {
    const [first, back] = [await listen(owner), await listen(owner, { 'last-event-id': '0' })];
    await until(() => back.heard.text.includes('event: everything'));
    expect(first.heard.text).not.toContain('everything');
  });

  it('is one of eight at most', async () => {
    const pages = await Promise.all(Array.from({ length: 9 }, () => listen(employee)));
    expect(pages.map((page) => page.answer.status).toSorted()).toEqual([...Array(8).fill(200), 429]);
  });

  it('is a stream for whoever asks for one', async () => {
    const plain = await members.ask(owner, 'GET', '/api/live');
    expect([plain.status, JSON.parse(plain.text).code]).toEqual([406, 'events_only']);
  });
});

describe('what employees do with a request', () => {
  it('is heard by nobody: not opening it, connecting an account, or sharing', async () => {
    await using bluesky = await startBluesky();
    await using own = await openAppWorld(bluesky);
    const requestId = await own.sendRequest();
    const account = await bluesky.addAccount('ana');
    const { organisation } = (await own.ask('GET', '/api/me')).json as { organisation: { id: string } };
    const heard: Payload[] = [];
    await pause(300);
    await own.db.listen('live.changed', { heard: (payload) => heard.push(payload), missed: () => undefined });
    await own.click('U2', 'share.open', requestId);
    await own.connect('U2', account);
    await own.post('U2', 'We open in Porto! #boats');
    await own.work();
    await pause(300);
    expect(
      await own.db.inOrg(orgId(organisation.id), (tx) => sql`select 1 from share_tokens`.execute(tx.on())),
    ).toMatchObject({
      rows: [expect.anything()],
    });
    expect(heard).toEqual([]);
  });
});
