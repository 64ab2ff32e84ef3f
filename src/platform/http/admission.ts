import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { type Session, type StepUpMethod, steppedUpUntil } from '../auth/index.ts';
import type { Actor, Policy } from '../policy/index.ts';
import { addressKey } from './client-address.ts';
import type { Guard, RouteOptions } from './guarded.ts';
import { accountLimit, addressLimit, type Limit, type Limits, webhookLimit } from './limits.ts';
import { comesFromOurPages, isSafe } from './origin.ts';
import { notFound, problem } from './problem.ts';

/** What it takes to decide who comes in. Sessions are auth's, membership is injected from people. */
export type Admissions = {
  readonly publicUrl: string;
  readonly limits: Limits;
  /** With `actions`, a guard on an action that no policy names is refused when it is mounted. */
  readonly policy: Pick<Policy, 'decide'> & Partial<Pick<Policy, 'actions'>>;
  readonly session: (request: Request) => Promise<Session | null>;
  /** The person behind a session in the wanted organisation (`x-coact-org`), or in their only or last used one. */
  readonly actorOf: (session: Session, wantedOrg: string | null) => Promise<Actor | null>;
  /** Whether owners and admins must have signed in with two factors; they must unless told otherwise. */
  readonly secondFactor?: SecondFactorRule;
  /** By what the person of a session can step up; told with the refusal. */
  readonly stepUpMethods?: (session: Session) => Promise<readonly StepUpMethod[]>;
};

export type SecondFactorRule = 'required' | 'offered';

/** True for an owner or admin whose session proved one factor where two are required. */
export function lacksSecondFactor(rule: SecondFactorRule, session: Session, actor: Pick<Actor, 'roles'>): boolean {
  if (rule === 'offered' || session.secondFactor) return false;
  return actor.roles.includes('owner') || actor.roles.includes('admin');
}

type RouteGuard = RouteOptions & { readonly guard: Guard };
type Verdict = { readonly pass: true } | { readonly pass: false; readonly answer: Response };

const pass: Verdict = { pass: true };
const stop = (answer: Response): Verdict => ({ pass: false, answer });
const usualBodyLimit = 100_000;

/** The checks in front of a route, cheapest first: limits, origin, who, size, and what no text column can hold. */
export function guardMiddleware(admissions: Admissions, route: RouteGuard): MiddlewareHandler[] {
  const checks: MiddlewareHandler[] = [
    asMiddleware(async (c) => {
      c.header('cache-control', 'no-store');
      return checkLimits(admissions, route, c);
    }),
    asMiddleware(async (c) => checkOrigin(admissions, route, c)),
    asMiddleware(async (c) => checkGuard(admissions, route.guard, c)),
    bodyLimit({
      maxSize: route.bodyLimit ?? usualBodyLimit,
      onError: () => {
        throw new HTTPException(413);
      },
    }),
  ];
  return route.webhook ? checks : [...checks, asMiddleware(checkText)];
}

function asMiddleware(check: (c: Context) => Promise<Verdict>): MiddlewareHandler {
  return async (c, next) => {
    const verdict = await check(c);
    if (!verdict.pass) return verdict.answer;
    await next();
  };
}

async function checkLimits(admissions: Admissions, route: RouteGuard, c: Context): Promise<Verdict> {
  const key = callerKey(c);
  const limits: Limit[] = [route.webhook ? webhookLimit : addressLimit];
  if (route.limit) limits.push(route.limit);
  for (const limit of limits) {
    const admission = await admissions.limits.consume(limit, key);
    if (!admission.ok) return stop(tooMany(c, admission.retryAfter));
  }
  return pass;
}

/** The rate limit key of a caller; tests that call `fetch` without a server share one. */
export function callerKey(c: Context): string {
  return addressKey((c.env as { clientAddress?: string } | undefined)?.clientAddress ?? '127.0.0.1');
}

/** 429 with the seconds to wait. */
export function tooMany(c: Context, retryAfter: number): Response {
  return problem(c, 429, 'too_many_requests', 'That was a lot at once. Please wait a moment and try again.', {
    headers: { 'retry-after': String(retryAfter) },
  });
}

async function checkOrigin(admissions: Admissions, route: RouteGuard, c: Context): Promise<Verdict> {
  if (route.webhook || isSafe(c.req.method)) return pass;
  const evidence = {
    fetchSite: c.req.header('sec-fetch-site') ?? null,
    origin: c.req.header('origin') ?? null,
    marker: c.req.header('x-coact') ?? null,
  };
  if (comesFromOurPages(evidence, admissions.publicUrl)) return pass;
  return stop(problem(c, 403, 'cross_site', 'This request did not come from a page of Coact.'));
}

async function checkGuard(admissions: Admissions, guard: Guard, c: Context): Promise<Verdict> {
  if (guard.kind === 'public') return pass;
  const session = await admissions.session(c.req.raw);
  if (!session) return stop(problem(c, 401, 'signed_out', 'Please sign in.'));
  const admission = await admissions.limits.consume(accountLimit, session.userId);
  if (!admission.ok) return stop(tooMany(c, admission.retryAfter));
  c.set('session', session);
  if (guard.kind === 'signedIn') return checkStepUp(admissions, guard, session, c);

  const wanted = c.req.header('x-coact-org') ?? null;
  const actor = await admissions.actorOf(session, wanted);
  // A foreign organisation and one that does not exist get the same answer.
  if (!actor && wanted !== null) return stop(notFound(c));
  if (!actor) return stop(problem(c, 403, 'no_organisation', 'You are not a member of an organisation yet.'));
  if (lacksSecondFactor(admissions.secondFactor ?? 'required', session, actor)) return stop(secondFactorNeeded(c));
  const organisation = { type: 'Organisation', id: actor.orgId, orgId: actor.orgId };
  if (!admissions.policy.decide({ actor, action: guard.action, resource: organisation })) {
    return stop(problem(c, 403, 'not_allowed', 'Your role in this organisation does not allow this.'));
  }
  c.set('actor', actor);
  c.set('orgId', actor.orgId);
  c.set('allowed', (action: string, resource: Parameters<Policy['decide']>[0]['resource']) =>
    admissions.policy.decide({ actor, action, resource }),
  );
  return checkStepUp(admissions, guard, session, c);
}

function secondFactorNeeded(c: Context): Response {
  const sentence = 'Your role needs a second factor. Set one up under your account, or sign in with the one you have.';
  return problem(c, 403, 'second_factor_needed', sentence);
}

async function checkStepUp(admissions: Admissions, guard: Guard, session: Session, c: Context): Promise<Verdict> {
  if (!('stepUp' in guard) || !guard.stepUp || steppedUpUntil(session) !== null) return pass;
  const methods = (await admissions.stepUpMethods?.(session)) ?? [];
  return stop(problem(c, 403, 'step_up_needed', 'Please prove once more that it is you.', { methods }));
}

/** PostgreSQL's text cannot hold NUL: such a string would surface as our error instead of the sender's. */
async function checkText(c: Context): Promise<Verdict> {
  if (isSafe(c.req.method) || !c.req.header('content-type')?.includes('json')) return pass;
  const text = await c.req.text();
  if (!text.includes('\0') && !/(?<!\\)(?:\\\\)*\\u0000/.test(text)) return pass;
  return stop(problem(c, 422, 'invalid', 'The text contains a character that cannot be stored.'));
}
