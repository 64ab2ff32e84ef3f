import { expect, test } from 'vitest';
import { ownerOf } from '../../../../test/support/answers.ts';
import { drawPart } from '../../../../test/support/draw.tsx';
import type { NetworkSetup } from './contract.ts';
import { NetworkSetupPage } from './setup-page.tsx';

const linkedin: NetworkSetup = {
  network: 'linkedin',
  title: 'LinkedIn',
  mode: 'account',
  findings: [{ level: 'good', sentence: 'People can connect their LinkedIn accounts.' }],
  callbackUrl: 'https://coact.example/connect/linkedin/callback',
  canBeAsked: true,
  asksServer: false,
  connections: { active: { value: 41 }, ending: { fewerThan: 5 }, lost: { value: 6 } },
};
const facebook: NetworkSetup = {
  ...linkedin,
  ...{ network: 'facebook', title: 'Facebook', mode: 'composer', callbackUrl: null, canBeAsked: false },
  findings: [{ level: 'note', sentence: 'Facebook lets no app post to a personal profile.' }],
};
const draw = (...networks: readonly NetworkSetup[]) =>
  drawPart(<NetworkSetupPage />, [
    [['me'], ownerOf()],
    [['networks', 'setup'], { networks }],
  ]);

test('a network with accounts shows its address for the app, its connections as counts, and can be asked', () => {
  const page = draw(linkedin);
  expect(page.text).toContain('coact.example/connect/linkedin/callback');
  expect(page.text).toContain('Connected 41');
  expect(page.text).toContain('ending within two weeks fewer than 5');
  expect(page.buttons).toEqual(['Copy the redirect address for LinkedIn', 'Ask LinkedIn now']);
});

test('one without accounts says why and how people share instead, and counts nothing', () => {
  const page = draw(facebook);
  expect(page.text).toContain('Own page only');
  expect(page.text).toContain('lets no app post');
  expect(page.text).not.toContain('Connected');
  expect(page.buttons).toEqual([]);
});

test('a network of many servers is asked about the one that is named', () => {
  const page = draw({ ...linkedin, network: 'mastodon', title: 'Mastodon', asksServer: true });
  expect(page.html).toContain('Server to ask');
  expect(page.buttons).toContain('Ask Mastodon now');
});

test('a finding is told by a word too, not by its colour alone', () => {
  const warning = { level: 'warning', sentence: 'Reached without https.' } as const;
  expect(draw({ ...linkedin, findings: [warning] }).html).toContain('aria-label="Warning"');
});
