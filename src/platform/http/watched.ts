import type { MiddlewareHandler } from 'hono';
import { statusClass, type Telemetry } from '../telemetry/index.ts';
import type { Limits } from './limits.ts';
import type { ServerEnv } from './server.ts';

type Answer = (request: Request, env: Partial<ServerEnv>) => Response | Promise<Response>;

/** Everything that is no mounted route: pages, their files, and addresses that do not exist. */
const unrouted = '/*';

/**
 * Measures requests to the application by the pattern of their route, which `noteRoute` notes once it is found. What
 * outsiders say of a trace of theirs (`traceparent`) is not read: each request begins one of its own.
 */
export function watchRequests(telemetry: Telemetry | undefined, answer: Answer): Answer {
  if (!telemetry?.metered && !telemetry?.traced) return answer;
  telemetry.know('route', [unrouted]);
  return (request, env) => {
    const visit = { route: unrouted };
    const method = { 'http.request.method': request.method };
    const started = performance.now();
    return telemetry.span('http.request', method, async (span) => {
      const response = await answer(request, { ...env, visit });
      const found = { 'http.route': visit.route, 'http.response.status_class': statusClass(response.status) };
      span.set(found);
      if (response.status >= 500) span.failed();
      telemetry.time('http.server.request.duration', (performance.now() - started) / 1_000, { ...method, ...found });
      return response;
    });
  };
}

/** Notes the pattern of a route for whoever measures the request. */
export function noteRoute(telemetry: Telemetry | undefined, path: string): MiddlewareHandler[] {
  if (!telemetry?.metered && !telemetry?.traced) return [];
  telemetry.know('route', [path]);
  return [
    async (c, next) => {
      const { visit } = c.env as Partial<ServerEnv>;
      if (visit) visit.route = path;
      await next();
    },
  ];
}

/** Counts whom limits turn away, by limit and never by caller. */
export function watchLimits<L extends Limits>(limits: L, telemetry: Telemetry): L {
  if (!telemetry.metered) return limits;
  return {
    ...limits,
    consume: async (limit, key) => {
      const admission = await limits.consume(limit, key);
      if (!admission.ok) telemetry.count('coact.limit.refusals', { limit: limit.name });
      return admission;
    },
  };
}
