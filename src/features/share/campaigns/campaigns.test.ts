import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { newId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(async () => {
  await sql`delete from coact.share_requests`.execute(world.db.kysely);
  await sql`delete from coact.campaigns`.execute(world.db.kysely);
});

const begin = async (name: string, more: Json = {}) => world.ask('POST', '/api/campaigns', { name, ...more });
const idOf = async (name: string) => String((await begin(name)).json.id);
const compose = async (more: Json) => world.ask('POST', '/api/requests', { ...draft, ...more });
const listed = async () => (await world.ask('GET', '/api/campaigns')).json.campaigns as Json[];
const suggested = async (begins = '') =>
  ((await world.ask('GET', `/api/tags?begins=${encodeURIComponent(begins)}`)).json.tags as Json[]).map(
    ({ tag, requests }) => [tag, requests],
  );

describe('campaigns', () => {
  it('are listed by name with how many requests each has', async () => {
    const winter = await idOf('winter');
    await begin('Autumn', { colour: 'amber', from: '2026-09-01', until: '2026-11-30' });
    await compose({ campaignId: winter });
    expect(await listed()).toMatchObject([
      { name: 'Autumn', colour: 'amber', from: '2026-09-01', until: '2026-11-30', archived: false, requests: 0 },
      { id: winter, name: 'winter', colour: 'green', from: null, requests: 1 },
    ]);
  });

  it('have a name of their own, however it is written', async () => {
    await begin('Open day');
    expect(await begin(' OPEN  Day')).toMatchObject({ status: 422, json: { code: 'name_taken' } });
    const other = await idOf('Closed day');
    const renamed = (name: string) => world.ask('PATCH', `/api/campaigns/${other}`, { name });
    expect(await renamed('open day')).toMatchObject({ status: 422, json: { fields: { name: expect.any(String) } } });
    expect(await renamed('Closed Day')).toMatchObject({ status: 200, json: { name: 'Closed Day' } });
  });

  it('can be given days, archived and opened again', async () => {
    const id = await idOf('Spring');
    const change = (body: Json) => world.ask('PATCH', `/api/campaigns/${id}`, body);
    expect((await change({ from: '2026-03-01', until: '2026-02-01' })).json.code).toBe('bad_days');
    expect((await change({ from: '2026-03-01', archived: true })).json).toMatchObject({ archived: true });
    expect(await compose({ campaignId: id })).toMatchObject({ status: 422, json: { code: 'bad_campaign' } });
    expect((await change({ archived: false })).json).toMatchObject({ from: '2026-03-01', archived: false });
    expect((await compose({ campaignId: id })).status).toBe(201);
  });

  it('can be merged: the other one has the requests then', async () => {
    const [one, two] = [await idOf('Bauhaus'), await idOf('Bau-Haus')];
    const request = String((await compose({ campaignId: one })).json.id);
    await compose({ campaignId: two });
    const merge = (id: string, into: string) => world.ask('POST', `/api/campaigns/${id}/merge`, { into });
    expect((await merge(one, one)).status).toBe(422);
    expect((await merge(one, newId(world.clock))).status).toBe(422);
    expect((await merge(newId(world.clock), two)).status).toBe(404);
    expect(await merge(one, two)).toMatchObject({ status: 200, json: { id: two, requests: 2 } });
    expect((await listed()).map(({ id }) => id)).toEqual([two]);
    expect((await world.ask('GET', `/api/requests/${request}`)).json.campaignId).toBe(two);
  });

  it('are recorded: who began, changed and merged which', async () => {
    const [one, two] = [await idOf('A'), await idOf('B')];
    await world.ask('PATCH', `/api/campaigns/${one}`, { colour: 'rose', name: 'C' });
    await world.ask('POST', `/api/campaigns/${one}/merge`, { into: two });
    const { entries } = (await world.ask('GET', '/api/audit')).json as { entries: Json[] };
    const acts = entries.filter(({ action }) => String(action).startsWith('share.campaign')).slice(0, 4);
    expect(acts.map(({ action }) => action)).toEqual([
      'share.campaign_merged',
      'share.campaign_changed',
      'share.campaign_created',
      'share.campaign_created',
    ]);
    expect(acts[1]).toMatchObject({ detail: { fields: 'colour,name' } });
  });
});

describe('a request', () => {
  it('keeps its campaign and tags through edits of something else, and gives them to its duplicate', async () => {
    const campaignId = await idOf('Spring');
    const made = await compose({ campaignId, tags: ['#Boats', 'boats', 'Open day'] });
    expect(made.json).toMatchObject({ campaignId, tags: ['Boats', 'Open day'] });
    const path = `/api/requests/${made.json.id}`;
    expect((await world.ask('PATCH', path, { title: 'Another' })).json).toMatchObject({
      ...{ campaignId, tags: ['Boats', 'Open day'] },
    });
    expect((await world.ask('POST', `${path}/duplicate`)).json).toMatchObject({
      campaignId,
      tags: ['Boats', 'Open day'],
    });
    const without = await world.ask('PATCH', path, { campaignId: null, tags: [] });
    expect(without.json).toMatchObject({ campaignId: null, tags: [] });
    expect((await world.ask('DELETE', path)).status).toBe(204);
  });

  it('belongs to a campaign that is there', async () => {
    const campaignId = newId(world.clock);
    const made = await compose({});
    expect((await compose({ campaignId })).json).toMatchObject({ fields: { campaignId: expect.any(String) } });
    const edited = await world.ask('PATCH', `/api/requests/${made.json.id}`, { campaignId });
    expect(edited).toMatchObject({ status: 422, json: { code: 'bad_campaign' } });
  });

  it('that has ended can still be filed', async () => {
    const campaignId = await idOf('Looking back');
    const id = await world.sendRequest();
    await world.ask('POST', `/api/requests/${id}/end`);
    expect((await world.ask('PATCH', `/api/requests/${id}`, { campaignId })).status).toBe(409);
    const file = (body: Json) => world.ask('PUT', `/api/requests/${id}/filing`, body);
    const tags = ['Boats'];
    expect(await file({ campaignId, tags })).toMatchObject({ status: 200, json: { campaignId, tags } });
    expect((await world.ask('GET', `/api/requests/${id}`)).json).toMatchObject({ campaignId, tags });
    expect((await file({ campaignId: newId(world.clock), tags })).status).toBe(422);
    await world.ask('PATCH', `/api/campaigns/${campaignId}`, { archived: true });
    expect((await file({ campaignId, tags: [] })).status).toBe(200);
  });
});

describe('tags', () => {
  it('are suggested as most requests spell them, the most used first', async () => {
    for (const tags of [['Boats'], ['boats', 'Jobs'], ['Boats'], ['Bread 100%']]) await compose({ tags });
    expect(await suggested()).toEqual([
      ['Boats', 3],
      ['Bread 100%', 1],
      ['Jobs', 1],
    ]);
    expect(await suggested('bo')).toEqual([['Boats', 3]]);
    expect(await suggested('%')).toEqual([]);
  });
});
