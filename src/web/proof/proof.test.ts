import { expect, test } from 'vitest';
import { digitsOf, waysToShow, withRecovery } from './proof.ts';

test('the way with the least to type comes first', () => {
  expect(waysToShow(['recovery', 'password', 'code', 'passkey'], true)).toEqual([
    'passkey',
    'code',
    'password',
    'recovery',
  ]);
});

test('a browser without passkeys is offered the others', () => {
  expect(waysToShow(['passkey', 'code'], false)).toEqual(['code']);
});

test('who has only a passkey, on a browser without any, still has the recovery codes', () => {
  expect(waysToShow(withRecovery(['passkey']), false)).toEqual(['recovery']);
});

test('without a second factor there are no recovery codes to ask for', () => {
  expect(withRecovery(['password', 'mail'])).toEqual(['password', 'mail']);
});

test('a way that this page doesn’t know is left out', () => {
  expect(waysToShow(['palm_reading', 'password'], true)).toEqual(['password']);
});

test('a code is its digits, however it was written', () => {
  for (const text of ['123456', '123 456', ' 123-456 ', 'Code: 123 456.', '1234567'])
    expect(digitsOf(text)).toBe('123456');
  expect(digitsOf('12')).toBe('12');
  expect(digitsOf('no code')).toBe('');
});
