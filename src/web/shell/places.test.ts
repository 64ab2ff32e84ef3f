import { expect, test } from 'vitest';
import { employee, ownerOf, publisher } from '../../../test/support/answers.ts';
import { phonePlacesFor, phoneRestFor, placesFor, teamPlacesFor } from './places.ts';

const labels = (places: readonly { readonly label: string }[]) => places.map(({ label }) => label);

test('whoever schedules finds roles, rules and set-up; others their own times', () => {
  expect(labels(teamPlacesFor(ownerOf()))).toEqual([
    'Schedule',
    'My schedule',
    'Offers',
    'Open shifts',
    'My availability',
    'Time off',
    'Roles',
    'Rules & settings',
    'Set-up',
  ]);
  expect(labels(teamPlacesFor(publisher))).toEqual([
    'My schedule',
    'Offers',
    'Open shifts',
    'My availability',
    'Time off',
  ]);
});

test('an employee is offered nothing that would only lead back', () => {
  expect(labels(placesFor(employee.can))).toEqual(['People']);
  expect(labels(phonePlacesFor(employee))).toEqual(['My schedule', 'Offers', 'Open shifts', 'Team', 'People']);
});

test('on a phone the team is one place before the settings, and what is seldom needed stands in the menu', () => {
  expect(labels(phonePlacesFor(publisher)).slice(-2)).toEqual(['Team', 'Settings']);
  const owner = ownerOf();
  expect(labels(phonePlacesFor(owner))).toEqual(['Dashboard', 'Requests', 'People', 'Team', 'Settings']);
  expect(labels(phoneRestFor(owner))).toEqual(['Members', 'Audit log']);
});
