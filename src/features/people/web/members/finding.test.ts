import { expect, test } from 'vitest';
import type { Member } from './contract.ts';
import { findMembers } from './finding.ts';

const member = (name: string, roles: string[], email: string | null = null): Member => ({
  id: name,
  name,
  email,
  roles,
  state: 'active',
  slack: true,
});
const members = [
  member('Jürgen Müller', ['employee'], 'jm@example.com'),
  member('Ada Lindqvist', ['owner', 'employee'], 'ada@example.com'),
  member('Sam Park', ['publisher', 'employee']),
];
const names = (words: string, role: string | null = null) => findMembers(members, words, role).map(({ name }) => name);

test('names are found without accents, in any order of words', () => {
  expect(names('muller jurgen')).toEqual(['Jürgen Müller']);
  expect(names('ada@')).toEqual(['Ada Lindqvist']);
  expect(names('  ')).toHaveLength(3);
});

test('a role narrows the list by the highest role', () => {
  expect(names('', 'employee')).toEqual(['Jürgen Müller']);
  expect(names('ada', 'publisher')).toEqual([]);
});
