import { expect, test } from 'vitest';
import { keyAct } from './keys.ts';

test('arrows along time move by a quarter of an hour, across it by a day', () => {
  expect(keyAct('ArrowUp', false, 'down')).toEqual({ kind: 'move', by: -15 });
  expect(keyAct('ArrowRight', false, 'down')).toEqual({ kind: 'move', by: 1440 });
  expect(keyAct('ArrowRight', false, 'across')).toEqual({ kind: 'move', by: 15 });
  expect(keyAct('PageDown', false, 'across')).toEqual({ kind: 'move', by: 1440 });
  expect(keyAct('ArrowDown', false, 'days')).toEqual({ kind: 'move', by: 7 * 1440 });
});

test('with Shift only the arrows along time do something', () => {
  expect(keyAct('ArrowDown', true, 'down')).toEqual({ kind: 'resize', by: 15 });
  expect(keyAct('ArrowRight', true, 'down')).toBeNull();
  expect(keyAct('ArrowLeft', true, 'across')).toEqual({ kind: 'resize', by: -15 });
  expect(keyAct('ArrowDown', true, 'days')).toBeNull();
});

test('Enter opens or keeps, Delete takes away, Escape puts back, other keys are the browser’s', () => {
  expect(keyAct('Enter', false, 'down')).toEqual({ kind: 'open' });
  expect(keyAct('Delete', false, 'days')).toEqual({ kind: 'remove' });
  expect(keyAct('Escape', false, 'across')).toEqual({ kind: 'cancel' });
  expect(keyAct('a', false, 'down')).toBeNull();
  expect(keyAct('Tab', true, 'down')).toBeNull();
});
