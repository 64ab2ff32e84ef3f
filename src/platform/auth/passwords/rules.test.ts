import { beforeAll, describe, expect, it } from 'vitest';
import { loadBlocklist } from './blocklist.ts';
import { findFault, normalisePassword } from './rules.ts';

let isCommon: (text: string) => boolean;
beforeAll(async () => {
  isCommon = await loadBlocklist();
});

const words = ['coact', 'Harbour & Pine', 'maya.lindqvist'];
const fault = (password: string, secondFactor = false) => findFault(password, { secondFactor, words, isCommon });

describe('a password alone', () => {
  it.each([
    ['quiet lamp river', null],
    ['fourteen chars', 'too_short'],
    ['fifteen charsss', null],
    ['', 'too_short'],
    [`${'long enough '.repeat(21)}1234`, null],
    [`${'long enough '.repeat(21)}12345`, 'too_long'],
    ['пароль который помню', null],
    ['🦊🐳🌵🍋🎻🧊🪁🧦🥨🦔🚲🎈🪴🧭🦩', null],
    ['🦊🐳🌵🍋🎻🧊🪁🧦🥨🦔🚲🎈🪴🧭', 'too_short'],
  ])('%j: %s', (password, wanted) => {
    expect(fault(password)).toBe(wanted);
  });
});

describe('a password with a second factor', () => {
  it.each([
    ['lamp riv', null],
    ['seven ch', null],
    ['sevench', 'too_short'],
    ['password', 'common'],
    ['PassWord', 'common'],
    ['baseball', 'common'],
    ['liverpool1', 'common'],
    ['!!football99', 'common'],
    ['dragondragon', 'common'],
    ['passwordpassword1', 'common'],
    ['aaaaaaaaaaaaaaaa', 'too_plain'],
    ['abababababab', 'too_plain'],
    ['abcdefghijklmnop', 'too_plain'],
    ['123456789012345', 'too_plain'],
    ['987654321098765', 'too_plain'],
    ['coact2026!', 'about_you'],
    ['CoactCoact!1', 'about_you'],
    ['harbour-pine-26', 'about_you'],
    ['maya.lindqvist', 'about_you'],
    ['LindqvistMaya1', 'about_you'],
    ['maya likes boats', null],
  ])('%j: %s', (password, wanted) => {
    expect(fault(password, true)).toBe(wanted);
  });
});

describe('rules that are not there', () => {
  it.each(['all lower case letters', 'ALL UPPER CASE LETTERS', '84610 37295 18364 02', 'spaces   in   between'])(
    '%j needs no other kinds of characters',
    (password) => {
      expect(fault(password)).toBeNull();
    },
  );
});

it('one password written on two systems is one password', () => {
  expect(normalisePassword('Ｃａｆé')).toBe(normalisePassword('Cafe\u0301'));
});
