/** One question of a quiz, with what is right. */
export interface Question {
  readonly id: string;
  /** Whether one answer is right, or as many as there are. */
  readonly kind: 'one' | 'many';
  readonly text: string;
  readonly answers: readonly { readonly text: string; readonly right: boolean }[];
  /** Told with each result, so that whoever was wrong learns why. */
  readonly explains: string;
}

/** What people answer before they may confirm. */
export interface Quiz {
  readonly questions: readonly Question[];
  /** How many of a hundred answers have to be right. */
  readonly passMark: number;
  /** After how many tries there is a wait; null: never. */
  readonly tries: number | null;
  readonly waitHours: number;
}

export const mostQuestions = 20;
export const mostAnswers = 8;

/** What somebody chose: of each question the places of the answers. */
export interface Answered {
  readonly id: string;
  readonly chosen: readonly number[];
}

/** What came of a try. */
export interface Marked {
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
  readonly questions: readonly { readonly id: string; readonly isRight: boolean }[];
}

/** Marks a try; null where the answers are not to these questions, each once. */
export function mark({ questions, passMark }: Quiz, answered: readonly Answered[]): Marked | null {
  const chosen = new Map(answered.map((one) => [one.id, new Set(one.chosen)]));
  const isWhole = chosen.size === answered.length && chosen.size === questions.length;
  if (!isWhole || questions.some(({ id }) => !chosen.has(id))) return null;
  const marked = questions.map(({ id, answers }) => {
    const given = chosen.get(id) ?? new Set<number>();
    const isRight =
      [...given].every((place) => answers[place] !== undefined) &&
      answers.every(({ right }, place) => right === given.has(place));
    return { id, isRight };
  });
  const right = marked.filter(({ isRight }) => isRight).length;
  return { right, of: questions.length, passed: isEnough(right, questions.length, passMark), questions: marked };
}

/** Whether so many right answers pass. In whole numbers: 2 of 3 are not 67 of 100. */
function isEnough(right: number, of: number, passMark: number): boolean {
  return right * 100 >= passMark * of;
}

/** How many answers have to be right. */
export function neededOf({ questions, passMark }: Pick<Quiz, 'questions' | 'passMark'>): number {
  return Math.ceil((passMark * questions.length) / 100);
}

const hour = 3_600_000;

/** From when on somebody may try again; null: now. */
export function nextTryAt(
  { tries: most, waitHours }: Pick<Quiz, 'tries' | 'waitHours'>,
  { tries, triedAt }: { readonly tries: number; readonly triedAt: Date | null },
  now: Date,
): Date | null {
  if (most === null || triedAt === null || tries === 0 || tries % most !== 0) return null;
  const next = new Date(triedAt.getTime() + waitHours * hour);
  return next > now ? next : null;
}

/** Sentences by field for what can't be asked so; null when all is well. */
export function quizProblems({ questions }: Quiz): Readonly<Record<string, string>> | null {
  const found = questions.flatMap((question, index) => {
    const at = (field: string, sentence: string) => [[`quiz.questions.${index}.${field}`, sentence] as const];
    const { text, answers, kind } = question;
    const right = answers.filter((one) => one.right).length;
    if (questions.findIndex(({ id }) => id === question.id) < index) return at('id', 'This question is there twice.');
    if (text.trim() === '') return at('text', 'Write the question.');
    if (answers.length < 2) return at('answers', 'A question needs two answers or more.');
    if (answers.some((one) => one.text.trim() === '')) return at('answers', 'Write each of the answers.');
    if (right === 0) return at('answers', 'Mark what is right.');
    if (kind === 'one' && right > 1) return at('answers', 'Mark one answer as right, or allow several.');
    return [];
  });
  return found.length === 0 ? null : Object.fromEntries(found);
}
