import type { Quiz } from './contract.ts';

type Question = Quiz['questions'][number];

const emptyAnswer = { text: '', right: false };

/** A question to fill in. */
export function emptyQuestion(): Question {
  const answers = [{ ...emptyAnswer, right: true }, emptyAnswer];
  return { id: crypto.randomUUID(), kind: 'one', text: '', explains: '', answers };
}

/** A quiz to fill in. */
export function emptyQuiz(): Quiz {
  return { questions: [emptyQuestion()], passMark: 100, tries: null, waitHours: 4 };
}

/** Marks an answer as right or not: of questions with one right answer it takes the place of the other. */
export function markRight(question: Question, place: number, right: boolean): Question {
  const answers = question.answers.map((answer, index) => {
    if (index === place) return { ...answer, right };
    return question.kind === 'one' && right ? { ...answer, right: false } : answer;
  });
  return { ...question, answers };
}

/** Lets one answer be right, or several; of several the first stays right. */
export function changeKind(question: Question, kind: Question['kind']): Question {
  const first = question.answers.findIndex(({ right }) => right);
  const answers =
    kind === 'many'
      ? question.answers
      : question.answers.map((answer, index) => ({ ...answer, right: index === first }));
  return { ...question, kind, answers };
}
