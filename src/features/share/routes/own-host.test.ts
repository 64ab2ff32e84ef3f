import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, draft, openAppWorld } from '../../../../test/support/app-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';

/** An organisation whose links stand on a host of its own, which is longer than the one that all share. */
const host = 'links-of-a-harbour-with-a-very-long-name.example';
/** Fits Bluesky's 300 with a shared link of 37 characters, and not with one of more than 65. */
const words = 'x'.repeat(240);
let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const body = { ...draft, networks: { bluesky: { variants: [words] } } };
const rendered = async () => (await world.ask('POST', '/api/requests/render', body)).json;
const send = async () => {
  const made = await world.ask('POST', '/api/requests', body);
  return world.ask('POST', `/api/requests/${made.json.id}/send`, {});
};

describe('a text whose link has a name', () => {
  it('is counted with the name, where it may be changed still', async () => {
    const short = { bluesky: { variants: ['x'.repeat(200)] } };
    const made = await world.ask('POST', '/api/requests', { ...draft, networks: short });
    const id = String(made.json.id);
    expect((await world.ask('POST', `/api/requests/${id}/send`, {})).status).toBe(200);
    await world.work();
    const { links } = (await world.ask('GET', `/api/links?requestId=${id}`)).json as { links: { id: string }[] };
    const name = 'the-name-of-a-link-that-is-as-long-as-names-of-links-can-be-here';
    expect((await world.ask('PATCH', `/api/links/${links[0]?.id}`, { name })).status).toBe(200);
    const { sampleLink, networks } = (await world.ask('POST', '/api/requests/render', { ...body, requestId: id })).json;
    expect(sampleLink).toBe(`http://localhost:3000/l/${name}`);
    const [post] = (networks as { bluesky: { remaining: number }[] }).bluesky;
    expect(post?.remaining).toBe(300 - 240 - 2 - String(sampleLink).length);
    const edited = await world.ask('PATCH', `/api/requests/${id}`, { networks: body.networks });
    expect(edited).toMatchObject({
      status: 422,
      json: { fields: { 'networks.bluesky.variants.0': expect.stringContaining('too long') } },
    });
  });
});

describe('a text with a link of the organisation’s own host', () => {
  it('is counted with the shared host first', async () => {
    expect(String((await rendered()).sampleLink)).toMatch(/^http:\/\/localhost:3000\/l\/x{12}$/);
    expect((await send()).status).toBe(200);
  });

  it('is counted with its own host once that is chosen, in the composer and before sending', async () => {
    await sql`insert into coact.link_domains
      (org_id, id, host, token, state, finding, found, added_at, checked_at, missing_since, is_default)
      select org_id, ${randomId()}, ${host}, 'coact-t', 'active', 'proven', '{}', now(), now(), null, true
      from coact.organisations`.execute(world.db.kysely);
    const { sampleLink, networks } = await rendered();
    expect(sampleLink).toBe(`http://${host}:3000/xxxxxxxxxxxx`);
    const [post] = (networks as { bluesky: { remaining: number; problems: string[] }[] }).bluesky;
    expect(post?.remaining).toBe(300 - 240 - 2 - String(sampleLink).length);
    expect(post?.problems).toEqual([expect.stringContaining('too long for Bluesky')]);
    const sent = await send();
    expect(sent.status).toBe(422);
    expect(sent.json.fields).toMatchObject({ 'networks.bluesky.variants.0': expect.stringContaining('too long') });
  });
});
