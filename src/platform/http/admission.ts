import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { type Session, type StepUpMethod, steppedUpUntil } from '../auth/index.ts';
import type { Actor, Asker, Policy, ServiceActor } from '../policy/index.ts';
import { cardNumberRefused, holdsCardNumberAnywhere } from './card-numbers.ts';
import { addressKey } from './client-address.ts';
import type { Guard, MemberGuard, RouteOptions } from './guarded.ts';
import {
  accountLimit,
  addressLimit,
  keyGuessLimit,
  keyLimit,
  type Limit,
  type Limits,
  webhookLimit,
} from './limits.ts';
import { comesFromOurPages, isSafe } from './origin.ts';
import { notFound, problem } from './problem.ts';
import { type Repeats, rememberAnswers } from './repeats.ts';

/** What it takes to decide who comes in. Sessions are auth's, membership is injected from people. */
export type Admissions = {
  readonly publicUrl: string;
  readonly limits: Limits;
  /** With `actions`, a guard on an action that no policy names is refused when it is mounted. */
  readonly policy: Pick<Policy, 'decide'> & Partial<Pick<Policy, 'actions'>>;
  readonly session: (request: Request) => Promise<Session | null>;
  /** The person behind a session in the wanted organisation (`x-coact-org`), or in their only or last used one. */
  readonly actorOf: (session: Session, wantedOrg: string | null) => Promise<Actor | null>;
  /** The program that shows an API key; null for one that is unknown, revoked or expired. Without it no key opens anything. */
  readonly keyOf?: (key: string) => Promise<ServiceActor | null>;
  /** What programs were answered lately, for those that ask once more. */
  readonly repeats?: Repeats;
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
  if (route.webhook) return checks;
  const { repeats } = admissions;
  const reads = [asMiddleware(checkText), asMiddleware(checkCards)];
  return [...checks, ...reads, ...(repeats && isForKeys(route.guard) ? [rememberAnswers(repeats)] : [])];
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
  // No page of another site can send this header unasked, and with it cookies count for nothing.
  if (route.guard.kind !== 'public' && keyShown(c) !== null) return pass;
  const evidence = {
    fetchSite: c.req.header('sec-fetch-site') ?? null,
    origin: c.req.header('origin') ?? null,
    marker: c.req.header('x-coact') ?? null,
  };
  if (comesFromOurPages(evidence, admissions.publicUrl)) return pass;
  return stop(problem(c, 403, 'cross_site', 'This request did not come from a page of Coact.'));
}

const isForKeys = (guard: Guard): boolean => guard.kind === 'member' && guard.keys === true;

/** The API key of a request; null where it shows none. Other bearer tokens are those of proxies in front, or of SCIM. */
function keyShown(c: Context): string | null {
  return /^Bearer +(coact_\S*)$/i.exec(c.req.header('authorization')?.trim() ?? '')?.[1] ?? null;
}

async function checkGuard(admissions: Admissions, guard: Guard, c: Context): Promise<Verdict> {
  if (guard.kind === 'public') return pass;
  const key = keyShown(c);
  if (key !== null) return checkKey(admissions, guard, key, c);
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
  if (!letIn(admissions, guard, actor, c)) {
    return stop(problem(c, 403, 'not_allowed', 'Your role in this organisation does not allow this.'));
  }
  return checkStepUp(admissions, guard, session, c);
}

/** A program: never with a session, whatever cookies it sends along, and only where a route says that keys may. */
async function checkKey(admissions: Admissions, guard: Guard, key: string, c: Context): Promise<Verdict> {
  const actor = (await admissions.keyOf?.(key)) ?? null;
  if (actor === null) {
    const guess = await admissions.limits.consume(keyGuessLimit, callerKey(c));
    if (!guess.ok) return stop(tooMany(c, guess.retryAfter));
    const headers = { 'www-authenticate': 'Bearer error="invalid_token"' };
    return stop(problem(c, 401, 'bad_key', 'This API key is unknown, was revoked or has expired.', { headers }));
  }
  const admission = await admissions.limits.consume(keyLimit, actor.keyId);
  const left = admission.ok ? admission.left : { points: 0, seconds: admission.retryAfter };
  c.header('ratelimit-limit', String(keyLimit.points));
  if (left) c.header('ratelimit-remaining', String(left.points));
  if (left) c.header('ratelimit-reset', String(left.seconds));
  if (!admission.ok) return stop(tooMany(c, admission.retryAfter));
  const wanted = c.req.header('x-coact-org') ?? actor.orgId;
  if (wanted !== actor.orgId) return stop(notFound(c));
  if (guard.kind !== 'member' || guard.keys !== true) {
    const sentence = 'No API key can be used for this. A person does it, signed in to the web app.';
    return stop(problem(c, 403, 'not_for_keys', sentence));
  }
  if (letIn(admissions, guard, actor, c)) return pass;
  return stop(problem(c, 403, 'not_allowed', 'This API key was not made for this. Make one that may, under Settings.'));
}

/** Asks the policies whether the asker may do this at all in their organisation, and tells the route who it is. */
function letIn({ policy }: Admissions, { action }: MemberGuard, actor: Asker, c: Context): boolean {
  const organisation = { type: 'Organisation', id: actor.orgId, orgId: actor.orgId };
  if (!policy.decide({ actor, action, resource: organisation })) return false;
  c.set('actor', actor);
  c.set('orgId', actor.orgId);
  c.set('allowed', (asked: string, resource: Parameters<Policy['decide']>[0]['resource']) =>
    policy.decide({ actor, action: asked, resource }),
  );
  return true;
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

/** Cards are entered on the pages of who takes the payment: a number that is typed here is refused before anything reads it. */
async function checkCards(c: Context): Promise<Verdict> {
  const searched = Object.values(c.req.queries()).flat();
  const hasBody = !isSafe(c.req.method) && c.req.header('content-type')?.includes('json') === true;
  const sent = hasBody ? parsedJson(await c.req.text()) : null;
  if (!holdsCardNumberAnywhere([searched, sent])) return pass;
  return stop(problem(c, 422, 'card_number', cardNumberRefused));
}

/** What is no JSON is refused further on, with a sentence about that. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
