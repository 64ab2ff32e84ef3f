import { expect, test } from 'vitest';
import { furtherOf, mainRole, mayChange, roleLabel, rolesToGive, withFurther, withMainRole } from './roles.ts';

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
  expect(roleLabel('scheduler')).toBe('Scheduler');
  expect(roleLabel('gardener')).toBe('gardener');
});

test('only owners give and change the owner’s role', () => {
  expect(rolesToGive(['admin']).map(({ role }) => role)).not.toContain('owner');
  expect(rolesToGive(['owner']).map(({ role }) => role)).toContain('owner');
  expect(mayChange(['admin'], ['owner'])).toBe(false);
  expect(mayChange(['admin'], ['publisher'])).toBe(true);
  expect(mayChange(['owner'], ['owner'])).toBe(true);
});

test('further roles change beside the main one', () => {
  expect(furtherOf(['payroll', 'owner', 'scheduler'])).toEqual(['scheduler', 'payroll']);
  expect(withFurther(['publisher', 'employee', 'payroll'], ['scheduler'])).toEqual([
    'publisher',
    'employee',
    'scheduler',
  ]);
  expect(withFurther(['employee', 'auditor'], [])).toEqual(['employee']);
});
