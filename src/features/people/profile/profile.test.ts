import { describe, expect, it } from 'vitest';
import { makesCircle, narrower, onlyMe, phoneNumber } from './profile.ts';

describe('a phone number', () => {
  it.each([
    ['+351 910 000 000', '+351910000000'],
    ['00351 (0) 91', null],
    ['00351910000000', '+351910000000'],
    ['+1 (212) 555-0100', '+12125550100'],
    ['+49 30/901820', '+4930901820'],
    ['910 000 000', null],
    ['+0 123 4567', null],
    ['+12345', null],
    ['+1234567890123456', null],
    ['+351 910 000 000 ext 5', null],
    ['+३५१९१०००००००', null],
    ['', null],
  ])('typed as %s is %s', (typed, number) => {
    expect(phoneNumber(typed)).toBe(number);
  });
});

describe('who reports to whom', () => {
  const managers = new Map([
    ['bo', 'ana'],
    ['cy', 'bo'],
  ]);
  it.each([
    ['ana', 'ana', true],
    ['ana', 'bo', true],
    ['ana', 'cy', true],
    ['cy', 'ana', false],
    ['dee', 'cy', false],
  ])('%s under %s closes a circle: %s', (person, manager, circle) => {
    expect(makesCircle(managers, person, manager)).toBe(circle);
  });

  it('ends also where others stand in a circle already', () => {
    expect(makesCircle(new Map([...managers, ['ana', 'cy']]), 'dee', 'bo')).toBe(true);
  });
});

describe('of two choices who sees a field', () => {
  it('the one that shows less counts, field by field', () => {
    const left = { ...onlyMe, phones: 'everyone', email: 'managers' } as const;
    const right = { ...onlyMe, phones: 'managers', email: 'everyone', address: 'everyone' } as const;
    expect(narrower(left, right)).toEqual({ ...onlyMe, phones: 'managers', email: 'managers' });
    expect(narrower(right, left)).toEqual(narrower(left, right));
  });
});
