import { expect, test } from 'vitest';
import { mainRole, mayChange, roleLabel, rolesToGive, withMainRole } from './roles.ts';

test('the highest role counts', () => {
  expect(mainRole(['employee', 'publisher'])).toBe('publisher');
  expect(mainRole(['publisher', 'owner'])).toBe('owner');
  expect(mainRole([])).toBe('employee');
});

test('roles of other features survive a change', () => {
  expect(withMainRole(['employee', 'payroll'], 'publisher')).toEqual(['payroll', 'publisher']);
});

test('a role is named for people', () => {
  expect(roleLabel('admin')).toBe('Admin');
  expect(roleLabel('scheduler')).toBe('scheduler');
});

test('only owners give and change the owner’s role', () => {
  expect(rolesToGive(['admin']).map(({ role }) => role)).not.toContain('owner');
  expect(rolesToGive(['owner']).map(({ role }) => role)).toContain('owner');
  expect(mayChange(['admin'], ['owner'])).toBe(false);
  expect(mayChange(['admin'], ['publisher'])).toBe(true);
  expect(mayChange(['owner'], ['owner'])).toBe(true);
});
