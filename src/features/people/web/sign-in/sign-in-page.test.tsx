import { expect, test } from 'vitest';
import { drawPage } from '../../../../../test/support/draw.tsx';

const visitor = (slack: boolean, ownerLinkPending = false) =>
  [[['me'], { signedIn: false, ownerLinkPending, signIn: { email: true, slack } }]] as const;

test('Slack is offered only where it is set up, and knows the way back', async () => {
  const without = await drawPage('/sign-in', visitor(false));
  expect(without.text).toContain('E-mail me a sign-in link');
  expect(without.text).not.toContain('Sign in with Slack');
  const page = await drawPage('/sign-in?returnTo=%2Frequests%3Fstate%3Dopen', visitor(true));
  expect(page.links).toContain('/api/sign-in/slack?returnTo=%2Frequests%3Fstate%3Dopen');
});

test('a way back to another site is not taken', async () => {
  const page = await drawPage('/sign-in?returnTo=%2F%2Fevil.example', visitor(true));
  expect(page.links).toContain('/api/sign-in/slack?returnTo=%2F');
});

test('a fresh installation says where its owner’s link is', async () => {
  expect((await drawPage('/sign-in', visitor(false, true))).text).toContain('one-time link');
});

test('what went wrong at Slack is said', async () => {
  expect((await drawPage('/sign-in?problem=cancelled', visitor(true))).text).toContain('You cancelled at Slack');
  expect((await drawPage('/sign-in?problem=who_knows', visitor(true))).text).toContain('didn’t work');
});
