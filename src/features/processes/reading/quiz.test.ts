import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { mark, neededOf, nextTryAt, type Question, quizProblems } from './quiz.ts';
import { question, quizOf } from './reading.fixture.ts';

const rightOf = ({ answers }: Question) => answers.flatMap(({ right }, place) => (right ? [place] : []));

/** Quizzes as they may be asked. */
const quizzes = fc
  .record({
    shapes: fc.array(fc.array(fc.boolean(), { minLength: 2, maxLength: 8 }), { minLength: 1, maxLength: 20 }),
    passMark: fc.integer({ min: 1, max: 100 }),
  })
  .map(({ shapes, passMark }) =>
    quizOf(
      shapes.map((rights) =>
        question({ kind: 'many', rights: rights.includes(true) ? rights : [true, ...rights.slice(1)] }),
      ),
      { passMark },
    ),
  );

describe('marking', () => {
  it('passes whoever has all right, in whatever order, and nobody who has nothing right', () => {
    fc.assert(
      fc.property(quizzes, (quiz) => {
        const all = quiz.questions.map((one) => ({ id: one.id, chosen: rightOf(one).toReversed() })).toReversed();
        expect(mark(quiz, all)).toMatchObject({ passed: true, right: quiz.questions.length });
        const none = quiz.questions.map(({ id }) => ({ id, chosen: [] }));
        expect(mark(quiz, none)).toMatchObject({ passed: false, right: 0 });
      }),
    );
  });

  it('passes from exactly as many right answers as are said to be needed', () => {
    fc.assert(
      fc.property(quizzes, (quiz) => {
        const needed = neededOf(quiz);
        const first = (count: number) =>
          mark(
            quiz,
            quiz.questions.map((one, index) => ({ id: one.id, chosen: index < count ? rightOf(one) : [] })),
          );
        expect([first(needed)?.passed, first(needed - 1)?.passed]).toEqual([true, false]);
      }),
    );
  });

  it('takes one too many or one too few for wrong', () => {
    const quiz = quizOf([question({ kind: 'many', rights: [true, true, false] })]);
    const [{ id } = { id: '' }] = quiz.questions;
    const tried = [[0, 1], [0], [0, 1, 2], [0, 1, 7]].map((chosen) => mark(quiz, [{ id, chosen }])?.passed);
    expect(tried).toEqual([true, false, false, false]);
  });

  it('is of these questions, each once', () => {
    const quiz = quizOf([question(), question()]);
    const [first, second] = quiz.questions.map(({ id }) => ({ id, chosen: [0] }));
    if (!first || !second) throw new Error('two questions');
    expect(mark(quiz, [first, second])?.passed).toBe(true);
    for (const answered of [[], [first], [first, first], [first, second, { ...first, id: 'other' }]]) {
      expect(mark(quiz, answered)).toBeNull();
    }
  });
});

test('after so many tries there is a wait, each time', () => {
  const hour = 3_600_000;
  const now = new Date('2026-05-04T12:00:00Z');
  const ago = (hours: number) => new Date(now.getTime() - hours * hour);
  const limited = { tries: 2, waitHours: 4 };
  expect(nextTryAt(limited, { tries: 0, triedAt: null }, now)).toBeNull();
  expect(nextTryAt(limited, { tries: 1, triedAt: ago(0) }, now)).toBeNull();
  expect(nextTryAt(limited, { tries: 2, triedAt: ago(1) }, now)).toEqual(new Date(now.getTime() + 3 * hour));
  expect(nextTryAt(limited, { tries: 2, triedAt: ago(4) }, now)).toBeNull();
  expect(nextTryAt(limited, { tries: 4, triedAt: ago(0) }, now)).not.toBeNull();
  fc.assert(
    fc.property(fc.nat(50), (tries) => {
      expect(nextTryAt({ tries: null, waitHours: 4 }, { tries, triedAt: now }, now)).toBeNull();
    }),
  );
});

test('what can’t be asked says why, at its question', () => {
  const cases: readonly (readonly [Question, string])[] = [
    [question({ text: ' ' }), 'text'],
    [question({ rights: [true] }), 'answers'],
    [question({ rights: [false, false] }), 'answers'],
    [question({ rights: [true, true] }), 'answers'],
  ];
  for (const [wrong, field] of cases) {
    expect(Object.keys(quizProblems(quizOf([question(), wrong])) ?? {})).toEqual([`quiz.questions.1.${field}`]);
  }
  const twice = question();
  expect(Object.keys(quizProblems(quizOf([twice, twice])) ?? {})).toEqual(['quiz.questions.1.id']);
  expect(quizProblems(quizOf([question({ kind: 'many', rights: [true, true] })]))).toBeNull();
});
