import { afterEach, expect, test, vi } from 'vitest';
import { visitorOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Me } from '../../../../web/contract.ts';

const draw = (me: Me, search = '') => drawPage(`/sign-in${search}`, [[['me'], me]]);

/** A device that came in like this before. */
function deviceThatUsed(way: string): void {
  vi.stubGlobal('localStorage', { getItem: (name: string) => (name === 'coact.last-way-in' ? way : null) });
}
afterEach(() => vi.unstubAllGlobals());

test('the address comes first, and password managers find both fields', async () => {
  const page = await draw(visitorOf());
  expect(page.html).toMatch(/<input[^>]*type="email"[^>]*autoComplete="username webauthn"/i);
  expect(page.html).toMatch(/<input[^>]*autoComplete="current-password"/i);
  expect(page.buttons).toContain('Continue');
  expect(page.html).toMatch(/aria-hidden="true"[^>]*>(?:(?!<\/form>).)*current-password/is);
});

test('who used a password here before sees its field at once; who used links, that button', async () => {
  deviceThatUsed('password');
  const byPassword = await draw(visitorOf());
  expect(byPassword.buttons).toEqual(expect.arrayContaining(['Sign in', 'E-mail me a sign-in link']));
  deviceThatUsed('link');
  const byLink = await draw(visitorOf());
  expect(byLink.buttons).toEqual(expect.arrayContaining(['E-mail me a sign-in link', 'Use a password']));
  expect(byLink.buttons).not.toContain('Continue');
});

test('without passwords the link is all there is to ask', async () => {
  const page = await draw(visitorOf({ password: false }));
  expect(page.buttons).toContain('E-mail me a sign-in link');
  expect(page.html).not.toContain('current-password');
});

test('Slack is offered only where it is set up, and knows the way back', async () => {
  expect((await draw(visitorOf())).text).not.toContain('Sign in with Slack');
  const page = await draw(visitorOf({ slack: true }), '?returnTo=%2Frequests%3Fstate%3Dopen');
  expect(page.links).toContain('/api/sign-in/slack?returnTo=%2Frequests%3Fstate%3Dopen');
});

test('the organisation’s own sign-in stands under its name', async () => {
  const page = await draw(visitorOf({ oidc: { name: 'Harbour login' } }), '?returnTo=%2Fmembers');
  expect(page.links).toContain('/api/sign-in/oidc?returnTo=%2Fmembers');
  expect(page.text).toContain('Sign in with Harbour login');
});

test('the way that was last used here is marked', async () => {
  deviceThatUsed('slack');
  const page = await draw(visitorOf({ slack: true, oidc: { name: 'Harbour login' } }));
  expect(page.buttons).toContain('Sign in with Slack Last used');
  expect(page.buttons).toContain('Sign in with Harbour login');
});

test('a passkey is offered where installation and browser both have it', async () => {
  expect((await draw(visitorOf())).text).not.toContain('passkey');
  vi.stubGlobal('PublicKeyCredential', class {});
  expect((await draw(visitorOf())).buttons).toContain('Sign in with a passkey');
  expect((await draw(visitorOf({ passkey: false }))).text).not.toContain('passkey');
});

test('a way back to another site is not taken', async () => {
  const page = await draw(visitorOf({ slack: true }), '?returnTo=%2F%2Fevil.example');
  expect(page.links).toContain('/api/sign-in/slack?returnTo=%2F');
});

test('a fresh installation says where its owner’s link is', async () => {
  expect((await draw(visitorOf({}, true))).text).toContain('one-time link');
});

test('what went wrong elsewhere is said, with what to do', async () => {
  expect((await draw(visitorOf({ slack: true }), '?problem=cancelled')).text).toContain('You cancelled at Slack');
  const unknown = await draw(visitorOf({ oidc: { name: 'Harbour login' } }), '?error=oidc_unknown');
  expect(unknown.text).toContain('Harbour login knows you');
  expect(unknown.html).toMatch(/role="alert"/);
});
