import { expect, test } from 'vitest';
import type { Step } from '../writing/step.ts';
import { moveStep, newStep, ofKind, removeStep } from './draft-steps.ts';

const decision = (id: string, next: string): Step => ({
  ...newStep(id),
  kind: 'decide',
  choices: [{ label: 'Go', next }],
});
const ids = (steps: readonly Step[]) => steps.map(({ id }) => id).join('');

test('a step goes where it is put, and not beyond the ends', () => {
  const steps = ['a', 'b', 'c'].map(newStep);
  expect(ids(moveStep(steps, 0, 2))).toBe('bca');
  expect(ids(moveStep(steps, 2, 0))).toBe('cab');
  expect(ids(moveStep(steps, 1, 9))).toBe('acb');
  expect(moveStep(steps, 0, -1)).toBe(steps);
});

test('a choice never leads back, nor to what is gone', () => {
  const steps = [decision('a', 'c'), newStep('b'), newStep('c')];
  expect(moveStep(steps, 1, 2)[0]?.choices).toEqual([{ label: 'Go', next: 'c' }]);
  expect(moveStep(steps, 0, 2)[2]?.choices).toEqual([{ label: 'Go', next: null }]);
  expect(removeStep(steps, 'c')[0]?.choices).toEqual([{ label: 'Go', next: null }]);
  expect(removeStep([decision('a', 'end'), newStep('b')], 'b')[0]?.choices).toEqual([{ label: 'Go', next: 'end' }]);
});

test('another kind brings what it needs and leaves what it has not', () => {
  const measured = ofKind(newStep('a'), 'measure');
  expect(measured.measure).toEqual({ unit: '', min: null, max: null });
  const decided = ofKind(measured, 'decide');
  expect([decided.measure, decided.choices.length]).toEqual([null, 2]);
  expect(ofKind(decided, 'do').choices).toEqual([]);
});
