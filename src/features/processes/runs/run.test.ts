import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { step } from '../process-world.fixture.ts';
import type { Step } from '../writing/step.ts';
import { approvesOwn, isDoer, isFinished, refusalOf, statesOf } from './run.ts';

const entry = (stepId: string, choice: number | null = null, personId = 'p1') => ({
  ...{
    id: `e${stepId}`,
    stepId,
    personId,
    choice,
    doneAt: new Date(0),
    arrivedAt: new Date(0),
    value: null,
    within: null,
  },
  ...{ words: '', pictureId: null, takenBackAt: null },
});
const doing = { stepId: 'a', value: null, choice: null, words: '', pictureId: null };
const decide = (id: string, ...nexts: (string | null)[]): Step =>
  step({ id, kind: 'decide', choices: nexts.map((next, index) => ({ label: `Way ${index}`, next })) });

describe('how far a run is', () => {
  it('is open step by step, in any order', () => {
    const steps = ['a', 'b', 'c'].map((id) => step({ id }));
    expect(statesOf(steps, [entry('b')])).toEqual(['open', 'done', 'open']);
    expect(isFinished(statesOf(steps, [entry('b'), entry('a'), entry('c')]))).toBe(true);
  });

  it('waits with what a decision may skip, and skips it then', () => {
    const steps = [step({ id: 'a' }), decide('d', null, 'c', 'end'), step({ id: 'b' }), step({ id: 'c' })];
    expect(statesOf(steps, [])).toEqual(['open', 'open', 'later', 'later']);
    expect(statesOf(steps, [entry('d', 0)])).toEqual(['open', 'done', 'open', 'open']);
    expect(statesOf(steps, [entry('d', 1)])).toEqual(['open', 'done', 'skipped', 'open']);
    expect(isFinished(statesOf(steps, [entry('d', 2), entry('a')]))).toBe(true);
  });

  it('does not wait with what no way skips', () => {
    const steps = [decide('d', null, 'b'), step({ id: 'b' })];
    expect(statesOf(steps, [])).toEqual(['open', 'open']);
  });

  it('opens again what is taken back', () => {
    expect(statesOf([step({ id: 'a' })], [{ ...entry('a'), takenBackAt: new Date(1) }])).toEqual(['open']);
  });

  it('comes to an end by every way that there is', () => {
    const shape = fc.array(fc.array(fc.nat(6), { maxLength: 3 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(shape, fc.infiniteStream(fc.nat(20)), (jumps, picks) => {
        const ids = jumps.map((_, index) => `s${index}`);
        const steps = jumps.map((to, index) =>
          to.length < 2
            ? step({ id: ids[index] ?? '' })
            : decide(ids[index] ?? '', ...to.map((far) => (far === 0 ? null : (ids[index + far] ?? 'end')))),
        );
        const entries: ReturnType<typeof entry>[] = [];
        for (let turn = 0; turn <= steps.length && !isFinished(statesOf(steps, entries)); turn += 1) {
          const open = statesOf(steps, entries).flatMap((state, index) => (state === 'open' ? [index] : []));
          expect(open.length).toBeGreaterThan(0);
          const at = steps[open[picks.next().value % open.length] ?? 0];
          if (at) entries.push(entry(at.id, at.choices.length > 0 ? picks.next().value % at.choices.length : null));
        }
        expect(isFinished(statesOf(steps, entries))).toBe(true);
      }),
    );
  });
});

describe('noting a step', () => {
  const fridge = step({ id: 'a', kind: 'measure', measure: { unit: '°C', min: 1, max: 7 } });

  it('asks for what its kind needs', () => {
    expect(refusalOf(step({ id: 'a' }), 'open', doing)).toBeNull();
    expect(refusalOf(fridge, 'open', doing)?.code).toBe('no_value');
    expect(refusalOf(step({ id: 'a', kind: 'photo' }), 'open', doing)?.code).toBe('no_picture');
    expect(refusalOf(decide('a', null, 'end'), 'open', doing)?.code).toBe('no_choice');
    expect(refusalOf(step({ id: 'a' }), 'later', doing)?.code).toBe('not_yet');
    expect(refusalOf(step({ id: 'a' }), 'skipped', doing)?.code).toBe('skipped');
  });

  it('takes a value outside its limits only with a word about it', () => {
    expect(refusalOf(fridge, 'open', { ...doing, value: 7 })).toBeNull();
    expect(refusalOf(fridge, 'open', { ...doing, value: 9.5 })?.sentence).toContain('1 to 7 °C');
    expect(refusalOf(fridge, 'open', { ...doing, value: 9.5, words: ' ' })?.code).toBe('outside_limits');
    expect(refusalOf(fridge, 'open', { ...doing, value: 9.5, words: 'The door was open' })).toBeNull();
  });

  it('is for whom the step names, and approving for somebody else than who did the work', () => {
    const ofBar = step({ doer: { kind: 'role', id: 'bar' } });
    expect([isDoer(ofBar, 'p1', ['bar']), isDoer(ofBar, 'p1', [])]).toEqual([true, false]);
    expect(isDoer(step({ doer: { kind: 'person', id: 'p2' } }), 'p1', [])).toBe(false);
    const approve = step({ kind: 'approve' });
    expect([approvesOwn(approve, 'p1', [entry('a')]), approvesOwn(approve, 'p2', [entry('a')])]).toEqual([true, false]);
  });
});
