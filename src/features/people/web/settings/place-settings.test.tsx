import { expect, test } from 'vitest';
import { ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { drawPart } from '../../../../../test/support/draw.tsx';
import type { Place } from '../places/contract.ts';
import { PlaceSettings } from './place-settings.tsx';
import { PlaceForm } from './place-window.tsx';

const bar: Place = { id: 'd1', name: 'Bar', archived: false };
const attic: Place = { id: 'd2', name: 'Attic', archived: true };
const porto: Place = { id: 'l1', name: 'Porto', archived: false, timeZone: 'Europe/Lisbon' };

const answers = (departments: readonly Place[], locations: readonly Place[], me = ownerOf()) =>
  [
    [['me'], me],
    [['departments'], departments],
    [['locations'], locations],
  ] as const;

test('departments and locations stand with what can be done with them', () => {
  const page = drawPart(<PlaceSettings />, answers([bar, attic], [porto]));
  expect(page.text).toContain('Europe/Lisbon');
  expect(page.text).toContain('Archived');
  expect(page.buttons).toEqual(
    expect.arrayContaining(['Add department', 'Add location', 'Change Bar', 'Change Attic', 'Change Porto']),
  );
});

test('who does not manage reads them and changes none', () => {
  const page = drawPart(<PlaceSettings />, answers([bar], [porto], publisher));
  expect(page.text).toContain('Bar');
  expect(page.buttons).toEqual([]);
});

test('there may be none yet', () => {
  expect(drawPart(<PlaceSettings />, answers([], [])).text).toContain('No departments yet.');
});

test('a location has a time zone to begin with: the organisation’s', () => {
  const form = drawPart(<PlaceForm kind="location" place={null} onDone={() => undefined} />, answers([], []));
  expect(form.text).toContain('Time zone');
  expect(form.html).toContain('Lisbon');
  const department = drawPart(<PlaceForm kind="department" place={bar} onDone={() => undefined} />, answers([], []));
  expect(department.html).toContain('value="Bar"');
  expect(department.text).not.toContain('Time zone');
});
