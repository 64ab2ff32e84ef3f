import { expect, test } from 'vitest';
import { type Place, placeChoices, placeNames } from './contract.ts';

const places: readonly Place[] = [
  { id: 'bar', name: 'Bar', archived: false },
  { id: 'attic', name: 'Attic', archived: true },
];

test('an archived place is offered only to whom it is given already', () => {
  expect(placeChoices(places, []).map(({ value }) => value)).toEqual(['bar']);
  expect(placeChoices(places, ['attic'])).toContainEqual({ value: 'attic', label: 'Attic (archived)' });
});

test('ids are named; what is not loaded yet is left out', () => {
  expect(placeNames(places, ['attic', 'unknown', 'bar'])).toEqual(['Attic', 'Bar']);
});
