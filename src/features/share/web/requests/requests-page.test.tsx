import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { rowOf } from '../../../../../test/support/requests.ts';
import type { RequestRow } from '../contract.ts';

const draw = (rows: readonly RequestRow[], path = '/requests', filter: object = { page: 1 }, total = rows.length) =>
  drawPage(path, [
    [['me'], ownerOf()],
    [['requests', 'list', filter], { requests: rows, total }],
  ]);
const { id } = rowOf();

test('a row says what was asked, where, until when, and what it brought', async () => {
  const page = await draw([rowOf()]);
  expect(page.text).toMatch(/We open in Porto #general · ends .*2999 Open 38 shares 1 clicks/);
  expect(page.links).toContain(`/requests/${id}`);
});

test('small groups stay words, and what was never sent has no figures', async () => {
  expect((await draw([rowOf({ shares: { fewerThan: 5 } })])).text).toContain('fewer than 5 shares');
  const scheduled = rowOf({ state: 'scheduled', sentAt: null, sendAt: '2999-11-20T09:30:00Z' });
  const page = await draw([scheduled]);
  expect(page.text).toContain('goes out');
  expect(page.text).not.toContain('shares');
});

test('a draft opens in the composer, by a name even when it has none yet', async () => {
  const page = await draw([rowOf({ state: 'draft', title: '', channel: null, channels: [], sentAt: null })]);
  expect(page.links).toContain(`/requests/${id}/edit`);
  expect(page.text).toContain('Untitled draft no channel · not sent');
});

test('the first visit explains what a request is', async () => {
  const page = await draw([]);
  expect(page.text).toContain('Nothing asked yet');
  expect(page.buttons).toContain('Compose');
});

test('a search without result is no first visit', async () => {
  const page = await draw([], '/requests?q=boats&state=open', { state: 'open', q: 'boats', page: 1 });
  expect(page.text).toContain('No request like this');
  expect(page.html).toContain('value="boats"');
});

test('more than a page can be turned', async () => {
  expect((await draw([rowOf()], '/requests', { page: 1 }, 41)).html).toContain('aria-label="next page"');
  expect((await draw([rowOf()], '/requests', { page: 1 }, 20)).html).not.toContain('next page');
});

test('where requests need an approval, those in review have a place of their own and are counted', async () => {
  const answers = (approvals: 'off' | 'required') =>
    drawPage('/requests', [
      [['me'], ownerOf()],
      [['requests', 'settings'], { approvals }],
      [['requests', 'list', { page: 1 }], { requests: [rowOf({ state: 'in_review', sentAt: null })], total: 1 }],
      [['requests', 'list', { state: 'in_review', page: 1 }], { requests: [], total: 3 }],
    ]);
  const page = await answers('required');
  expect(page.text).toContain('In review 3');
  expect(page.html).toContain('aria-label="3 waiting"');
  expect(page.text).toContain('waits for approval');
  expect((await answers('off')).html).not.toContain('3 waiting');
  expect(page.links).toEqual(expect.arrayContaining(['/requests/calendar', '/requests/settings']));
});
