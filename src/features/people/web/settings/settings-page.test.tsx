import { expect, test } from 'vitest';
import { connection, harbour, ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Organisation, SlackConnection } from '../../../../web/contract.ts';

const draw = (slack: SlackConnection, organisation: Organisation = harbour, me = ownerOf()) =>
  drawPage('/settings', [
    [['me'], me],
    [['organisation'], organisation],
    [['slack'], slack],
    [['event-values'], valuesOf(organisation)],
  ]);
const valuesOf = ({ eventValues }: Organisation) => ({
  ...{ today: '2026-05-10', repricings: [] },
  values: [{ ...eventValues, from: null }],
});
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
  const page = await draw(connection, { ...harbour, eventValues: { ...harbour.eventValues, currency: 'JPY' } });
  expect(page.html).toContain('value="150"');
});

test('values over time are shown once there are several, and what is planned can be taken back', async () => {
  expect((await draw(connection)).text).not.toContain('Values over time');
  const { eventValues } = harbour;
  const values = [
    { ...eventValues, from: null },
    { ...eventValues, currency: 'USD', share: 450, from: '2026-06-01' },
  ];
  const repricings = [{ from: '2026-01-01', until: '2026-01-31', worth: eventValues, madeAt: '2026-05-01T00:00:00Z' }];
  const page = await drawPage('/settings', [
    [['me'], ownerOf()],
    [['organisation'], harbour],
    [['slack'], connection],
    [['event-values'], { today: '2026-05-10', values, repricings }],
  ]);
  expect(page.text).toContain('the beginning');
  expect(page.text).toContain('$4.50');
  expect(page.text).toContain('planned');
  expect(page.buttons.filter((words) => words.startsWith('Take back'))).toHaveLength(1);
  expect(page.text).toMatch(/are priced in EUR by later values/);
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
