import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { type CookieHeaders, passkeyAnswer, safeReturnTo } from '../../platform/auth/index.ts';
import {
  callerKey,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  problem,
  publicRoute,
  tooMany,
} from '../../platform/http/index.ts';
import type { PeopleContext } from './context.ts';
import { email } from './fields.ts';
import { type Entry, forgetPending } from './sign-in-entry.ts';
import type { SignInParts } from './sign-in-parts.ts';
import {
  enterWithPasskey,
  enterWithPassword,
  enterWithSecondFactor,
  keepChallenge,
  type Limited,
  secondFactorOptions,
  type Wrong,
} from './sign-in-proofs.ts';
import { watchSignIn } from './sign-in-watched.ts';

const passwordLimit = { name: 'sign-in-password', points: 100, seconds: 900 };
const factorLimit = { name: 'sign-in-second-factor', points: 100, seconds: 900 };
const passkeyLimit = { name: 'sign-in-passkey', points: 100, seconds: 900 };

/** Signed in, or what is asked next. */
export const entryAnswer = z.union([
  z.object({ returnTo: z.string() }),
  z.object({ next: z.literal('second_factor'), methods: z.array(z.enum(['code', 'passkey', 'recovery'])) }),
]);
export const optionsAnswer = z.object({ options: z.looseObject({ challenge: z.string() }) });
const returnTo = z.string().max(500).optional();

/** Ways in by what somebody knows or holds: password, second factor, passkey. */
export function proofRoutes(context: PeopleContext, parts: SignInParts): readonly GuardedRoute[] {
  const routes = [secondFactorRoute(context, parts), factorOptionsRoute(context), ...passkeyRoutes(context)];
  return context.passwords ? [passwordRoute(context, parts), ...routes] : routes;
}

/** Sends cookies with an answer. */
export function setCookies(c: Context, { setCookie }: CookieHeaders): void {
  for (const cookie of setCookie) c.header('set-cookie', cookie, { append: true });
}

/** The body for who got in, as far as they got. */
export function entryBody(entry: Extract<Entry, { ok: true }>): z.infer<typeof entryAnswer> {
  if (entry.next === 'second_factor') return { next: entry.next, methods: [...entry.methods] };
  return { returnTo: entry.returnTo };
}

type Refusal = Extract<Entry, { ok: false }> | Limited | Wrong;

function refusalOf(c: Context, refusal: Refusal, wrongCode: readonly [code: string, sentence: string]): Response {
  if (refusal.reason === 'limited') return tooMany(c, refusal.seconds);
  if (refusal.reason === 'wrong') return problem(c, 401, ...wrongCode);
  if (refusal.reason === 'start_again') {
    c.header('set-cookie', forgetPending, { append: true });
    return problem(c, 401, 'start_again', 'That took too long, or was tried too often. Please sign in from the start.');
  }
  return problem(c, 403, 'deactivated', 'You are not a member of an organisation here any more.');
}

function passwordRoute(context: PeopleContext, { limits }: SignInParts): GuardedRoute {
  const body = z.object({ email, password: z.string().max(4_096), returnTo });
  return guarded(
    {
      method: 'post',
      path: '/api/sign-in/password',
      summary: 'Sign in by address and password',
      guard: publicRoute('the way in; answers known and unknown addresses alike'),
      limit: passwordLimit,
      request: { body: jsonBody(body) },
      responses: { 200: jsonAnswer(entryAnswer, 'Signed in, or asked for a second factor') },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const credentials = { ...wanted, returnTo: safeReturnTo(wanted.returnTo) };
      const caller = { limits, from: callerKey(c), request: c.req.raw };
      const entry = await watchSignIn(context, 'password', enterWithPassword(context, credentials, caller));
      if (!entry.ok) return refusalOf(c, entry, ['wrong_credentials', 'Address and password do not belong together.']);
      setCookies(c, entry);
      return c.json(entryBody(entry), 200);
    },
  );
}

/** One of three, as a browser sends it. */
export const secondFactorBody = z.union([
  z.strictObject({ code: z.string().min(1).max(20) }),
  z.strictObject({ recoveryCode: z.string().min(1).max(60) }),
  z.strictObject({ passkey: passkeyAnswer }),
]);

function secondFactorRoute(context: PeopleContext, { limits }: SignInParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/sign-in/second-factor',
      summary: 'End a sign-in with a second factor',
      guard: publicRoute('the way in; goes on with what this browser has begun'),
      limit: factorLimit,
      request: { body: jsonBody(secondFactorBody) },
      responses: { 200: jsonAnswer(entryAnswer, 'Signed in') },
    },
    async (c) => {
      const caller = { limits, from: callerKey(c), request: c.req.raw };
      const step = enterWithSecondFactor(context, c.req.valid('json'), caller);
      const entry = await watchSignIn(context, 'second_factor', step);
      if (!entry.ok) return refusalOf(c, entry, ['wrong_code', 'That is not right. Please look again.']);
      setCookies(c, entry);
      return c.json(entryBody(entry), 200);
    },
  );
}

function factorOptionsRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/sign-in/second-factor/options',
      summary: 'What a passkey is asked as a second factor',
      guard: publicRoute('the way in; goes on with what this browser has begun'),
      limit: factorLimit,
      responses: { 200: jsonAnswer(optionsAnswer, 'Options for the browser (WebAuthn)') },
    },
    async (c) => {
      const options = await secondFactorOptions(context, c.req.raw);
      if (!options) return refusalOf(c, { ok: false, reason: 'start_again' }, ['wrong_code', '']);
      return c.json({ options }, 200);
    },
  );
}

function passkeyRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const body = z.object({ response: passkeyAnswer, returnTo });
  return [
    guarded(
      {
        method: 'post',
        path: '/api/sign-in/passkey/options',
        summary: 'What a passkey is asked to sign in',
        guard: publicRoute('the way in; a challenge for this browser'),
        limit: passkeyLimit,
        responses: { 200: jsonAnswer(optionsAnswer, 'Options for the browser (WebAuthn)') },
      },
      async (c) => {
        const { options, challenge } = await context.auth.passkeys.askingOptions(null);
        c.header('set-cookie', await keepChallenge(context, 'passkey_sign_in', null, challenge), { append: true });
        return c.json({ options }, 200);
      },
    ),
    guarded(
      {
        method: 'post',
        path: '/api/sign-in/passkey',
        summary: 'Sign in by passkey',
        guard: publicRoute('the way in; the signature is the proof'),
        limit: passkeyLimit,
        request: { body: jsonBody(body) },
        responses: { 200: jsonAnswer(entryAnswer, 'Signed in') },
      },
      async (c) => {
        const wanted = c.req.valid('json');
        const step = enterWithPasskey(context, wanted.response, safeReturnTo(wanted.returnTo), c.req.raw);
        const entry = await watchSignIn(context, 'passkey', step);
        if (!entry.ok)
          return refusalOf(c, entry, ['wrong_credentials', 'This passkey does not belong to an account here.']);
        setCookies(c, entry);
        return c.json(entryBody(entry), 200);
      },
    ),
  ];
}
