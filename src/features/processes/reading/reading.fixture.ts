import type { Browser } from '../../../../test/support/sign-in.ts';
import type { ProcessWorld } from '../process-world.fixture.ts';
import { followReadings } from './jobs.ts';
import type { Question, Quiz } from './quiz.ts';

interface Given extends Partial<Pick<Question, 'kind' | 'text'>> {
  /** Which of the answers are right; of two the first one unless told. */
  readonly rights?: readonly boolean[];
}

/** A question, as far as a test says it. */
export function question({ kind = 'one', text = 'Which door?', rights = [true, false] }: Given = {}): Question {
  const answers = rights.map((right, place) => ({ text: `Answer ${place}`, right }));
  return { id: crypto.randomUUID(), kind, text, answers, explains: 'Because of the draught.' };
}

export function quizOf(questions: readonly Question[], given: Partial<Quiz> = {}): Quiz {
  return { questions, passMark: 100, tries: null, waitHours: 1, ...given };
}

const dayMs = 86_400_000;

/** What tests of reading do again and again. */
export function readingDesk(given: ProcessWorld) {
  const at = (id: string, rest = '') => `/api/processes/${id}/reading${rest}`;
  const dayIn = (days: number) => new Date(given.world.clock.now().getTime() + days * dayMs).toISOString().slice(0, 10);
  return {
    at,
    dayIn,
    /** Asks that a process is read, by the organisation's owner unless told. */
    askFor: (id: string, wanted: object = {}, as?: Browser) =>
      given.did('PUT', at(id), { dueOn: dayIn(14), ...wanted }, as),
    confirm: (id: string, as: Browser, version = 1) => given.ask('POST', at(id, '/confirm'), { version }, as),
    toRead: async (as: Browser) => {
      const { toRead } = await given.did('GET', '/api/readings', undefined, as);
      return (toRead as readonly { title: string }[]).map(({ title }) => title);
    },
    people: async (id: string, as?: Browser) => {
      const { people } = await given.did('GET', at(id, '/people'), undefined, as);
      return people as readonly {
        name: string;
        state: string;
        isAsked: boolean;
        tries: number;
        passed: boolean | null;
      }[];
    },
    /** Publishes the next version of a process. */
    next: async (id: string, content: object) => {
      const path = `/api/processes/${id}`;
      await given.did('PUT', `${path}/draft`, { title: 'Next', body: 'Words.', steps: [], revision: 0, ...content });
      await given.did('POST', `${path}/review`, {});
      await given.did('POST', `${path}/publish`);
    },
    follow: () => given.world.db.inOrg(given.owner.orgId, (tx) => followReadings(given.parts, tx)),
    /** Subjects of the mails that something brings, with whom they go to. */
    mailsOf: async (act: () => Promise<unknown>) => {
      await given.work();
      const before = given.office.sent.length;
      await act();
      await given.work();
      return given.office.sent
        .slice(before)
        .map(({ to, subject }) => `${to.replace(/\d*-.*/, '')}: ${subject}`)
        .toSorted();
    },
  };
}

export type ReadingDesk = ReturnType<typeof readingDesk>;
