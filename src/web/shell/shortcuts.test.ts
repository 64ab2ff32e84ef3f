import { expect, test } from 'vitest';
import { nextStep, shortcutList } from './shortcuts.ts';

test('single keys act at once', () => {
  expect(nextStep(null, 'c')).toEqual({ command: 'compose', pending: null });
  expect(nextStep(null, '/').command).toBe('search');
  expect(nextStep(null, '?').command).toBe('help');
});

test('g waits for the place to go to', () => {
  const first = nextStep(null, 'g');
  expect(first).toEqual({ command: null, pending: 'g' });
  expect(nextStep(first.pending, 'd')).toEqual({ command: 'dashboard', pending: null });
});

test('an unknown second key forgets the first', () => {
  expect(nextStep('g', 'x')).toEqual({ command: null, pending: null });
  expect(nextStep('g', 'c').command).toBeNull();
});

test('every shortcut that help lists does something', () => {
  for (const { keys } of shortcutList) {
    const last = keys.reduce((step, key) => nextStep(step.pending, key), nextStep(null, ''));
    expect(last.command).not.toBeNull();
  }
});
