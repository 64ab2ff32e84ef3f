import { z } from '@hono/zod-openapi';
import { mostAnswers, mostQuestions } from './quiz.ts';

const id = z.uuid();
const line = (length: number) => z.string().trim().max(length, `That is longer than ${length} characters.`);
const who = z.object({ id: z.string(), name: z.string() }).nullable().describe('Null where nobody is known any more');

const audience = z.strictObject({ kind: z.enum(['person', 'role', 'department', 'location']), ref: id });

const question = z.strictObject({
  ...{ id, kind: z.enum(['one', 'many']), text: line(400) },
  answers: z
    .array(z.strictObject({ text: line(300), right: z.boolean() }))
    .max(mostAnswers, 'More than eight answers nobody can tell apart.'),
  explains: line(800).describe('Told with each result'),
});

const quizShape = z
  .strictObject({
    questions: z.array(question).min(1, 'Add a question.').max(mostQuestions, 'Twenty questions are enough.'),
    passMark: z.int().min(1).max(100).describe('How many of a hundred answers have to be right'),
    tries: z.int().min(1).max(20).nullable().describe('After how many tries there is a wait; null: never'),
    waitHours: z.int().min(1).max(168),
  })
  .openapi('ReadingQuiz');

export const wantedReading = z.strictObject({
  audience: z
    .array(audience)
    .max(200, 'That is more than this is for. Name a department or a location.')
    .default([])
    .describe('Nobody named: everybody whom the process is meant for'),
  dueOn: z.iso.date(),
  remindEvery: z.int().min(1).max(60).nullable().default(null).describe('Days between two reminders; null: none'),
  remindUntil: z.iso.date().nullable().default(null).describe('The last day of reminders; null: until it is confirmed'),
  quiz: z.union([quizShape, z.null()]).default(null),
});

export const wantedAnew = z.strictObject({
  changed: line(1_000).default('').describe('What is different, in a sentence'),
});

export const wantedAnswers = z.strictObject({
  answers: z
    .array(
      z.strictObject({
        id,
        chosen: z
          .array(
            z
              .int()
              .min(0)
              .max(mostAnswers - 1),
          )
          .max(mostAnswers),
      }),
    )
    .max(mostQuestions),
});

export const wantedConfirmation = z.strictObject({ version: z.int().min(1).describe('The version that was read') });

const state = z.enum(['open', 'late', 'confirmed']);

const askedQuiz = z.object({
  questions: z.array(
    z.object({ id: z.string(), kind: z.enum(['one', 'many']), text: z.string(), answers: z.array(z.string()) }),
  ),
  needed: z.number().describe('How many answers have to be right'),
  passed: z.boolean(),
  ...{ tries: z.number(), most: z.number().nullable() },
  tryAt: z.string().nullable().describe('From when on there is another try; null: now'),
});

export const mineShape = z
  .object({
    ...{ state, dueOn: z.string(), askedAt: z.string(), changed: z.string() },
    before: z.number().nullable().describe('The version that you confirmed before; null: none'),
    quiz: z.union([askedQuiz, z.null()]),
    confirmed: z.object({ version: z.number(), at: z.string() }).nullable(),
  })
  .openapi('MyReading');

const counts = z.object({ asked: z.number(), confirmed: z.number(), late: z.number() });

export const askingShape = z
  .object({
    version: z.number().describe('From which version on a confirmation counts'),
    audience: z.array(z.object({ ...audience.shape, name: z.string() })),
    ...{ dueOn: z.string(), remindEvery: z.number().nullable(), remindUntil: z.string().nullable() },
    quiz: z.union([quizShape, z.null()]),
    ...{ askedAt: z.string(), askedBy: who, endedAt: z.string().nullable(), counts },
    ...{ remindedAt: z.string().nullable(), remindedBy: who },
    remindAgainAt: z.string().nullable().describe('From when on people may be reminded by hand; null: now'),
  })
  .openapi('ReadingAsked');

export const readingShape = z.object({
  mine: z.union([mineShape, z.null()]).describe('Null where nothing is asked of you'),
  asking: z.union([askingShape, z.null()]).describe('Null where it is not yours to know, and where nothing was asked'),
  mayAsk: z.boolean(),
});

export const triedShape = z
  .object({
    ...{ passed: z.boolean(), right: z.number(), of: z.number(), needed: z.number() },
    questions: z.array(
      z.object({
        ...{ id: z.string(), isRight: z.boolean(), explains: z.string() },
        answers: z.array(z.number()).nullable().describe('What is right, once it is passed'),
      }),
    ),
    tryAt: z.string().nullable(),
  })
  .openapi('ReadingTried');

export const peopleShape = z.object({
  people: z.array(
    z
      .object({
        ...{ id: z.string(), name: z.string(), state },
        isAsked: z.boolean().describe('False for who has confirmed and is not asked any more'),
        ...{ departments: z.array(z.string()), locations: z.array(z.string()) },
        confirmed: z.object({ version: z.number(), at: z.string(), how: z.enum(['web']) }).nullable(),
        passed: z.boolean().nullable().describe('Null where there is no quiz'),
        ...{ tries: z.number(), toldAt: z.string().nullable(), remindedAt: z.string().nullable() },
      })
      .openapi('ReadingPerson'),
  ),
});

export const toReadShape = z.object({
  toRead: z.array(
    z.object({
      ...{ processId: z.string(), title: z.string(), version: z.number(), dueOn: z.string(), late: z.boolean() },
      ...{ questions: z.number(), again: z.boolean().describe('Whether you confirmed an earlier version') },
    }),
  ),
  confirmed: z.array(
    z.object({ processId: z.string(), title: z.string(), version: z.number(), confirmedAt: z.string() }),
  ),
});
