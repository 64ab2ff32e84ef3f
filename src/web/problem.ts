import { z } from './zod.ts';

/** The server's error answer, RFC 9457, with the sentence for the person in `detail` and sentences per form field. */
const problemSchema = z.object({
  title: z.string().optional(),
  code: z.string().optional(),
  detail: z.string().optional(),
  fields: z.record(z.string(), z.string()).optional(),
  methods: z.array(z.string()).optional(),
});

export type FailureKind =
  | 'offline'
  | 'signed-out'
  | 'forbidden'
  | 'not-found'
  | 'refused'
  | 'too-many'
  | 'cancelled'
  | 'broken';

/** A call to the server that didn't succeed. Thrown, because TanStack Query expects rejected promises. */
export class ApiFailure extends Error {
  readonly kind: FailureKind;
  readonly code: string | null;
  readonly fields: Readonly<Record<string, string>>;
  /** With `step_up_needed`: how the person can confirm that it's them. */
  readonly methods: readonly string[];
  /** The whole answer, for callers who know more of its members than every problem has. */
  readonly answer: unknown;

  constructor(
    kind: FailureKind,
    sentence: string,
    code: string | null = null,
    fields: Record<string, string> = {},
    methods: readonly string[] = [],
    answer: unknown = null,
  ) {
    super(sentence);
    this.name = 'ApiFailure';
    this.kind = kind;
    this.code = code;
    this.fields = fields;
    this.methods = methods;
    this.answer = answer;
  }
}

const sentences: Readonly<Record<FailureKind, string>> = {
  offline: 'Coact can’t be reached. Check your connection and try again.',
  'signed-out': 'You are signed out. Please sign in again.',
  forbidden: 'You don’t have permission to do this. An owner or admin of your organisation can give it to you.',
  'not-found': 'This doesn’t exist, or it isn’t yours to see.',
  refused: 'The server didn’t accept this. Please check what you entered.',
  'too-many': 'That was too many tries in a short time. Please wait a minute and try again.',
  cancelled: 'You stopped here, so nothing was changed.',
  broken: 'Something went wrong on our side. Please try again; if it stays, tell whoever runs Coact for you.',
};

const kinds: Readonly<Record<number, FailureKind>> = {
  401: 'signed-out',
  403: 'forbidden',
  404: 'not-found',
  429: 'too-many',
};

/** Which kind of failure an HTTP status means. 0 stands for "no answer". */
export function kindOf(status: number): FailureKind {
  if (status === 0) return 'offline';
  const known = kinds[status];
  if (known !== undefined) return known;
  return status >= 500 ? 'broken' : 'refused';
}

/** "40 seconds", "3 minutes", "2 hours": always enough to wait for. */
export function waitingTime(seconds: number): string {
  const [count, unit] =
    seconds < 60
      ? [Math.max(1, Math.ceil(seconds)), 'second']
      : seconds < 3600
        ? [Math.ceil(seconds / 60), 'minute']
        : [Math.ceil(seconds / 3600), 'hour'];
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

/**
 * Turns an error answer into a failure with a sentence a person can act on. `body` is whatever the server sent,
 * `waitSeconds` its `retry-after`.
 */
export function failureFrom(status: number, body: unknown, waitSeconds: number | null = null): ApiFailure {
  const kind = kindOf(status);
  const parsed = problemSchema.safeParse(body);
  // A gateway's own 502 page says nothing to a person, so only a problem's detail is shown.
  const problem = parsed.success ? parsed.data : {};
  const waits = kind === 'too-many' && waitSeconds !== null;
  const sentence = waits
    ? `That was too many tries in a short time. Please wait ${waitingTime(waitSeconds)} and try again.`
    : (problem.detail ?? sentences[kind]);
  return new ApiFailure(kind, sentence, problem.code ?? null, problem.fields ?? {}, problem.methods ?? [], body);
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof ApiFailure ? error.message : sentences.broken;
}

/** Sentences for form fields; paths as the server names them (`networks.bluesky.variants.0`). */
export function fieldSentences(error: unknown): Readonly<Record<string, string>> {
  return error instanceof ApiFailure ? error.fields : {};
}

/** True when trying again by itself may help: no answer or a server that stumbled. */
export function worthRetrying(error: unknown): boolean {
  return error instanceof ApiFailure && (error.kind === 'offline' || error.kind === 'broken');
}
