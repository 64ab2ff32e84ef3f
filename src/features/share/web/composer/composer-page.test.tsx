import { expect, test } from 'vitest';
import { channels, ownerOf } from '../../../../../test/support/answers.ts';
import { deviceStorage } from '../../../../../test/support/device-storage.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { requestOf } from '../../../../../test/support/requests.ts';
import type { ShareRequest } from '../contract.ts';
import { networkNames } from '../network.ts';

const shelf = deviceStorage();

const page = { carriesText: true, needsServer: false };
const offered = networkNames.map((name) => ({
  name,
  limits: { text: name === 'bluesky' ? 300 : 500, pictures: 4 },
  unavailable: name === 'bluesky' ? null : `Nobody connects ${name} here.`,
  composer: name === 'threads' ? null : { ...page, carriesText: name !== 'linkedin' },
}));
const answers = [
  [['me'], ownerOf()],
  [['disclosure'], { words: '#ad' }],
  [['networks'], { networks: offered, lately: [], hashtags: ['#ferry', '#boats'] }],
  [['slack', 'channels'], { channels }],
  [['requests', 'utm-templates'], { templates: [] }],
] as const;
const edit = (change: Partial<ShareRequest>) => {
  const request = requestOf(change);
  return drawPage(`/requests/${request.id}/edit`, [...answers, [['requests', 'one', request.id], request]]);
};

test('an empty composer says what goes where, whose clock counts, and shows nothing to preview yet', async () => {
  const page = await drawPage('/requests/new', answers);
  for (const words of ['Link', 'Channel', 'Message', 'Text of version 1', '300 left', 'Europe/Lisbon']) {
    expect(page.text).toContain(words);
  }
  expect(page.text).toContain('The Slack message appears here as you write');
  expect(page.buttons).toContain('Send');
  expect(page.text).not.toContain('Add the link that people should share');
});

test('a draft from the server fills the form', async () => {
  const page = await edit({
    state: 'draft',
    sentAt: null,
    networks: { bluesky: { variants: ['One', 'Two 👩‍👩‍👧‍👦'] } },
  });
  expect(page.html).toContain('value="https://harbour.example/porto"');
  expect(page.html).toContain('value="We open in Porto"');
  expect(page.text).toContain('Edit draft');
  expect(page.text).toContain('Version 2');
  expect(page.text).toContain('297 left');
  expect(page.buttons).toContain('#ferry');
});

test('too long a version is said at once', async () => {
  const page = await edit({ state: 'draft', networks: { bluesky: { variants: ['x'.repeat(301)] } } });
  expect(page.text).toContain('This is 1 character too long for Bluesky.');
  expect(page.text).toContain('1 over');
});

test('what stands in Slack already keeps its link and channel, and is updated, not sent', async () => {
  const page = await edit({ state: 'open' });
  expect(page.buttons).toContain('Update');
  expect(page.buttons).not.toContain('Send');
  expect(page.html).toMatch(/<input[^>]*disabled=""[^>]*value="https:\/\/harbour\.example\/porto"/);
  expect(page.text).not.toContain('Send now');
});

test('a scheduled request shows its time by the organisation’s clock', async () => {
  const page = await edit({ state: 'scheduled', sentAt: null, sendAt: '2999-07-01T08:30:00.000Z' });
  expect(page.buttons).toContain('Schedule');
  expect(page.text).toMatch(/1 Jul 2999, 09:30/);
});

test('an end that is past is said at once', async () => {
  const page = await edit({ state: 'draft', endsAt: '2020-01-01T10:00:00.000Z' });
  expect(page.text).toContain('This time is past. Choose a later end.');
});

test('a reminder is off, and shows how long before the end it comes once it is on', async () => {
  const off = await edit({ state: 'draft' });
  expect(off.text).toContain('Remind the channel before it ends');
  expect(off.html).not.toContain('day before it ends');
  const on = await edit({ state: 'draft', reminderHours: 24 });
  expect(on.html).toContain('value="1 day before it ends"');
  const odd = await edit({ state: 'draft', reminderHours: 30 });
  expect(odd.html).toContain('value="30 hours before it ends"');
});

test('a life that is too short for a reminder is said at once, but not of what is out', async () => {
  const soon = new Date(Date.now() + 3 * 3_600_000).toISOString();
  const draft = await edit({ state: 'draft', reminderHours: 24, endsAt: soon });
  expect(draft.text).toContain('A day before the end is too early for a reminder');
  const open = await edit({ state: 'open', reminderHours: 24, endsAt: soon });
  expect(open.text).not.toContain('too early for a reminder');
});

test('networks are chosen by name, with how people will post there and why one can’t be used', async () => {
  const page = await edit({ state: 'draft', networks: { linkedin: { variants: ['Hi'] }, x: { variants: ['Hi'] } } });
  const boxes = (page.html.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? []).filter((box) => !box.includes('role='));
  expect(boxes.filter((box) => box.includes('checked=""'))).toHaveLength(2);
  expect(boxes.filter((box) => box.includes('disabled=""'))).toHaveLength(1);
  expect(page.text).toContain('LinkedIn takes the link alone: people paste the text themselves.');
  expect(page.text).toContain('People post on X by its own page, which Slack opens with the text filled in.');
  expect(page.text).toContain('Nobody connects threads here.');
});

test('one text is written for all; a network with a text of its own has it in its own tab', async () => {
  const networks = { x: { variants: ['Short'] }, mastodon: { variants: ['Long'] }, bluesky: { variants: ['Long'] } };
  const page = await edit({ state: 'draft', networks });
  const tabs = [...page.html.matchAll(/role="tab"[^>]*id="[^"]*-tab-(\w+)"/g)].map(([, name]) => name);
  expect(tabs).toEqual(['all', 'x', 'mastodon', 'bluesky', '0', 'slack', 'x', 'mastodon', 'bluesky']);
  expect(page.html).toContain('>Long</textarea>');
  expect(page.html).toContain('aria-label="Mastodon"');
  expect(page.text).toContain('counting… 296 left');
});

test('the disclosure is on by itself, and its owner is led to where it is set', async () => {
  const page = await edit({ state: 'draft' });
  expect(page.text).toContain('End every post with “#ad”');
  expect(page.html).toMatch(/<input[^>]*role="switch"[^>]*checked=""|checked=""[^>]*role="switch"/);
  expect(page.links).toContain('/requests/disclosure');
  const off = await edit({ state: 'draft', disclosed: false });
  expect(off.html).not.toMatch(/<input[^>]*role="switch"[^>]*checked=""|checked=""[^>]*role="switch"/);
});

test('words that haven’t reached the server are back after a reload', async () => {
  const request = requestOf({ state: 'draft' });
  const form = {
    ...{ link: '', title: 'Typed on the train', slackText: '', card: null, picture: null, variants: [''] },
    ...{ editPolicy: 'free', utm: { source: '', medium: '', campaign: '', term: '', content: '' }, channelId: '' },
    ...{ when: 'now', sendAt: '', endsAt: '2999-01-01T18:00', endChosen: false },
  };
  const copy = { form, requestId: request.id, at: '2025-11-21T12:00:00Z' };
  shelf.set(`coact.draft.${request.id}`, JSON.stringify(copy));
  const page = await edit({ state: 'draft' });
  expect(page.text).toContain('Your words from before are back');
  expect(page.html).toContain('value="Typed on the train"');
  expect(page.buttons).toContain('Use the saved version instead');
});
