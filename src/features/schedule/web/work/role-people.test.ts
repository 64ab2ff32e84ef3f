import { expect, test } from 'vitest';
import { freeColour } from '../../work/palette.ts';
import type { Role } from '../contract.ts';
import { byLocation } from './roles-page.tsx';
import { hoursOf, minutesOf, ruleKinds, ruleLooks } from './rule-look.ts';

const role = (name: string, locationId: string): Role => ({
  ...{ id: name, name, locationId, departmentId: null, colour: 'pine', importance: null },
  ...{ conditions: [], people: [], series: 0, archived: false },
});

test('roles stand under their locations, both by name', () => {
  const locations = [
    { id: '1', name: 'Pine bar', archived: false },
    { id: '2', name: 'Café', archived: false },
  ];
  const found = byLocation([role('Waiter', '1'), role('Cook', '1'), role('Cook', '2')], locations);
  expect(found.map(([name, roles]) => [name, roles.map((one) => one.name)])).toEqual([
    ['Café', ['Cook']],
    ['Pine bar', ['Cook', 'Waiter']],
  ]);
});

test('a new role gets a colour that no other has', () => {
  expect(freeColour([])).toBe('pine');
  expect(freeColour([{ colour: 'pine' }, { colour: 'teal' }])).toBe('cyan');
});

test('hours of fields are minutes of rules, and nothing is no bound', () => {
  expect(minutesOf(7.5)).toBe(450);
  expect(minutesOf('')).toBeNull();
  expect(hoursOf(null)).toBe('');
  for (const kind of ruleKinds) expect(ruleLooks[kind].first.kind).toBe(kind);
});
