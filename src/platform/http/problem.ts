import { STATUS_CODES } from 'node:http';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** The one error shape of the product (RFC 9457), with a stable `code` for programs and a sentence for people. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    methods: z.array(z.string()).optional(),
    reasons: z.array(z.object({ hard: z.boolean(), words: z.string(), overrulable: z.boolean() })).optional(),
    overrulable: z.boolean().optional(),
  })
  .openapi('Problem');

export type Problem = z.infer<typeof problemSchema>;

/** Extra parts of a problem: sentences per field path, headers such as `retry-after`, ways on. */
export type ProblemExtras = {
  readonly fields?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Ways to get past it, for `step_up_needed`. */
  readonly methods?: readonly string[];
  /** Rules that speak against it; `overrulable` where whoever asks may insist, with a reason. */
  readonly reasons?: readonly { readonly hard: boolean; readonly words: string; readonly overrulable: boolean }[];
  readonly overrulable?: boolean;
};

export const problemType = 'application/problem+json; charset=utf-8';

/** The body of a problem. `sentence` is shown to the person as it stands: no internals, no names of others. */
export function problemBody(
  status: number,
  code: string,
  sentence: string,
  { fields, methods, reasons, overrulable }: ProblemExtras = {},
): Problem {
  const title = STATUS_CODES[status] ?? 'Problem';
  const body = { type: `urn:coact:problem:${code}`, title, status, code, detail: sentence };
  return {
    ...{ ...body, ...(fields ? { fields } : {}), ...(methods ? { methods: [...methods] } : {}) },
    ...{ ...(reasons ? { reasons: [...reasons] } : {}), ...(overrulable === undefined ? {} : { overrulable }) },
  };
}

/** A problem where there is no Hono context (the server's own checks, pages, webhooks). */
export function problemResponse(status: number, code: string, sentence: string, extras: ProblemExtras = {}): Response {
  return new Response(JSON.stringify(problemBody(status, code, sentence, extras)), {
    status,
    headers: { 'cache-control': 'no-store', ...extras.headers, 'content-type': problemType },
  });
}

/**
 * A problem as the answer of a route. Keeps headers that the route has already set on its context.
 * Example: `return problem(c, 409, 'last_owner', 'An organisation needs at least one owner.')`.
 */
export function problem(
  c: Context,
  status: number,
  code: string,
  sentence: string,
  extras: ProblemExtras = {},
): Response {
  const body = JSON.stringify(problemBody(status, code, sentence, extras));
  return c.body(body, status as ContentfulStatusCode, {
    'cache-control': 'no-store',
    ...extras.headers,
    'content-type': problemType,
  });
}

/**
 * The answer for what does not exist, what belongs to another organisation and what the person may not know of:
 * byte for byte the same, so that nobody can probe for ids.
 */
export function notFound(c: Context): Response {
  return problem(c, 404, 'not_found', 'There is nothing here, or it is not yours to see.');
}
