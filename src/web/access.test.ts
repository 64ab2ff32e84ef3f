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
  can: { manage: true, publish: true, approve: true, audit: true, people: true },
  security: { secondFactor: 'ok' },
  toursAnswered: [],
};
const employee: Me = {
  ...owner,
  roles: ['employee'],
  can: { manage: false, publish: false, approve: false, audit: false, people: false },
};
const visitor: Me = {
  signedIn: false,
  signIn: { email: true, password: true, passkey: true, slack: true, oidc: null },
};

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

test('what every member has is there for employees too, once they are one', () => {
  expect(accessTo('member', employee, '/people')).toEqual({ kind: 'stay' });
  expect(accessTo('member', { ...employee, organisation: null }, '/people')).toEqual({ kind: 'go', to: '/setup' });
  expect(accessTo('member', { ...owner, security: { secondFactor: 'needed' } }, '/joining')).toEqual({
    kind: 'protect',
    returnTo: '/joining',
  });
});

test('whoever may only look starts where they may look', () => {
  const auditor: Me = { ...employee, roles: ['auditor'], can: { ...employee.can, audit: true, people: true } };
  const approver: Me = { ...employee, roles: ['approver'], can: { ...employee.can, approve: true } };
  expect(accessTo('app', approver, '/')).toEqual({ kind: 'go', to: '/requests' });
  const payroll: Me = { ...employee, roles: ['payroll'], can: { ...employee.can, people: true } };
  expect(accessTo('app', auditor, '/')).toEqual({ kind: 'go', to: '/audit' });
  expect(accessTo('app', auditor, '/members')).toEqual({ kind: 'stay' });
  expect(accessTo('app', payroll, '/')).toEqual({ kind: 'go', to: '/members' });
  expect(accessTo('app', payroll, '/members')).toEqual({ kind: 'stay' });
  expect(accessTo('own-page', payroll, '/me')).toEqual({ kind: 'stay' });
});

test('a second factor that is needed comes before everything but set-up and the account', () => {
  const bare: Me = { ...owner, security: { secondFactor: 'needed' } };
  expect(accessTo('app', bare, '/requests?state=open')).toEqual({ kind: 'protect', returnTo: '/requests?state=open' });
  expect(accessTo('own-page', bare, '/me')).toEqual({ kind: 'protect', returnTo: '/me' });
  for (const place of ['setup', 'account', 'protect'] as const) {
    expect(accessTo(place, bare, '/x')).toEqual({ kind: 'stay' });
  }
  expect(accessTo('app', { ...bare, organisation: null }, '/')).toEqual({ kind: 'go', to: '/setup' });
  expect(accessTo('app', { ...owner, security: { secondFactor: 'offered' } }, '/')).toEqual({ kind: 'stay' });
});

test('everybody who is signed in has an account page', () => {
  expect(accessTo('account', employee, '/account')).toEqual({ kind: 'stay' });
  expect(accessTo('account', visitor, '/account')).toEqual({ kind: 'sign-in', returnTo: '/account' });
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
