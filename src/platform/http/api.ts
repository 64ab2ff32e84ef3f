import { OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ZodError, ZodType } from 'zod';
import type { Log } from '../log/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { type Admissions, guardMiddleware } from './admission.ts';
import { answersAsDescribed } from './answers.ts';
import { describeAccess, describeEvent, keyScheme, sessionScheme } from './describing.ts';
import type { Guard, GuardedRoute } from './guarded.ts';
import { accountLimit, addressLimit, keyGuessLimit, keyLimit, webhookLimit } from './limits.ts';
import { notFound, problem, problemSchema } from './problem.ts';
import type { ServerEnv } from './server.ts';
import { noteRoute, watchRequests } from './watched.ts';

/** Serves a page of the web app, or says that there is none at this address. */
export type Pages = { respond(request: Request): Promise<Response | null> };

export type ApiOptions = Admissions & {
  readonly log: Log;
  /** The built web app; without it unknown addresses are problems. */
  readonly pages?: Pages;
  /** Every answer is held against its description; for tests. */
  readonly checkAnswers?: boolean;
  readonly telemetry?: Telemetry;
  /** What is sent to programs of its own accord, for the description. */
  readonly events?: readonly { readonly name: string; readonly says: string; readonly schema: ZodType }[];
};

/** `keys`: open to programs with an API key. */
export type RouteListing = {
  readonly method: string;
  readonly path: string;
  readonly guard: string;
  readonly keys: boolean;
};

export type Api = {
  mount(routes: readonly GuardedRoute[]): void;
  fetch(request: Request, env?: Partial<ServerEnv>): Promise<Response>;
  /** Every route with its guard, read back from the router, so that a path added beside `mount` shows up. */
  listing(): readonly RouteListing[];
  /** OpenAPI 3.1 of everything mounted. */
  document(): object;
};

const guardKinds: ReadonlySet<string> = new Set<Guard['kind']>(['public', 'signedIn', 'member']);

type Hono = OpenAPIHono<{ Bindings: Partial<ServerEnv> }>;

/** Builds the application that all slices mount their routes on: validation, problems, guards, limits, pages. */
export function createApi(options: ApiOptions): Api {
  const app: Hono = new OpenAPIHono({ defaultHook: refuseInvalid });
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', sessionScheme);
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', keyScheme);
  for (const event of options.events ?? []) app.openAPIRegistry.registerWebhook(describeEvent(event));
  const guards = new Map<string, Listed>();
  app.onError((error, c) => answerError(options.log, error, c));
  app.notFound(async (c) => (await options.pages?.respond(c.req.raw)) ?? notFound(c));

  const mount = (routes: readonly GuardedRoute[]) => {
    for (const { config, handler } of routes) {
      const { guard, bodyLimit, limit, webhook, ...route } = config;
      const key = `${route.method.toUpperCase()} ${toRouterPath(route.path)}`;
      // The type asks for it; whoever gets past the type, as a cast or a spread does, must not get past the start.
      if (!guardKinds.has(guard?.kind)) throw new Error(`${key} does not say whom it is open to: give it a guard`);
      if (guards.has(key)) throw new Error(`Two routes claim ${key}`);
      if (guard.kind === 'member' && options.policy.actions?.has(guard.action) === false) {
        throw new Error(`No policy speaks of ${guard.action}, so ${key} could never be called`);
      }
      if (limit) options.telemetry?.know('limit', [limit.name]);
      guards.set(key, listed(guard));
      const described: RouteConfig = {
        ...route,
        ...describeAccess(config),
        responses: { ...route.responses, default: problemAnswer },
        middleware: [
          ...noteRoute(options.telemetry, route.path),
          ...(options.checkAnswers ? [answersAsDescribed(route)] : []),
          ...guardMiddleware(options, { guard, bodyLimit, limit, webhook }),
        ],
      };
      // The handler's input type was checked by guarded() against the same config that is registered here.
      app.openapi(described, handler as unknown as MiddlewareHandler as never);
    }
  };
  options.telemetry?.know('limit', usualLimits);
  const answer = watchRequests(options.telemetry, (request, env) => app.fetch(request, env));
  return {
    mount,
    fetch: async (request, env = {}) => answer(request, env),
    listing: () => listRoutes(app, guards),
    document: () => app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: 'Coact', version: '1' } }),
  };
}

const usualLimits = [accountLimit, addressLimit, keyGuessLimit, keyLimit, webhookLimit].map(({ name }) => name);

const problemAnswer = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: problemSchema } },
};

function toRouterPath(path: string): string {
  return path.replaceAll(/\/{(.+?)}/g, '/:$1');
}

type Listed = Pick<RouteListing, 'guard' | 'keys'>;

function listed(guard: Guard): Listed {
  if (guard.kind !== 'member') return { guard: guard.kind, keys: false };
  return { guard: `member(${guard.action})`, keys: guard.keys === true };
}

function listRoutes(app: Hono, guards: ReadonlyMap<string, Listed>): RouteListing[] {
  const keys = new Set(app.routes.map((route) => `${route.method} ${route.path}`));
  return [...keys].map((key) => {
    const [method = '', path = ''] = key.split(' ');
    return { method, path, ...(guards.get(key) ?? { guard: 'none', keys: false }) };
  });
}

/** A bad id in the path is a thing that does not exist; anything else says per field what is wrong. */
function refuseInvalid(
  result: { target: string; success: boolean; error?: ZodError },
  c: Context,
): Response | undefined {
  if (result.success || !result.error) return undefined;
  if (result.target === 'param') return notFound(c);
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const path = issue.path.map(String).join('.') || 'body';
    fields[path] ??= issue.message;
  }
  const sentence = Object.values(fields)[0] ?? 'Please check what you entered.';
  return problem(c, 422, 'invalid', sentence, { fields });
}

const sentences: Readonly<Record<number, readonly [string, string]>> = {
  400: ['malformed_request', 'This request is not well formed.'],
  413: ['too_large', 'This is larger than what can be received here.'],
  415: ['unsupported_type', 'This kind of content is not understood here.'],
};

function answerError(log: Log, error: Error, c: Context): Response {
  if (error instanceof HTTPException && error.status < 500) {
    const [code, sentence] = sentences[error.status] ?? ['refused', 'This request cannot be answered.'];
    return problem(c, error.status, code, sentence);
  }
  // The client hung up while its body was being read: nobody is there to answer, and nothing of ours failed.
  if (c.req.raw.signal.aborted) return problem(c, 400, 'malformed_request', 'This request is not well formed.');
  log.error({ event: 'http.route_failed', method: c.req.method, route: c.req.routePath }, error);
  if (isDiskFull(error)) return problem(c, 507, 'disk_full', diskFull);
  return problem(c, 500, 'internal', 'Something broke on our side. Please try again.');
}

const diskFull =
  'There is no room left on the server’s disk, so this was not saved. Keep the page open, tell whoever runs Coact, and try again then.';

/** PostgreSQL's code (appendix A, class 53) and the operating system's. */
function isDiskFull(error: Error): boolean {
  return 'code' in error && (error.code === '53100' || error.code === 'ENOSPC');
}
