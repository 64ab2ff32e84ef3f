import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Forecast } from './contract.ts';
import { dayOf, forecastOf } from './forecast.fixture.ts';
import { weekOf } from './week-steps.tsx';

const role = {
  ...{ id: 'bar', name: 'Bar', locationId: 'quay', departmentId: null, colour: 'pine', importance: 2 },
  ...{ conditions: [], people: ['ana'], series: 1, archived: false },
};
const door = { ...role, id: 'door', name: 'Door' };
const gone = { ...role, id: 'gone', name: 'Gone', archived: true };

const draw = (forecast: Forecast | null, search = '?role=bar&day=2026-03-04', roles = [role, door, gone]) =>
  drawPage(`/team/forecast${search}`, [
    [['me'], ownerOf()],
    [['schedule', 'roles'], roles],
    [['locations'], [{ id: 'quay', name: 'Quay', timeZone: 'Europe/Lisbon', archived: false }]],
    ...(forecast === null
      ? []
      : [[['schedule', 'forecast', forecast.roleId, '2026-03-02', '2026-03-08'], forecast] as const]),
  ]);

test('a week stands in half hours by days: what is expected, who is on shift of who is needed', async () => {
  const { text, html } = await draw(forecastOf());
  expect(text).toContain('Counted in guests; one person handles 12 in a half hour.');
  expect(text).toContain('Mon 2 Mar');
  expect(text).toContain('54 guests 2.5 h needed 0.5 h short');
  expect(text).toContain('09:00 24 2/2 24 2/2');
  expect(html).toContain('role="grid"');
  expect(
    html.match(/aria-label="30 guests \(projected from the past\), 3 people needed, 2 on shift, 3 places"/g),
  ).toHaveLength(7);
});

test('hours that nobody uses are folded until all are wanted', async () => {
  const { buttons, html } = await draw(forecastOf());
  expect(buttons).toContain('00:00–08:00 not in use · show all hours');
  const all = await draw(forecastOf(), '?role=bar&day=2026-03-04&hours=all');
  expect(all.text).not.toContain('not in use');
  const cells = (drawn: string) => drawn.match(/role="gridcell"/g)?.length;
  expect([cells(html), cells(all.html)]).toEqual([7 * 6, 7 * 48]);
});

test('exactly one cell is reached by Tab, and the rest by arrows', async () => {
  const { html } = await draw(forecastOf());
  expect(html.match(/<td[^>]*tabindex="0"/gi)).toHaveLength(1);
});

test('while nothing is typed there is nothing to save, and nothing to undo', async () => {
  const { buttons, html } = await draw(forecastOf());
  expect(buttons.some((words) => words.startsWith('Save'))).toBe(false);
  expect(buttons).toContain('Nothing to undo');
  expect(html).toMatch(
    /<button[^>]*disabled=""[^>]*aria-label="Nothing to undo"|aria-label="Nothing to undo"[^>]*disabled=""/,
  );
});

test('a role without any forecast shows its usual hours, to be filled', async () => {
  const empty = dayOf('2026-03-02', {
    amounts: Array(48).fill(null),
    sources: Array(48).fill(null),
    needed: Array(48).fill(null),
    staffed: Array(48).fill(0),
    rostered: Array(48).fill(0),
  });
  const { text } = await draw(forecastOf({ unit: 'people', perPerson: 1, days: [empty] }));
  expect(text).toContain('Counted in people who are needed.');
  expect(text).toContain('Mon 2 Mar No forecast');
  expect(text).toContain('08:00 08:30');
});

test('the first role is shown until one is chosen, and archived ones have no forecast', async () => {
  expect((await draw(forecastOf(), '?day=2026-03-02')).text).toContain('54 guests');
  const none = await draw(null, '', [gone]);
  expect(none.text).toContain('No roles yet');
});

test('weeks begin on the day on which the organisation begins them', () => {
  expect(weekOf('2026-03-04', 'MO')).toEqual({ from: '2026-03-02', to: '2026-03-08' });
  expect(weekOf('2026-03-08', 'MO').from).toBe('2026-03-02');
  expect(weekOf('2026-03-08', 'SU')).toEqual({ from: '2026-03-08', to: '2026-03-14' });
  expect(weekOf('2026-03-06', 'SA').from).toBe('2026-02-28');
});
