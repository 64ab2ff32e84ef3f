import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld, publicUrl } from '../../../../test/support/app-world.ts';
import { type OrgId, orgId as parseOrgId, sql } from '../../../platform/db/index.ts';
import { addRelease } from '../figures/store.ts';
import { sendDigests } from '../jobs.ts';
import { localNow } from './send.ts';

let world: AppWorld;
let org: OrgId;
beforeAll(async () => {
  world = await openAppWorld();
  org = parseOrgId(String((await world.ask('GET', '/api/organisation')).json.id));
  await world.ask('POST', '/api/setup', {
    ...{ ownerName: 'Maya', organisationName: 'Harbour', timeZone: 'Europe/Lisbon', ownerEmail: 'maya@example.com' },
  });
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  await sql`delete from coact.digests`.execute(world.db.kysely);
  await world.work();
});

const weekly: Json = { every: 'week', weekday: 1, hour: 9, mail: true, slack: false };
const ask = async (change: Json = {}) =>
  expect((await world.ask('PUT', '/api/digest', { ...weekly, ...change })).status).toBe(200);

/** The clock goes on to the next Monday, so many hours after midnight in Lisbon. */
function toMonday(hours: number): void {
  const now = localNow({ clock: world.clock }, 'Europe/Lisbon');
  const monday = now.toPlainDate().add({ days: 8 - now.dayOfWeek });
  const then = monday.toZonedDateTime('Europe/Lisbon').add({ hours }).epochMilliseconds;
  world.clock.advance(then - world.clock.now().getTime());
}
async function theHourTurns(): Promise<void> {
  await world.db.inOrg(org, (tx) => world.app.jobs.enqueue(tx, sendDigests, {}));
  await world.work();
}
const mails = () => {
  const folder = join(world.db.folder, 'outbox');
  const files = existsSync(folder) ? readdirSync(folder) : [];
  return files
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('=\n', '').replaceAll('=3D', '='))
    .filter((text) => text.includes('What sharing brought'));
};
const messages = () =>
  world.slack.calls.filter(({ method, args }) => method === 'chat.postMessage' && args.channel === 'U1');

describe('a digest', () => {
  it('is mine: read, set, changed and ended by me', async () => {
    expect((await world.ask('GET', '/api/digest')).json).toEqual({ digest: null });
    await ask({ slack: true });
    await ask({ every: 'month', hour: 7 });
    expect((await world.ask('GET', '/api/digest')).json).toEqual({ digest: { ...weekly, every: 'month', hour: 7 } });
    expect((await world.ask('PUT', '/api/digest', { ...weekly, mail: false })).status).toBe(422);
    expect((await world.ask('DELETE', '/api/digest')).status).toBe(204);
    expect((await world.ask('GET', '/api/digest')).json).toEqual({ digest: null });
  });

  it('comes by mail and in Slack once the hour has come, with the figures of the week that is over, once', async () => {
    toMonday(12);
    const id = await world.sendRequest({ title: 'Boats for all' });
    await ask({ slack: true });
    const lastWeek = localNow({ clock: world.clock }, 'Europe/Lisbon').toPlainDate().toString();
    await world.db.inOrg(org, (tx) => addRelease(tx, id, lastWeek, { awareness: 6, shares: { bluesky: 7, x: 1 } }));
    const before = { mails: mails().length, messages: messages().length };
    toMonday(8);
    await theHourTurns();
    expect(mails()).toHaveLength(before.mails);
    world.clock.advance(3_600_000);
    for (let times = 0; times < 3; times += 1) await theHourTurns();
    expect([mails().length, messages().length]).toEqual([before.mails + 1, before.messages + 1]);
    const said = JSON.stringify(messages().at(-1)?.args);
    for (const words of ['Awareness: 6', 'Shares: 8', 'Shared and clicked most: Boats for all', 'Open the report'])
      expect(said).toContain(words);
  });

  it('can be ended from the mail with one click, by whoever has it, signed in or not', async () => {
    await ask({ slack: true });
    toMonday(10);
    await theHourTurns();
    const mail = mails().at(-1) ?? '';
    expect(mail).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const stop = /List-Unsubscribe:\s+<([^>]+)>/.exec(mail)?.[1] ?? '';
    expect(stop).toMatch(new RegExp(`^${publicUrl}/digest/stop/${org}/[0-9a-f-]{36}$`));
    const click = (url: string) =>
      world.app.fetch(
        new Request(url, {
          ...{ method: 'POST', body: 'List-Unsubscribe=One-Click' },
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      );
    expect((await click(`${stop.slice(0, -1)}${stop.endsWith('0') ? '1' : '0'}`)).status).toBe(404);
    expect((await click(stop)).status).toBe(204);
    expect((await world.ask('GET', '/api/digest')).json).toEqual({ digest: { ...weekly, mail: false, slack: true } });
    await ask();
    expect((await click(stop)).status).toBe(204);
    expect((await world.ask('GET', '/api/digest')).json).toEqual({ digest: null });
    expect((await click(stop)).status).toBe(404);
  });

  it('ends when whoever asked for it may not read the totals any more', async () => {
    await ask();
    await sql`update coact.digests set person_id = gen_random_uuid()`.execute(world.db.kysely);
    const before = mails().length;
    toMonday(10);
    await theHourTurns();
    expect(mails()).toHaveLength(before);
    expect((await sql`select 1 from coact.digests`.execute(world.db.kysely)).rows).toEqual([]);
  });
});
