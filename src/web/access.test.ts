import { expect, test } from 'vitest';
import { accessTo, safeReturn } from './access.ts';
import type { Me } from './contract.ts';

const owner: Me = {
  signedIn: true,
  user: { id: 'u', name: 'Ada', email: 'ada@example.com' },
  organisation: { id: 'o', name: 'Acme', timeZone: 'UTC', setup: { named: true, slackConnected: false, done: false } },
  organisations: [{ id: 'o', name: 'Acme' }],
  roles: ['owner'],
  personId: 'p',
  can: { manage: true, publish: true },
};
const employee: Me = { ...owner, roles: ['employee'], can: { manage: false, publish: false } };
const visitor: Me = { signedIn: false, signIn: { email: true, slack: true } };

test('a visitor is asked to sign in and comes back to the same page', () => {
  expect(accessTo('app', visitor, '/requests/7?tab=links')).toEqual({
    kind: 'sign-in',
    returnTo: '/requests/7?tab=links',
  });
});

test('an owner without an organisation is led through set-up', () => {
  const fresh: Me = { ...owner, organisation: null };
  expect(accessTo('app', fresh, '/')).toEqual({ kind: 'go', to: '/setup' });
  expect(accessTo('setup', fresh, '/setup')).toEqual({ kind: 'stay' });
});

test('a named organisation without Slack may look around', () => {
  expect(accessTo('app', owner, '/')).toEqual({ kind: 'stay' });
});

test('an employee sees their own page only', () => {
  expect(accessTo('app', employee, '/')).toEqual({ kind: 'go', to: '/me' });
  expect(accessTo('setup', employee, '/setup')).toEqual({ kind: 'go', to: '/me' });
  expect(accessTo('own-page', employee, '/me')).toEqual({ kind: 'stay' });
});

test('the way back stays within Coact', () => {
  expect(safeReturn('/requests?state=open')).toBe('/requests?state=open');
  for (const path of [
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/sign-in?returnTo=/',
  ]) {
    expect(safeReturn(path)).toBe('/');
  }
});
