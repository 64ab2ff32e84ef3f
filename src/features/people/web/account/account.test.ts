import { expect, test } from 'vitest';
import { accountOf } from '../../../../../test/support/answers.ts';
import {
  confirmingMethods,
  inGroups,
  isSteppedUp,
  judgePassword,
  nameForPasskey,
  recoveryFile,
  shortestPassword,
} from './account.ts';

const passkey = { id: 'k', name: 'My Mac', createdAt: '2026-01-01T00:00:00Z', lastUsedAt: null };
const bare = accountOf();
const withCode = accountOf({ secondFactor: { required: false, code: true, recoveryCodesLeft: 10 } });

test('a password may be shorter where it isn’t the only proof', () => {
  expect(shortestPassword(bare)).toBe(15);
  expect(shortestPassword(withCode)).toBe(8);
  expect(shortestPassword(accountOf({ passkeys: [passkey] }))).toBe(8);
});

test('the counter speaks of length and of nothing else', () => {
  expect(judgePassword('', 15)).toEqual({ kind: 'empty' });
  expect(judgePassword('a'.repeat(14), 15)).toEqual({ kind: 'short', missing: 1 });
  expect(judgePassword('a'.repeat(15), 15)).toEqual({ kind: 'fine', length: 15 });
  expect(judgePassword('a'.repeat(256), 15)).toEqual({ kind: 'fine', length: 256 });
  expect(judgePassword('a'.repeat(257), 15)).toEqual({ kind: 'long' });
});

test('a character outside the basic plane counts once', () => {
  expect(judgePassword('⚡🚢🚢🚢🚢🚢🚢🚢', 8)).toEqual({ kind: 'fine', length: 8 });
  expect(judgePassword('ﬁﬁﬁﬁ', 8)).toEqual({ kind: 'fine', length: 8 });
});

test('a second factor confirms, else the password; who has nothing else confirms by mail', () => {
  const nothing = accountOf({ password: { set: false, changedAt: null } });
  expect(confirmingMethods(nothing)).toEqual(['mail']);
  expect(confirmingMethods(bare)).toEqual(['password']);
  expect(confirmingMethods(accountOf({ ...withCode, passkeys: [passkey] }))).toEqual(['passkey', 'code']);
});

test('a proof that is about to end doesn’t count', () => {
  const now = new Date('2026-11-22T12:00:00Z');
  expect(isSteppedUp(accountOf({ steppedUpUntil: '2026-11-22T12:05:00Z' }), now)).toBe(true);
  expect(isSteppedUp(accountOf({ steppedUpUntil: '2026-11-22T12:00:20Z' }), now)).toBe(false);
  expect(isSteppedUp(bare, now)).toBe(false);
});

test('a key is typed in groups of four', () => {
  expect(inGroups('JBSWY3DPEHPK3PXP')).toBe('JBSW Y3DP EHPK 3PXP');
  expect(inGroups('JBSWY')).toBe('JBSW Y');
});

test('the file says what the codes are for and when they were made', () => {
  const file = recoveryFile(['aaaa-bbbb', 'cccc-dddd'], {
    address: 'maya@example.com',
    day: '22 Nov 2026',
    origin: 'https://coact.test',
  });
  expect(file).toContain('maya@example.com at https://coact.test');
  expect(file).toContain('\naaaa-bbbb\ncccc-dddd\n');
  expect(file).toContain('once');
});

test('a passkey is named for its device until the person names it', () => {
  expect(nameForPasskey('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)')).toBe('My iPhone');
  expect(nameForPasskey('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('My Windows');
  expect(nameForPasskey('something')).toBe('My passkey');
});
