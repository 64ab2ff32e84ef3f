import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Content } from '../writing/content.ts';
import type { Step } from '../writing/step.ts';
import { compare, isEmpty } from './diff.ts';
import { diffText } from './text-diff.ts';

const step = (id: string, given: Partial<Step> = {}): Step => ({
  ...{ id, kind: 'do', title: `Step ${id}`, text: '', doer: { kind: 'anyone', id: null } },
  ...{ minutes: null, measure: null, choices: [] },
  ...given,
});
const of = (...steps: Step[]): Content => ({ title: 'T', body: 'B', steps });
const nameOf = (id: string) => `name of ${id}`;
/** Added words in brackets, removed ones in braces. */
const marked = (before: string, after: string) =>
  diffText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[${text}]` : `{${text}}`))
    .join('');

describe('two texts', () => {
  it('differ by words, not by letters or whole paragraphs', () => {
    expect(marked('Lock the front door.\nGo home.', 'Lock the back door.\nGo home.')).toBe(
      'Lock the {front}[back] door.\nGo home.',
    );
    expect(marked('One.\n', 'One.\nTwo.\n')).toBe('One.\n[Two.\n]');
    expect(marked('', 'All of it')).toBe('[All of it]');
    expect(marked('Same', 'Same')).toBe('Same');
  });

  it('can be told from what stayed, came and went, whatever they are', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', ' ', '\n', 'ä', '**', '1'), { maxLength: 30 })
      .map((one) => one.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const parts = diffText(before, after);
        const without = (kind: string) => parts.flatMap((part) => (part.kind === kind ? [] : [part.text])).join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('that are long and have nothing in common take no time', () => {
    const long = (word: string) => Array.from({ length: 3_000 }, (_, index) => `${word}${index}`).join(' ');
    const started = performance.now();
    expect(diffText(long('a'), long('b'))).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('two versions', () => {
  it('say which step came, which went, which moved and what changed in one', () => {
    const before = of(step('a'), step('b'), step('c', { minutes: 5 }), step('d'));
    const after = of(step('d'), step('a'), step('c', { minutes: 10, title: 'Step c, twice' }), step('e'));
    expect(compare(before, after, nameOf)).toMatchObject({
      ...{ title: null, body: null },
      steps: [
        { kind: 'kept', number: 1, movedFrom: 4, changes: [], step: { id: 'd' } },
        { kind: 'kept', number: 3, movedFrom: null, changes: [{ what: 'Title' }, { what: 'Takes' }] },
        { kind: 'added', number: 4, step: { id: 'e' } },
        { kind: 'removed', number: 2, step: { id: 'b' } },
      ],
    });
  });

  it('say who, how much and where to by names', () => {
    const before = of(step('a', { kind: 'decide', choices: [{ label: 'Yes', next: 'b' }] }), step('b'));
    const after = of(
      step('a', { kind: 'decide', choices: [{ label: 'Yes', next: 'end' }], doer: { kind: 'role', id: 'bar' } }),
      step('b', { kind: 'measure', measure: { unit: '°C', min: 2, max: 8 } }),
    );
    const words = compare(before, after, nameOf).steps.flatMap((change) =>
      change.kind === 'kept'
        ? change.changes.map(
            ({ what, parts }) =>
              `${what}: ${parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `[${text}]` : `{${text}}`)).join('')}`,
          )
        : [],
    );
    expect(words).toEqual([
      'Who does it: {Anybody}[name of bar]',
      'Choices: {Yes → Step b}[Yes → end]',
      'Kind: {Do}[Measure]',
      'Limits: {none}[2 to 8 °C]',
    ]);
  });

  it('that are the same have nothing to say', () => {
    const same = of(step('a'), step('b'));
    expect(isEmpty(compare(same, same, nameOf))).toBe(true);
  });

  it('name no more moves than are needed', () => {
    const before = ['a', 'b', 'c', 'd', 'e'].map((id) => step(id));
    const after = ['b', 'c', 'd', 'a', 'e'].map((id) => step(id));
    expect(compare(of(...before), of(...after), nameOf).steps).toMatchObject([{ step: { id: 'a' }, movedFrom: 1 }]);
  });
});
