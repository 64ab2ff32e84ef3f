import { expect, test } from 'vitest';
import { mainRole, roleLabel, withMainRole } from './roles.ts';

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
