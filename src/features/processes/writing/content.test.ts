import { expect, test } from 'vitest';
import { step } from '../process-world.fixture.ts';
import { type Content, unfinished, wordsIn } from './content.ts';
import { excerptOf } from './show.ts';
import { isWithin, limitWords, type Step } from './step.ts';

const of = (...steps: Step[]): Content => ({ title: 'Opening', body: '', steps });
const decide = (choices: Step['choices']) => step({ kind: 'decide', title: 'Is it open?', choices });

test('what has neither words nor steps can’t be published; either is enough', () => {
  expect(unfinished(of())).toEqual({ body: expect.stringContaining('nothing to read') });
  expect(unfinished({ ...of(), body: 'Words' })).toBeNull();
  expect(unfinished(of(step()))).toBeNull();
});

test('each step says what it lacks', () => {
  const twice = step();
  const cases: readonly (readonly [Step, string])[] = [
    [step({ title: ' ' }), 'title'],
    [step({ kind: 'measure' }), 'measure'],
    [step({ kind: 'measure', measure: { unit: '°C', min: null, max: null } }), 'measure'],
    [step({ kind: 'measure', measure: { unit: '°C', min: 9, max: 2 } }), 'measure'],
    [decide([{ label: 'Yes', next: null }]), 'choices'],
    [
      decide([
        { label: 'Yes', next: null },
        { label: '', next: 'end' },
      ]),
      'choices',
    ],
  ];
  for (const [wrong, field] of cases) expect(Object.keys(unfinished(of(wrong)) ?? {})).toEqual([`steps.0.${field}`]);
  expect(Object.keys(unfinished(of(twice, twice)) ?? {})).toEqual(['steps.1.id']);
});

test('a choice leads onwards only', () => {
  const last = step();
  const choice = (next: string | null) =>
    decide([
      { label: 'Yes', next },
      { label: 'No', next: null },
    ]);
  expect(unfinished(of(choice(last.id), step(), last))).toBeNull();
  expect(unfinished(of(choice('end'), last))).toBeNull();
  const back = choice(last.id);
  expect(Object.keys(unfinished(of(last, back)) ?? {})).toEqual(['steps.1.choices']);
});

test('limits include their ends, and are told in words', () => {
  const fridge = { unit: '°C', min: 1, max: 7 };
  expect([0.9, 1, 7, 7.1].map((value) => isWithin(fridge, value))).toEqual([false, true, true, false]);
  expect(isWithin({ unit: '', min: null, max: 5 }, -100)).toBe(true);
  expect(limitWords(fridge)).toBe('1 to 7 °C');
  expect(limitWords({ unit: 'min', min: null, max: 5 })).toBe('at most 5 min');
  expect(limitWords({ unit: '', min: -2, max: null })).toBe('at least -2');
  expect(limitWords({ unit: '€', min: 200, max: 200 })).toBe('exactly 200 €');
});

test('words for searching are all there is, and nothing between them', () => {
  const content = of(
    step({ title: 'Lock (twice)', text: '**Both** doors', choices: [{ label: 'Ja/Nein', next: null }] }),
  );
  expect(wordsIn({ ...content, body: 'See https://x.example' })).toBe(
    'Opening See https x example Lock twice Both doors Ja Nein',
  );
});

test('an excerpt has no marks, and is cut between words', () => {
  expect(excerptOf('## A *b* [c](https://x.example)', [])).toBe('A b c');
  expect(excerptOf('Only with a **licence**, and _never_ by a well-known `night_watch`.', [])).toBe(
    'Only with a licence, and never by a well-known night_watch.',
  );
  expect(excerptOf('Before:\n\n- Look\n- Listen\n\n1. Lift\n\n| a | b |\n| - | :-: |\n| 1 | 2 |', [])).toBe(
    'Before: · Look · Listen · Lift · a b · 1 2',
  );
  const long = excerptOf(`${'word '.repeat(60)}Wärme ${'after '.repeat(60)}`, ['warme']);
  expect(long).toMatch(/^… (word )+Wärme (after )+…$/);
});
