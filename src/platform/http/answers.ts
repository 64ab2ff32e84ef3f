import { isDeepStrictEqual } from 'node:util';
import type { RouteConfig } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { z } from 'zod';
import { problem, problemSchema } from './problem.ts';

/**
 * Holds each answer of a route against its description: a status that is described, a body that fits its schema, and
 * no field beside it, so that nothing leaves that nobody meant to send. Any other answer becomes a 500 that says what
 * is wrong with it. For tests: it reads every body a second time.
 */
export function answersAsDescribed(route: Pick<RouteConfig, 'method' | 'path' | 'responses'>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const complaint = await complaintAbout(route.responses, c.res);
    if (complaint === null) return;
    c.res = problem(c, 500, 'undescribed_answer', `${route.method.toUpperCase()} ${route.path}: ${complaint}`);
  };
}

async function complaintAbout(responses: RouteConfig['responses'], answer: Response): Promise<string | null> {
  const type = answer.headers.get('content-type') ?? '';
  if (type.startsWith('application/problem+json')) return unlike(problemSchema, await answer.clone().json());
  const described = responses[String(answer.status)];
  if (!described) return `nothing is said of status ${answer.status}`;
  const media = 'content' in described ? described.content?.['application/json'] : undefined;
  if (!type.startsWith('application/json')) return media ? `${answer.status} is not JSON` : null;
  const schema = media && 'schema' in media ? media.schema : undefined;
  if (!(schema instanceof z.ZodType)) return null;
  return unlike(schema, await answer.clone().json());
}

/** Parsing drops what the schema does not know: what comes out has to be all that went in. */
function unlike(schema: z.ZodType, body: unknown): string | null {
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    return parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
  return isDeepStrictEqual(parsed.data, body) ? null : `it carries more than is described: ${JSON.stringify(body)}`;
}
