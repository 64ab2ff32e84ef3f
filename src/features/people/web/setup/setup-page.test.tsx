import { expect, test } from 'vitest';
import { channels, connection, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { SignedIn, SlackConnection } from '../../../../web/contract.ts';

const draw = (me: SignedIn, slack: SlackConnection = connection, path = '/setup') =>
  drawPage(path, [
    [['me'], me],
    [['slack'], slack],
    [['slack', 'channels'], { channels }],
    [['slack', 'manifest'], { display_information: { name: 'Coact' } }],
  ]);
const organisation = ownerOf().organisation;
const unconnected = ownerOf({
  organisation: organisation && { ...organisation, setup: { named: true, slackConnected: false, done: false } },
});
const notInstalled: SlackConnection = { ...connection, installed: null };

test('the owner of a fresh installation is asked for name, address and organisation', async () => {
  const page = await draw(ownerOf({ organisation: null, user: { id: 'u', name: '', email: '' } }));
  for (const label of ['Your name', 'Your work e-mail', 'Organisation', 'Time zone'])
    expect(page.text).toContain(label);
  expect(page.html).toMatch(/aria-current="step"[^>]*>.*?Organisation/);
});

test('an owner whose address is known isn’t asked for it', async () => {
  expect((await draw(ownerOf({ organisation: null }))).text).not.toContain('Your work e-mail');
});

test('before Slack asks, each permission is named with its reason', async () => {
  const page = await draw(unconnected, notInstalled);
  expect(page.links).toContain('/slack/install');
  for (const words of ['chat:write', 'Posts requests.', 'Add to Slack', 'Look around first']) {
    expect(page.text).toContain(words);
  }
});

test('without a Slack app the page explains how to make one from the manifest', async () => {
  const page = await draw(unconnected, { ...notInstalled, configured: false });
  expect(page.text).toContain('From a manifest');
  expect(page.text).toContain('"name": "Coact"');
  expect(page.text).toContain('SLACK_CLIENT_ID');
  expect(page.buttons).toContain('Copy the manifest');
});

test('back from Slack, the channels are listed and the first request is one click away', async () => {
  const page = await draw(ownerOf(), connection, '/setup?slack=connected');
  expect(page.text).toContain('Slack is connected.');
  expect(page.text).toContain('2 public channels');
  expect(page.text).toContain('1 member');
  expect(page.text).toContain('12 members');
  expect(page.links).toContain('/requests/new');
});

test('who cancelled at Slack reads that nothing was changed', async () => {
  expect((await draw(unconnected, notInstalled, '/setup?slack=cancelled')).text).toContain('Nothing was changed');
});

test('between the organisation and Slack the owner protects the account; where it is offered, not now is an answer', async () => {
  const needed = ownerOf({ organisation: unconnected.organisation, security: { secondFactor: 'needed' } });
  const page = await draw(needed, notInstalled);
  expect(page.html).toMatch(/aria-current="step"[^>]*>.*?Your account/);
  expect(page.text).toContain('Authenticator app');
  expect(page.buttons).not.toContain('Not now');
  const offered = await draw({ ...needed, security: { secondFactor: 'offered' } }, notInstalled);
  expect(offered.buttons).toContain('Not now');
});
