import { afterEach, expect, test, vi } from 'vitest';
import { accountOf, employee, ownerOf, visitorOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Me } from '../../../../web/contract.ts';
import type { Account } from './contract.ts';

afterEach(() => vi.unstubAllGlobals());
const withPasskeys = () => vi.stubGlobal('PublicKeyCredential', class {});
const draw = (account: Account | null, me: Me = ownerOf()) =>
  drawPage('/account', [[['me'], me], ...(account === null ? [] : [[['account'], account] as const])]);

const passkey = { id: 'k1', name: 'My Mac', createdAt: '2026-10-03T09:00:00Z', lastUsedAt: null };
const other = {
  id: 's2',
  current: false,
  browser: 'Firefox',
  system: 'Windows',
  signedInAt: '2026-11-01T09:00:00Z',
  lastSeenAt: '2026-11-21T09:00:00Z',
  secondFactor: true,
};

test('everybody who is signed in has the page, with the navigation', async () => {
  const forOwner = await draw(accountOf());
  expect(forOwner.text).toContain('Ways to sign in');
  expect(forOwner.html).toContain('aria-label="Main"');
  const forEmployee = await draw(accountOf(), employee);
  expect(forEmployee.text).toContain('Ways to sign in');
  expect(forEmployee.html).toContain('aria-label="Main"');
  expect(forEmployee.links[0]).toBe('#content');
  expect((await draw(accountOf(), visitorOf())).text).not.toContain('Ways to sign in');
});

test('until the account is there, something grey is', async () => {
  expect((await draw(null)).html).toContain('aria-label="Loading"');
});

test('a password can be set, changed and removed', async () => {
  const has = await draw(accountOf());
  expect(has.buttons).toEqual(expect.arrayContaining(['Change', 'Remove the password']));
  expect(has.text).toMatch(/Last changed (?:1 Oct|Oct 1)/);
  const hasNone = await draw(accountOf({ password: { set: false, changedAt: null } }));
  expect(hasNone.buttons).toContain('Set a password');
  expect(hasNone.buttons).not.toContain('Remove the password');
});

test('an address that was never proved is marked', async () => {
  expect((await draw(accountOf())).text).toContain('links go to maya@example.com');
  const unproved = await draw(accountOf({ email: { address: 'maya@example.com', proved: false } }));
  expect(unproved.text).toContain('Not confirmed yet');
});

test('each passkey has its name and when it was used', async () => {
  withPasskeys();
  const page = await draw(
    accountOf({ passkeys: [passkey, { ...passkey, id: 'k2', name: 'Key', lastUsedAt: '2026-11-01T00:00:00Z' }] }),
  );
  expect(page.text).toMatch(/My Mac Added (?:3 Oct|Oct 3)/);
  expect(page.text).toContain('not used yet');
  expect(page.text).toContain('last used');
  expect(page.buttons).toEqual(expect.arrayContaining(['Add a passkey', 'Change My Mac', 'Change Key']));
});

test('a browser without passkeys says where they work', async () => {
  const page = await draw(accountOf());
  expect(page.buttons).not.toContain('Add a passkey');
  expect(page.text).toContain('doesn’t know passkeys');
});

test('the organisation’s own sign-in can be linked, and what is linked unlinked', async () => {
  const oidc = { name: 'Harbour login' };
  expect((await draw(accountOf({ oidc }))).buttons).toContain('Link Harbour login');
  const identities = [{ id: 'i', provider: 'oidc' as const, label: 'Harbour login', linkedAt: '2026-11-01T00:00:00Z' }];
  const linked = await draw(accountOf({ oidc, identities }));
  expect(linked.buttons).toContain('Unlink Harbour login');
  expect(linked.buttons).not.toContain('Link Harbour login');
});

test('a second factor that is missing is said plainly where it is required', async () => {
  const required = await draw(accountOf({ secondFactor: { required: true, code: false, recoveryCodesLeft: 0 } }));
  expect(required.text).toContain('Required');
  expect(required.buttons).toContain('Set up');
  expect(required.buttons).not.toContain('Make new codes');
  expect((await draw(accountOf())).text).not.toContain('Required');
});

test('with a second factor there are recovery codes, and few left are marked', async () => {
  const page = await draw(accountOf({ secondFactor: { required: true, code: true, recoveryCodesLeft: 2 } }));
  expect(page.text).toContain('Protected');
  expect(page.text).toContain('2 of 10 left');
  expect(page.text).toContain('Few left');
  expect(page.buttons).toEqual(expect.arrayContaining(['Remove the authenticator app', 'Make new codes']));
});

test('devices are named, this one first and without a button', async () => {
  const page = await draw(accountOf({ sessions: [other, ...accountOf().sessions] }));
  expect(page.text).toMatch(/Chrome on Linux This device .*Firefox on Windows/);
  expect(page.text).toContain('with second factor');
  expect(page.buttons).toEqual(expect.arrayContaining(['Sign out Firefox on Windows', 'Sign out all others']));
  expect(page.buttons).not.toContain('Sign out Chrome on Linux');
  expect(page.html).toMatch(/title="[^"]*2026[^"]*">Last seen/);
});

test('who is signed in nowhere else reads that', async () => {
  const page = await draw(accountOf());
  expect(page.text).toContain('signed in nowhere else');
  expect(page.buttons).not.toContain('Sign out all others');
});
