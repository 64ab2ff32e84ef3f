import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppWorld, openAppWorld } from '../../test/support/app-world.ts';
import { accountSchema, codeSecretSchema, recoveryCodesSchema } from '../features/people/web/account/contract.ts';
import {
  deliveriesSchema,
  deliveryBodySchema,
  keyMadeSchema,
  keysSchema,
  webhookSecretSchema,
  webhooksSchema,
} from '../features/people/web/api/contract.ts';
import { previewSchema, resultSchema } from '../features/people/web/imports/contract.ts';
import { membersSchema } from '../features/people/web/members/contract.ts';
import { noticesSchema, preferencesSchema, unreadSchema } from '../features/people/web/notices/contract.ts';
import { scimSchema } from '../features/people/web/settings/scim-settings.tsx';
import { emptyForm } from '../features/share/web/composer/composer-form.ts';
import { draftBody } from '../features/share/web/composer/draft-body.ts';
import { usualNetworks } from '../features/share/web/composer/offer.ts';
import {
  networkOfferSchema,
  renderedSchema,
  requestListSchema,
  requestSchema,
} from '../features/share/web/contract.ts';
import { dashboardSchema } from '../features/share/web/dashboard/contract.ts';
import { networkNames } from '../features/share/web/network.ts';
import { actsSchema, directorySchema, pageSchema, verificationSchema } from '../features/trust/web/contract.ts';
import { channelsSchema, meSchema, organisationSchema, slackSchema } from './contract.ts';
import { failureFrom } from './problem.ts';
import type { z } from './zod.ts';

// The web app parses every answer; here the real server gives them, so that neither side drifts from the other.
let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function answer<T>(schema: z.ZodType<T>, method: string, path: string, body?: unknown): Promise<T> {
  const { status, json } = await world.ask(method, path, body);
  expect({ path, ok: status < 300, json }).toMatchObject({ ok: true });
  return schema.parse(json);
}

test('who is signed in, at which organisation', async () => {
  const me = await answer(meSchema, 'GET', '/api/me');
  expect(me).toMatchObject({ signedIn: true, organisation: { setup: { named: true, slackConnected: true } } });
  await answer(organisationSchema, 'GET', '/api/organisation');
  const changed = await answer(organisationSchema, 'PATCH', '/api/organisation', { smallGroup: 7 });
  expect(changed.smallGroup).toBe(7);
});

test('the workspace, its channels, and the members', async () => {
  expect((await answer(slackSchema, 'GET', '/api/slack')).installed?.health).toBe('ok');
  expect((await answer(channelsSchema, 'GET', '/api/slack/channels')).channels.length).toBeGreaterThan(0);
  expect((await answer(membersSchema, 'GET', '/api/members')).members.length).toBeGreaterThan(0);
});

test('an import, and the way in for an identity provider', async () => {
  const body = { file: Buffer.from('name,team\nNia,Bar\n').toString('base64'), createPlaces: true };
  const preview = await answer(previewSchema, 'POST', '/api/members/import/preview', body);
  expect(preview).toMatchObject({ rows: [{ verdict: 'new' }], missing: { departments: ['Bar'] } });
  const marks = preview.rows.map(({ mark }) => mark);
  expect(await answer(resultSchema, 'POST', '/api/members/import', { ...body, marks })).toMatchObject({ added: 1 });
  expect((await answer(scimSchema, 'GET', '/api/organisation/scim')).token).toBeNull();
});

test('keys of programs, and where events are sent', async () => {
  const rights = ['read', 'webhooks'];
  expect((await answer(keyMadeSchema, 'POST', '/api/api-keys', { name: 'Zapier', rights })).made.rights).toEqual(
    rights,
  );
  expect((await answer(keysSchema, 'GET', '/api/api-keys')).keys).toHaveLength(1);
  const wanted = { name: 'CRM', url: 'https://crm.example/coact', events: ['request.opened'] };
  const { webhook } = await answer(webhookSecretSchema, 'POST', '/api/webhooks', wanted);
  expect((await answer(webhooksSchema, 'GET', '/api/webhooks')).webhooks).toEqual([webhook]);
  await world.ask('POST', `/api/webhooks/${webhook.id}/test`);
  const { deliveries } = await answer(deliveriesSchema, 'GET', `/api/webhooks/${webhook.id}/deliveries`);
  const looked = await answer(deliveryBodySchema, 'GET', `/api/webhook-deliveries/${deliveries[0]?.id}`);
  expect(looked.body).toContain('"type":"ping"');
});

