import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { sql } from '../../../platform/db/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => sql`delete from coact.utm_templates`.execute(world.db.kysely));

const path = '/api/utm-templates';
const utm = { source: '{network}', campaign: '{campaign}' };
const keep = (name: string, more: Json = {}) => world.ask('POST', path, { name, utm, ...more });
const idOf = async (name: string, more?: Json) => String((await keep(name, more)).json.id);
const listed = async () => (await world.ask('GET', path)).json.templates as Json[];
const defaults = async () => (await listed()).filter(({ isDefault }) => isDefault).map(({ name }) => name);

describe('templates of UTM parameters', () => {
  it('are listed by name, with their parameters as they were written', async () => {
    await keep('winter');
    await keep('Autumn', { utm: { source: ' x ', term: 'boats' } });
    expect(await listed()).toMatchObject([
      { name: 'Autumn', utm: { source: 'x', term: 'boats' }, isDefault: false },
      { name: 'winter', utm, isDefault: false },
    ]);
  });

  it('have a name of their own and say something', async () => {
    await keep('Usual');
    const other = await idOf('Other');
    for (const refused of [await keep(' USUAL '), await world.ask('PATCH', `${path}/${other}`, { name: 'usual' })]) {
      expect(refused).toMatchObject({
        status: 422,
        json: { code: 'name_taken', fields: { name: expect.any(String) } },
      });
    }
    expect((await keep('Empty', { utm: { source: '' } })).status).toBe(422);
    expect((await keep(' ')).status).toBe(422);
  });

  it('are the default of new requests one at a time', async () => {
    await keep('One', { isDefault: true });
    const two = await idOf('Two', { isDefault: true });
    expect(await defaults()).toEqual(['Two']);
    await world.ask('PATCH', `${path}/${two}`, { isDefault: false });
    expect(await defaults()).toEqual([]);
  });

  it('can be changed and deleted, which is recorded', async () => {
    const id = await idOf('Usual');
    expect((await world.ask('PATCH', `${path}/${id}`, { utm: { medium: 'm' } })).json).toMatchObject({
      ...{ name: 'Usual', utm: { medium: 'm' } },
    });
    expect((await world.ask('DELETE', `${path}/${id}`)).status).toBe(204);
    expect((await world.ask('DELETE', `${path}/${id}`)).status).toBe(404);
    expect((await world.ask('PATCH', `${path}/${id}`, { name: 'x' })).status).toBe(404);
    const { entries } = (await world.ask('GET', '/api/audit')).json as { entries: Json[] };
    const acts = entries.map(({ action }) => String(action)).filter((action) => action.includes('utm_template'));
    expect(new Set(acts)).toEqual(
      new Set(['share.utm_template_created', 'share.utm_template_changed', 'share.utm_template_deleted']),
    );
  });
});

describe('a request', () => {
  const targets = async () =>
    (await sql<{ target: string }>`select target from coact.short_links`.execute(world.db.kysely)).rows;

  it('leads to its link with the campaign’s name, and stays so when the template changes', async () => {
    const template = await idOf('Usual');
    const campaign = await world.ask('POST', '/api/campaigns', { name: 'Open Harbour Day' });
    const id = await world.sendRequest({ ...draft, utm, campaignId: campaign.json.id });
    await world.ask('PATCH', `${path}/${template}`, { utm: { source: 'else' } });
    expect((await world.ask('GET', `/api/requests/${id}`)).json.utm).toEqual(utm);
    expect(JSON.stringify(await targets())).toContain('utm_source=bluesky&utm_campaign=open-harbour-day');
  });

  it('leaves a parameter out that no campaign fills', async () => {
    await world.sendRequest({ ...draft, link: 'https://harbour.example/alone', utm });
    const [alone] = (await targets()).filter(({ target }) => target.includes('alone'));
    expect(alone?.target).toBe('https://harbour.example/alone?utm_source=bluesky');
  });
});
