import { expect, test } from 'vitest';
import { connection, harbour, ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Organisation, SlackConnection } from '../../../../web/contract.ts';

const draw = (slack: SlackConnection, organisation: Organisation = harbour, me = ownerOf()) =>
  drawPage('/settings', [
    [['me'], me],
    [['organisation'], organisation],
    [['slack'], slack],
  ]);
const installed = (change: Partial<NonNullable<SlackConnection['installed']>>): SlackConnection => ({
  ...connection,
  installed: connection.installed && { ...connection.installed, ...change },
});

test('settings show what is set, and no save button before something changes', async () => {
  const page = await draw(connection);
  expect(page.html).toContain('value="Harbour &amp; Pine"');
  expect(page.html).toMatch(/value="1\.50"/);
  expect(page.html).toMatch(/value="5\.00"/);
  expect(page.buttons).not.toContain('Save');
});

test('amounts follow the currency’s minor unit', async () => {
  const page = await draw(connection, { ...harbour, currency: 'JPY' });
  expect(page.html).toContain('value="150"');
});

test('a connected workspace can be connected again and disconnected', async () => {
  const page = await draw(connection);
  expect(page.text).toContain('Connected');
  expect(page.buttons).toEqual(expect.arrayContaining(['Connect again', 'Disconnect']));
});

test('a workspace that took its permission back is said plainly', async () => {
  const page = await draw(installed({ health: 'revoked' }));
  expect(page.text).toContain('Disconnected by Slack');
  expect(page.text).toContain('figures and drafts are kept');
});

test('a permission that is missing is marked', async () => {
  const page = await draw(installed({ missingScopes: ['channels:read'] }));
  expect(page.text).toContain('Permissions missing');
  expect(page.text).toContain('channels:read not granted yet');
});

test('who only publishes can read the settings and change none', async () => {
  const page = await draw(connection, harbour, publisher);
  expect(page.buttons).not.toContain('Disconnect');
  expect(page.html.match(/disabled=""/g)?.length).toBeGreaterThanOrEqual(7);
});

test('the smallest group is explained', async () => {
  const page = await draw(connection, { ...harbour, smallGroup: 8 });
  expect(page.text).toContain('fewer than 8');
  expect(page.text).toContain('never below 3');
});
