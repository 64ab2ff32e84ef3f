import { describe, expect, test } from 'vitest';
import { ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { drawPart } from '../../../../../test/support/draw.tsx';
import { ApiSettingsPage } from './api-page.tsx';
import type { ApiKey, Delivery, Webhook } from './contract.ts';
import { Deliveries } from './deliveries-window.tsx';
import { KeyForm } from './key-window.tsx';
import { WebhookForm } from './webhook-window.tsx';
import { outcomeText, rightsText, webhookState, webhookTrouble } from './words.ts';

const at = '2026-11-02T10:00:00.000Z';
const key: ApiKey = {
  ...{ id: 'k1', name: 'Zapier', rights: ['publish', 'webhooks'], state: 'active', madeBy: 'Maya' },
  ...{ createdAt: at, expiresAt: '2027-01-31T10:00:00.000Z', revokedAt: null, lastUsedOn: '2026-11-20' },
};
const hook: Webhook = {
  ...{ id: 'w1', name: 'CRM', url: 'https://crm.example/coact', events: ['request.opened'], state: 'enabled' },
  ...{ why: null, failingSince: null, formerUntil: null, createdAt: at },
};
const types = [
  { name: 'request.opened', says: 'the message of a request stands in its channel' },
  { name: 'request.ended', says: 'a request ends' },
];
const sent: Delivery = {
  ...{ id: 'd1', eventId: 'e1', type: 'request.opened', state: 'delivered', tries: 1, lastStatus: 204 },
  ...{ lastProblem: null, lastTriedAt: at, nextTryAt: null, createdAt: at },
};
const draw = (keys: readonly ApiKey[], webhooks: readonly Webhook[], me = ownerOf()) =>
  drawPart(<ApiSettingsPage />, [
    [['me'], me],
    [['api-keys'], keys],
    [['webhooks'], { webhooks, types }],
  ]);

describe('the page of keys and webhooks', () => {
  test('says that nothing gets in or out before there is any', () => {
    const page = draw([], []);
    expect(page.text).toContain('no program gets in');
    expect(page.text).toContain('Nothing is sent anywhere yet');
    expect(page.buttons).toEqual(expect.arrayContaining(['Make a key', 'Add a webhook']));
    expect(page.links).toEqual(expect.arrayContaining(['/help/api', '/help/webhooks', '/developers']));
  });

  test('tells of a key what it may, whose it is, until when, and when it was used; only a working one can be revoked', () => {
    const page = draw(
      [key, { ...key, id: 'k2', name: 'Old site', state: 'revoked', revokedAt: at, lastUsedOn: null }],
      [],
    );
    expect(page.text).toContain('May publish, webhooks. Made by Maya');
    expect(page.text).toContain('last used');
    expect(page.text).toContain('not used yet');
    expect(page.buttons).toContain('Revoke Zapier');
    expect(page.buttons).not.toContain('Revoke Old site');
  });

  test('tells where events go and what is wrong there', () => {
    const page = draw([], [hook, { ...hook, id: 'w2', name: 'Wiki', state: 'paused', why: 'failing' }]);
    expect(page.text).toContain('https://crm.example/coact');
    expect(page.text).toContain('Nothing arrived there for five days.');
    expect(page.buttons).toEqual(expect.arrayContaining(['Deliveries to CRM', 'More for Wiki']));
  });

  test('shows publishers neither keys nor addresses', () => {
    const page = draw([key], [hook], publisher);
    expect(page.text).not.toContain('Zapier');
    expect(page.text).not.toContain('crm.example');
    expect(page.text).toContain('Owners and admins keep the keys');
  });
});

test('a new key is asked for with what it may, nothing chosen that can change anything', () => {
  const form = drawPart(<KeyForm onClose={() => undefined} onMade={() => undefined} />);
  expect(form.text).toContain('Everything a publisher does');
  expect(form.text).toContain('90 days');
  const box = (right: string) => new RegExp(`<input[^>]*value="${right}"[^>]*>`).exec(form.html)?.[0] ?? '';
  expect(
    ['read', 'publish', 'webhooks'].map((right) => [box(right) !== '', box(right).includes('checked=""')]),
  ).toEqual([
    [true, true],
    [true, false],
    [true, false],
  ]);
});

test('a new webhook is told of everything unless events are left out; one that is there keeps its own', () => {
  const drawForm = (webhook: Webhook | null) =>
    drawPart(<WebhookForm webhook={webhook} types={types} onClose={() => undefined} onAdded={() => undefined} />);
  const checked = (html: string) =>
    [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].filter(([box]) => box.includes('checked=""')).length;
  expect(checked(drawForm(null).html)).toBe(2);
  expect(checked(drawForm(hook).html)).toBe(1);
  expect(drawForm(hook).html).toContain('https://crm.example/coact');
});

describe('deliveries', () => {
  const drawList = (deliveries: readonly Delivery[]) =>
    drawPart(<Deliveries webhook={hook} />, [
      [['me'], ownerOf()],
      [['webhooks', 'w1', 'deliveries'], { deliveries, next: null }],
    ]);

  test('say what was sent and what came of it, and can be looked at and sent again', () => {
    const page = drawList([
      sent,
      { ...sent, id: 'd2', state: 'failed', tries: 8, lastStatus: 500, lastProblem: 'It answered 500.' },
    ]);
    expect(page.text).toContain('answered 204 after 1 try');
    expect(page.text).toContain('It answered 500. 8 tries so far.');
    expect(page.buttons).toContain('Send all that failed again');
  });

  test('of which none failed need no button for that, and none at all say what to do', () => {
    expect(drawList([sent]).buttons).not.toContain('Send all that failed again');
    expect(drawList([]).text).toContain('A test shows whether it works');
  });
});

test('words follow how things stand', () => {
  expect(rightsText(['read', 'something new'])).toBe('read, something new');
  expect(webhookState({ ...hook, state: 'paused', why: 'by_hand' })[0]).toBe('paused');
  expect(webhookState({ ...hook, state: 'paused', why: 'gone' })[0]).toBe('paused by Coact');
  expect(webhookState({ ...hook, failingSince: at })[0]).toBe('failing');
  expect(webhookTrouble(hook)).toBeNull();
  expect(webhookTrouble({ ...hook, state: 'paused', why: 'by_hand' })).toBeNull();
  expect(outcomeText({ ...sent, state: 'waiting', tries: 0 })).toBe('not tried yet');
});
