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

  it('has the default template’s parameters where nothing is said of them, and none where that is said', async () => {
    await keep('Usual', { isDefault: true });
    const begin = async (more: Json = {}) => (await world.ask('POST', '/api/requests', { ...draft, ...more })).json.utm;
    expect(await begin()).toEqual(utm);
    expect(await begin({ utm: {} })).toEqual({});
    expect(await begin({ utm: { source: 'own' } })).toEqual({ source: 'own' });
    const engagement = { network: 'bluesky', post: '', asks: [], starters: [] };
    expect(await begin({ engagement, networks: {} })).toEqual({});
  });

  it('keeps the title and campaign in its links with which it was sent, in those that come later too', async () => {
    const [one, two] = await Promise.all(
      ['First name', 'Second name'].map((name) => world.ask('POST', '/api/campaigns', { name })),
    );
    const kept = { source: '{network}', campaign: '{campaign}', content: '{request}' };
    const link = 'https://harbour.example/kept';
    const sent = { ...draft, link, utm: kept, title: 'As sent', campaignId: one?.json.id };
    const id = await world.sendRequest(sent);
    await world.ask('PUT', `/api/requests/${id}/filing`, { campaignId: two?.json.id, tags: [] });
    const networks = { bluesky: { variants: ['One', 'Two'] }, mastodon: { variants: ['Three'] } };
    expect((await world.ask('PATCH', `/api/requests/${id}`, { title: 'Renamed', networks })).status).toBe(200);
    const led = (await targets()).flatMap(({ target }) => (target.startsWith(link) ? [new URL(target).search] : []));
    expect(led.toSorted()).toEqual([
      '?utm_source=bluesky&utm_campaign=first-name&utm_content=as-sent',
      '?utm_source=bluesky&utm_campaign=first-name&utm_content=as-sent',
      '?utm_source=mastodon&utm_campaign=first-name&utm_content=as-sent',
    ]);
  });

  it('that is only planned leads where it says when it goes out', async () => {
    const link = 'https://harbour.example/planned';
    const made = await world.ask('POST', '/api/requests', {
      ...draft,
      link,
      title: 'Early',
      utm: { content: '{request}' },
    });
    const at = new Date(world.clock.now().getTime() + 3_600_000).toISOString();
    await world.ask('POST', `/api/requests/${made.json.id}/send`, { at });
    await world.ask('PATCH', `/api/requests/${made.json.id}`, { title: 'Late' });
    const led = (await targets()).filter(({ target }) => target.startsWith(link));
    expect(led).toEqual([{ target: `${link}?utm_content=late` }]);
  });

  it('leaves a parameter out that no campaign fills', async () => {
    await world.sendRequest({ ...draft, link: 'https://harbour.example/alone', utm });
    const [alone] = (await targets()).filter(({ target }) => target.includes('alone'));
    expect(alone?.target).toBe('https://harbour.example/alone?utm_source=bluesky');
  });
});
