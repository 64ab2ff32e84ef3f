import { describe, expect, it, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { Process, Version } from '../contract.ts';
import type { Asked, AskedQuiz, Mine, Reading, ReadingPerson, ToRead } from './contract.ts';
import { changeKind, emptyQuestion, emptyQuiz, markRight } from './quiz-draft.ts';
import { QuizEditor } from './quiz-editor.tsx';
import { QuizForm } from './quiz-form.tsx';
import { countWords, filtered, quizWords } from './words.ts';

const ana = { id: 'p1', name: 'Ana' };
const version = (given: Partial<Version> = {}): Version => ({
  ...{ number: 2, state: 'published', revision: 1, title: 'Hygiene', body: 'Wash your **hands**.', steps: [] },
  ...{ note: '', returnedNote: '', writtenBy: ana, submittedBy: ana, publishedBy: ana },
  ...{ writtenAt: '2026-05-04T09:00:00Z', publishedAt: '2026-05-04T09:00:00Z' },
  ...given,
});
const process = (given: Partial<Process> = {}): Process => ({
  ...{ id: 'a', owner: ana, confidential: false, reviewBy: null, archived: false, audience: null },
  ...{ published: version(), open: null, names: {}, may: { edit: false, publish: false } },
  ...given,
});
const quiz = (given: Partial<AskedQuiz> = {}): AskedQuiz => ({
  questions: [{ id: 'q', kind: 'one', text: 'How long?', answers: ['20 seconds', '2 seconds'] }],
  ...{ needed: 1, passed: false, tries: 0, most: null, tryAt: null },
  ...given,
});
const mine = (given: Partial<Mine> = {}): Mine => ({
  ...{ state: 'open', dueOn: '2026-06-01', askedAt: '2026-05-04T09:00:00Z', changed: '', before: null },
  ...{ quiz: null, confirmed: null },
  ...given,
});
const asked = (given: Partial<Asked> = {}): Asked => ({
  ...{ version: 2, audience: [], dueOn: '2026-06-01', remindEvery: 7, remindUntil: null, quiz: null },
  ...{ askedAt: '2026-05-04T09:00:00Z', askedBy: ana, endedAt: null, counts: { asked: 3, confirmed: 1, late: 1 } },
  ...{ remindedAt: null, remindedBy: null, remindAgainAt: null },
  ...given,
});
const person = (given: Partial<ReadingPerson> = {}): ReadingPerson => ({
  ...{ id: 'p2', name: 'Ben Ode', state: 'open', isAsked: true, departments: ['Café'], locations: ['Quay'] },
  ...{ confirmed: null, passed: null, tries: 0, toldAt: '2026-05-04T09:00:00Z', remindedAt: null },
  ...given,
});
const reading = (given: Partial<Reading> = {}): Reading => ({ mine: null, asking: null, mayAsk: false, ...given });
const page = (given: Reading, shown: Process = process(), me: unknown = employee) =>
  drawPage('/processes/a', [
    [['me'], me],
    [['processes', 'a'], shown],
    [['processes', 'a', 'reading'], given],
    [['processes', 'a', 'version', 1], version({ number: 1, body: 'Wash your **feet**.' })],
  ]);
const confirming = 'I have read and understood this';
const isLocked = (html: string) =>
  new RegExp(`<button[^>]* disabled=""[^>]*>(?:(?!</button>).)*${confirming}`).test(html);

describe('the page of a process', () => {
  it('asks whoever it is asked of, and nobody else', async () => {
    const drawn = await page(reading({ mine: mine() }));
    expect(drawn.text).toContain('Please confirm by 1 June 2026');
    expect(drawn.buttons).toContain(confirming);
    expect(isLocked(drawn.html)).toBe(false);
    expect((await page(reading())).buttons).not.toContain(confirming);
    expect((await page(reading({ mine: mine({ state: 'late' }) }))).text).toContain(
      'was to be confirmed by 1 June 2026',
    );
  });

  it('keeps confirming back until the quiz is passed', async () => {
    const before = await page(reading({ mine: mine({ quiz: quiz() }) }));
    expect([isLocked(before.html), before.text.includes('Pass the quiz first.')]).toEqual([true, true]);
    expect(before.text).toContain('1. How long?');
    const after = await page(reading({ mine: mine({ quiz: quiz({ passed: true, tries: 1 }) }) }));
    expect([isLocked(after.html), after.text.includes('You have passed the quiz')]).toEqual([false, true]);
  });

  it('shows what changed since the version that was confirmed before', async () => {
    const drawn = await page(reading({ mine: mine({ before: 1, changed: 'Not the feet' }) }));
    expect(drawn.text).toContain('What is different: Not the feet');
    expect(drawn.text).toContain('feet hands');
  });

  it('says what was confirmed, and when', async () => {
    const confirmed = { version: 2, at: '2026-05-06T09:00:00Z' };
    const drawn = await page(reading({ mine: mine({ state: 'confirmed', confirmed }) }));
    expect(drawn.text).toContain('You confirmed version 2 on 6 May 2026');
    expect(drawn.buttons).not.toContain(confirming);
  });

  it('tells whoever writes on it how far people are, and lets them ask', async () => {
    const may = { edit: true, publish: false };
    const none = await page(reading({ mayAsk: true }), process({ may }), ownerOf());
    expect(none.buttons).toContain('Ask people to read it');
    const open = await page(reading({ mayAsk: true, asking: asked({ version: 1 }) }), process({ may }), ownerOf());
    expect(open.text).toContain('1 of 3 have confirmed, 1 is late.');
    expect(open.links).toContain('/processes/a/readers');
    expect(open.buttons).toContain('Ask anew for version 2');
  });

  it('asks whoever publishes whether the change matters, where people are asked', async () => {
    const shown = process({ open: version({ number: 3, state: 'review' }), may: { edit: true, publish: true } });
    expect((await page(reading({ mayAsk: true, asking: asked() }), shown, ownerOf())).text).toContain('A small change');
    expect((await page(reading({ mayAsk: true }), shown, ownerOf())).text).not.toContain('A small change');
    const ended = asked({ endedAt: '2026-05-05T09:00:00Z' });
    expect((await page(reading({ mayAsk: true, asking: ended }), shown, ownerOf())).text).not.toContain(
      'A small change',
    );
  });
});

describe('a quiz', () => {
  it('says until when there is no further try', () => {
    const drawn = drawPart(
      <QuizForm processId="a" quiz={quiz({ tries: 2, most: 2, tryAt: '2026-05-06T09:00:00Z' })} />,
    );
    expect(drawn.text).toContain('You can try again from 6 May 2026');
  });

  it('is written with a name for each field', () => {
    const drawn = drawPart(
      <QuizEditor
        quiz={emptyQuiz()}
        fields={{ 'quiz.questions.0.answers': 'Write each of the answers.' }}
        onChange={() => undefined}
        onRemove={() => undefined}
      />,
    );
    for (const name of ['Question 1', 'Answer 1', 'Answer 1 is right', 'Answer 2']) {
      expect(drawn.html).toContain(`aria-label="${name}"`);
    }
    expect(drawn.text).toContain('Write each of the answers.');
  });

  it('has one right answer, or several where they are allowed', () => {
    const rights = ({ answers }: ReturnType<typeof emptyQuestion>) => answers.map(({ right }) => right);
    const one = emptyQuestion();
    expect(rights(markRight(one, 1, true))).toEqual([false, true]);
    const many = markRight(changeKind(one, 'many'), 1, true);
    expect(rights(many)).toEqual([true, true]);
    expect(rights(changeKind(many, 'one'))).toEqual([true, false]);
  });
});

const toRead = (given: ToRead) =>
  drawPage('/processes/to-read', [
    [['me'], employee],
    [['processes', 'to-read'], given],
    [['processes', 'to-read', 'count'], given.toRead.length],
  ]);

test('the list says what is to be read by when; the navigation says how much', async () => {
  const one = {
    processId: 'a',
    title: 'Hygiene',
    version: 2,
    dueOn: '2026-05-01',
    late: true,
    questions: 2,
    again: true,
  };
  const confirmed = [{ processId: 'b', title: 'Fire', version: 1, confirmedAt: '2026-05-04T09:00:00Z' }];
  const drawn = await toRead({ toRead: [one], confirmed });
  expect(drawn.text).toContain('Hygiene Late Has changed by 1 May 2026 · version 2 · 2 questions');
  expect(drawn.text).toContain('Confirmed by you Fire Version 1');
  expect(drawn.buttons).toContain('Processes, 1 waiting');
  const none = await toRead({ toRead: [], confirmed: [] });
  expect(none.text).toContain('Nothing to read');
  expect(none.buttons).not.toContain('Processes, 1 waiting');
});

test('the page of who has not yet lists them, with what may be done', async () => {
  const draw = (asking: Asked, people: readonly ReadingPerson[]) =>
    drawPage('/processes/a/readers', [
      [['me'], ownerOf()],
      [['processes', 'a'], process()],
      [['processes', 'a', 'reading'], reading({ mayAsk: true, asking })],
      [['processes', 'a', 'reading', 'people'], people],
    ]);
  const confirmed = { version: 2, at: '2026-05-05T09:00:00Z', how: 'web' as const };
  const drawn = await draw(asked(), [person(), person({ id: 'p3', name: 'Cleo', state: 'confirmed', confirmed })]);
  expect(drawn.text).toContain('“Hygiene”: 1 of 3 have confirmed, 1 is late.');
  expect(drawn.text).toContain('Ben Ode Café · Quay told 4 May 2026');
  expect(drawn.text).not.toContain('Cleo');
  expect(drawn.buttons).toEqual(expect.arrayContaining(['Remind them now', 'End it', 'As CSV']));
  const reminded = asked({
    remindedAt: '2026-05-05T09:00:00Z',
    remindedBy: ana,
    remindAgainAt: '2026-05-06T09:00:00Z',
  });
  expect((await draw(reminded, [person()])).text).toContain('Ana reminded them on 5 May 2026');
  expect((await draw(asked(), [])).text).toContain('Nobody is missing');
  const ended = await draw(asked({ endedAt: '2026-05-07T09:00:00Z' }), [person()]);
  expect([ended.buttons.includes('Remind them now'), ended.text.includes('Ended on 7 May 2026')]).toEqual([
    false,
    true,
  ]);
});

test('people are found by name, state and place', () => {
  const people = [person(), person({ id: 'c', name: 'Cleo', state: 'late', locations: ['Yard'], departments: [] })];
  const names = (given: object) =>
    filtered(people, { q: '', show: 'all', place: null, ...given }).map(({ name }) => name);
  expect(names({})).toEqual(['Ben Ode', 'Cleo']);
  expect(names({ q: 'ode b' })).toEqual(['Ben Ode']);
  expect(names({ show: 'late' })).toEqual(['Cleo']);
  expect(names({ show: 'missing', place: 'Quay' })).toEqual(['Ben Ode']);
  expect(names({ show: 'confirmed' })).toEqual([]);
});

test('how far they are is told in words', () => {
  const counts = (asked: number, confirmed: number, late = 0) => countWords({ counts: { asked, confirmed, late } });
  expect(counts(3, 3)).toBe('All 3 have confirmed.');
  expect(counts(1, 1)).toBe('The one who is asked has confirmed.');
  expect(counts(3, 0)).toBe('0 of 3 have confirmed.');
  expect(counts(0, 0)).toContain('Nobody is asked now');
  expect(quizWords({ passed: true, tries: 2 })).toBe('quiz passed (2 tries)');
  expect(quizWords({ passed: false, tries: 1 })).toBe('quiz not passed yet (1 try)');
  expect(quizWords({ passed: false, tries: 0 })).toBeNull();
});