test('what I was told, and how', async () => {
  expect(await answer(noticesSchema, 'GET', '/api/notices?page=1')).toMatchObject({ notices: [], total: 0 });
  expect(await answer(unreadSchema, 'GET', '/api/notices/unread')).toEqual({ unread: 0 });
  const { chosen } = await answer(preferencesSchema, 'GET', '/api/notice-preferences');
  const changed = { ...chosen, reminder: ['slack'] };
  const saved = await answer(preferencesSchema, 'PUT', '/api/notice-preferences', { chosen: changed });
  expect(saved.chosen.reminder).toEqual(['slack']);
});

test('the audit log, what it can hold, whether it holds, and whose acts to look for', async () => {
  const page = await answer(pageSchema, 'GET', '/api/audit');
  expect(page.entries.map(({ action }) => action)).toContain('people.organisation_founded');
  expect((await answer(actsSchema, 'GET', '/api/audit/acts')).acts.length).toBeGreaterThan(20);
  expect(await answer(verificationSchema, 'POST', '/api/audit/verify', {})).toMatchObject({
    ok: true,
    guardsMissing: [],
  });
  expect((await answer(directorySchema, 'GET', '/api/people?q=Maya')).people).toMatchObject([{ name: 'Maya' }]);
});

test('an empty composer is a draft that the server keeps and draws', async () => {
  const offer = await answer(networkOfferSchema, 'GET', '/api/networks');
  expect(offer.networks.map(({ name }) => name)).toEqual(networkNames);
  expect(usualNetworks(offer)).toContain('bluesky');
  const body = draftBody(emptyForm(new Date(), 'Europe/Lisbon', ['x', 'bluesky']), 'Europe/Lisbon');
  const draft = await answer(requestSchema, 'POST', '/api/requests', body);
  expect(draft).toMatchObject({ state: 'draft', link: '', figures: null });
  const rendered = await answer(renderedSchema, 'POST', '/api/requests/render', body);
  expect(rendered.networks).toMatchObject({ x: [{ words: '' }], bluesky: [{ words: '' }] });
  // What was chosen last is what the next one begins with.
  expect((await answer(networkOfferSchema, 'GET', '/api/networks')).lately).toEqual(['x', 'bluesky']);
});

test('a request from draft to figures', async () => {
  const id = await world.sendRequest();
  const sent = await answer(requestSchema, 'GET', `/api/requests/${id}`);
  expect(sent).toMatchObject({ state: 'open', delivery: { state: 'sent' }, figures: { clicks: { total: 0 } } });
  expect((await answer(requestListSchema, 'GET', '/api/requests?page=1&state=open')).total).toBe(1);
  await answer(requestSchema, 'POST', `/api/requests/${id}/duplicate`);
  expect((await answer(requestSchema, 'POST', `/api/requests/${id}/recall`)).state).toBe('recalled');
  expect((await answer(dashboardSchema, 'GET', '/api/dashboard')).byDay).toHaveLength(30);
});

test('a refusal is a sentence at its field', async () => {
  const body = draftBody(emptyForm(new Date(), 'UTC'), 'UTC');
  const draft = await answer(requestSchema, 'POST', '/api/requests', body);
  const { status, json } = await world.ask('POST', `/api/requests/${draft.id}/send`, {});
  const failure = failureFrom(status, json);
  expect(failure.kind).toBe('refused');
  expect(Object.keys(failure.fields)).toEqual(expect.arrayContaining(['link', 'title', 'channelId']));
});

// Last: a sign-in that has shown a second factor goes on under another cookie.
test('the account, and what is added to it', async () => {
  const account = await answer(accountSchema, 'GET', '/api/account');
  expect(account.sessions.filter(({ current }) => current)).toHaveLength(1);
  const { secret } = await answer(codeSecretSchema, 'POST', '/api/account/code');
  const timestamp = world.clock.now().getTime();
  const code = TOTP.generate({ secret: Secret.fromBase32(secret), timestamp });
  const added = await answer(recoveryCodesSchema, 'POST', '/api/account/code/confirm', { code });
  expect(added.recoveryCodes).toHaveLength(10);
});
