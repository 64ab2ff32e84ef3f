import { type RouteConfig, type RouteHandler, z } from '@hono/zod-openapi';
import type { ZodType } from 'zod';
import type { Session } from '../auth/index.ts';
import type { OrgId } from '../db/index.ts';
import type { Actor, Asker, Resource } from '../policy/index.ts';
import type { Limit } from './limits.ts';
import type { ServerEnv } from './server.ts';

/** Open to everybody; the reason is for reviewers and is listed by the route test. */
export type PublicGuard = { readonly kind: 'public'; readonly reason: string };
/** Open to whoever has a session, member of an organisation or not. */
export type SignedInGuard = { readonly kind: 'signedIn' } & GuardOptions;
/** Open to members whom the policies allow `action` on their own organisation. */
export type MemberGuard = { readonly kind: 'member'; readonly action: string; readonly keys?: true } & GuardOptions;
/** Open to programs with an API key too, as far as the policies allow the key `action`. To them no step-up is open. */
export type KeyGuard = MemberGuard & { readonly keys: true };
/** `stepUp`: asked only of sessions whose person has proved themselves within the last minutes. */
export type GuardOptions = { readonly stepUp?: boolean };
export type Guard = PublicGuard | SignedInGuard | MemberGuard;

export const publicRoute = (reason: string): PublicGuard => ({ kind: 'public', reason });
export const signedIn = (options: GuardOptions = {}): SignedInGuard => ({ kind: 'signedIn', ...options });
export function member(action: string, options: GuardOptions & { readonly keys: true }): KeyGuard;
export function member(action: string, options?: GuardOptions): MemberGuard;
export function member(action: string, options: GuardOptions & { readonly keys?: true } = {}): MemberGuard {
  return { kind: 'member', action, ...options };
}

/** What a handler finds in `c.var`, by its guard. */
export type GuardVariables<G extends Guard> = G extends KeyGuard
  ? InOrganisation & { readonly actor: Asker }
  : G extends MemberGuard
    ? InOrganisation & { readonly session: Session; readonly actor: Actor }
    : G extends SignedInGuard
      ? { readonly session: Session }
      : Record<never, never>;

type InOrganisation = {
  readonly orgId: OrgId;
  /** Asks the policies about a loaded thing; a "no" is answered with `notFound(c)`. */
  readonly allowed: (action: string, resource: Resource) => boolean;
};

/** Environment of a handler: the server's word about the connection, absent where a test calls `fetch` directly. */
export type RouteEnv<G extends Guard> = { Bindings: Partial<ServerEnv>; Variables: GuardVariables<G> };

/** How a route differs from the usual one; everything is optional. */
export type RouteOptions = {
  /** Bytes; 100 kB unless told. */
  readonly bodyLimit?: number;
  /** Counted by the caller's address, besides the general limit. */
  readonly limit?: Limit;
  /** Called by another system that signs its requests: no browser evidence is asked, the body is left untouched. */
  readonly webhook?: boolean;
};

export type GuardedConfig = RouteConfig & { readonly guard: Guard } & RouteOptions;

/** The context type of a route's handler: validated input in `c.req.valid(…)`, the guard's findings in `c.var`. */
export type GuardedContext<R extends GuardedConfig> = Parameters<RouteHandler<R, RouteEnv<R['guard']>>>[0];

/** A route as a value: slices export lists of these, `createApi` mounts them. */
export type GuardedRoute = {
  readonly config: GuardedConfig;
  /** Erased, so that routes with different inputs stand in one list; only `createApi` calls it. */
  readonly handler: (c: never) => Response | Promise<Response>;
};

/**
 * Makes a route. The only way to make one: a route without a guard is a type error, and the mounted application
 * refuses to start when a path was added beside it.
 */
export function guarded<const R extends GuardedConfig>(
  config: R,
  handler: (c: GuardedContext<R>) => Response | Promise<Response>,
): GuardedRoute {
  return { config, handler };
}

/** A required JSON body for `request.body`. */
export function jsonBody<S extends ZodType>(schema: S) {
  return { content: { 'application/json': { schema } }, required: true as const };
}

/** A required multipart form for `request.body`. */
export function multipartBody<S extends ZodType>(schema: S) {
  return { content: { 'multipart/form-data': { schema } }, required: true as const };
}

/** A file of a multipart form. */
export function fileField() {
  return z.instanceof(File).openapi({ type: 'string', format: 'binary' });
}

/** A JSON answer for `responses`. */
export function jsonAnswer<S extends ZodType>(schema: S, description: string) {
  return { description, content: { 'application/json': { schema } } };
}

/** An answer without a described body (204, redirects, pages). */
export function emptyAnswer(description: string) {
  return { description };
}
