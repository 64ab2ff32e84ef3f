import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../test/support/app-world.ts';
import { randomId } from '../../platform/clock/index.ts';
import { type OrgId, orgId as parseOrgId, sql, type Tx } from '../../platform/db/index.ts';
import { findDigest, putDigest } from './digest/store.ts';
import { carryPublisher, heldAboutPublisher } from './publisher-store.ts';
import { composersOf } from './review/store.ts';

let world: AppWorld;
let org: OrgId;
let owner = '';
beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
  org = parseOrgId(String((await world.ask('GET', '/api/organisation')).json.id));
  const { rows } = await sql<{ id: string }>`select id from coact.people where 'owner' = any(roles)`.execute(
    world.db.kysely,
  );
  owner = rows[0]?.id ?? '';
});
afterAll(() => world[Symbol.asyncDispose]());

const inOrg = <T>(act: (tx: Tx) => Promise<T>) => world.db.inOrg(org, act);
const digest = { every: 'week', weekday: 1, hour: 9, mail: true, slack: false } as const;
const stored = (personId: string, stopKey = randomId()) => ({ ...digest, personId, toldFrom: '2026-05-04', stopKey });
const held = async (personId: string) => (await inOrg((tx) => heldAboutPublisher(tx, personId))) as Json;
const compose = async () => String((await world.ask('POST', '/api/requests', draft)).json.id);
const addFeed = () =>
  world.ask('POST', '/api/feeds', { name: 'News', url: 'https://harbour.example/feed', mode: 'review' });

describe('the copy of what is held about somebody who publishes', () => {
  it('holds what they asked for, wrote and added, and not the key that ends their mails', async () => {
    const id = await compose();
    await addFeed();
    expect((await world.ask('PUT', '/api/digest', digest)).status).toBe(200);
    const { sections } = (await world.ask('GET', '/api/my-data')).json as {
      sections: { title: string; content: Json }[];
    };
    const own = sections.find(({ title }) => title === 'Share requests, feeds and totals')?.content;
    expect(own).toMatchObject({
      digest,
      requests: expect.arrayContaining([expect.objectContaining({ id, begunByYou: true })]),
      feeds: [{ name: 'News', url: 'https://harbour.example/feed' }],
    });
    const stopKey = (await inOrg((tx) => findDigest(tx, owner)))?.stopKey;
    expect(stopKey).toBeTruthy();
    expect(JSON.stringify(sections)).not.toContain(stopKey);
  });

  it('holds requests of others that they changed, and nothing of anybody else', async () => {
    const id = await compose();
    const other = randomId();
    await inOrg((tx) =>
      sql`insert into share_composers (org_id, request_id, person_id) values (${org}, ${id}, ${other})`.execute(
        tx.on(),
      ),
    );
    expect(await held(other)).toMatchObject({ digest: null, requests: [{ id, begunByYou: false }], feeds: [] });
    expect(await held(randomId())).toEqual({ digest: null, reviews: [], requests: [], feeds: [] });
  });
});

describe('two records of one human that become one', () => {
  it('leave requests, feeds and the totals with the kept one, with the key of its mails', async () => {
    const [kept, stopKey] = [randomId(), randomId()];
    const id = await compose();
    await addFeed();
    const before = await held(owner);
    await inOrg((tx) => putDigest(tx, stored(owner)));
    await inOrg((tx) => sql`update digests set stop_key = ${stopKey} where person_id = ${owner}`.execute(tx.on()));
    await inOrg((tx) => carryPublisher(tx, kept, owner));
    expect(await held(kept)).toMatchObject({ ...before, digest });
    expect(await held(owner)).toEqual({ digest: null, reviews: [], requests: [], feeds: [] });
    expect((await inOrg((tx) => findDigest(tx, kept)))?.stopKey).toBe(stopKey);
    expect(await inOrg((tx) => composersOf(tx, id))).toEqual([kept]);
  });

  it('leave the kept one’s own choice of totals where both have one', async () => {
    const [kept, other] = [stored(randomId()), stored(randomId())];
    await inOrg(async (tx) => {
      await putDigest(tx, { ...kept, hour: 7 });
      await putDigest(tx, other);
      await carryPublisher(tx, kept.personId, other.personId);
    });
    expect(await inOrg((tx) => findDigest(tx, kept.personId))).toMatchObject({ hour: 7, stopKey: kept.stopKey });
    expect(await inOrg((tx) => findDigest(tx, other.personId))).toBeNull();
  });
});

describe('somebody who leaves', () => {
  it('takes their wish for the totals along at once', async () => {
    const added = await world.ask('POST', '/api/members', {
      name: 'Bo',
      email: 'bo@example.com',
      roles: ['publisher'],
    });
    const id = String(added.json.id);
    await inOrg((tx) => putDigest(tx, stored(id)));
    expect((await world.ask('PATCH', `/api/members/${id}`, { state: 'deactivated' })).status).toBe(200);
    expect(await inOrg((tx) => findDigest(tx, id))).toBeNull();
  });
});
