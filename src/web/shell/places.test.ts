import { expect, test } from 'vitest';
import { employee, ownerOf, publisher } from '../../../test/support/answers.ts';
import { phonePlacesFor, phoneRestFor, placesFor, teamPlacesFor } from './places.ts';

const labels = (places: readonly { readonly label: string }[]) => places.map(({ label }) => label);

test('whoever schedules finds roles, rules and set-up; others their own times', () => {
  expect(labels(teamPlacesFor(ownerOf(), false))).toEqual([
    'Schedule',
    'My schedule',
    'Offers',
    'Open shifts',
    'My availability',
    'Time off',
    'My pay',
    'Pay',
    'Forecast',
    'Reports',
    'Messages',
    'Roles',
    'Rules & settings',
    'Set-up',
  ]);
  expect(labels(teamPlacesFor({ roles: ['payroll', 'employee'] }, false)).at(-1)).toBe('Roles');
  expect(labels(teamPlacesFor({ roles: ['payroll'] }, false))).toContain('Reports');
  expect(labels(teamPlacesFor(publisher, false))).toEqual([
    'My schedule',
    'Offers',
    'Open shifts',
    'My availability',
    'Time off',
    'My pay',
  ]);
});

test('an employee is offered nothing that would only lead back', () => {
  expect(labels(placesFor(employee.can))).toEqual(['People', 'Processes']);
  expect(labels(phonePlacesFor(employee, false))).toEqual(['My schedule', 'Offers', 'Open shifts', 'Team', 'People']);
});

test('an approver finds the requests, but no figures of all', () => {
  const can = { ...employee.can, approve: true };
  expect(labels(placesFor(can))).toEqual(['Requests', 'People', 'Processes', 'Settings']);
});

test('on a phone the team is one place before the settings, and what is seldom needed stands in the menu', () => {
  expect(labels(phonePlacesFor(publisher, false)).slice(-2)).toEqual(['Team', 'Settings']);
  const owner = ownerOf();
  expect(labels(phonePlacesFor(owner, false))).toEqual(['Dashboard', 'Requests', 'People', 'Team', 'Settings']);
  expect(labels(phoneRestFor(owner))).toEqual(['Feeds', 'Share reports', 'Processes', 'Members', 'Audit log']);
});

test('the time clock has a place where the organisation uses one', () => {
  expect(labels(teamPlacesFor(publisher, true)).slice(0, 2)).toEqual(['My schedule', 'Time clock']);
  expect(labels(teamPlacesFor(ownerOf(), true))).toContain('Time clock');
});
