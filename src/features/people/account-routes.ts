import { z } from '@hono/zod-openapi';
import {
  callerKey,
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  notFound,
  problem,
  signedIn,
  tooMany,
} from '../../platform/http/index.ts';
import { readAccount } from './account.ts';
import { factorRoutes } from './account-factor-routes.ts';
import { passwordRoutes } from './account-password-routes.ts';
import { recordAct } from './account-record.ts';
import { accountShape, time } from './account-shapes.ts';
import { mailStepUpCode, stepUp } from './account-step-up.ts';
import type { PeopleContext } from './context.ts';
import type { SignInParts } from './sign-in-parts.ts';
import { optionsAnswer, secondFactorBody, setCookies } from './sign-in-proof-routes.ts';
import { keepChallenge } from './sign-in-proofs.ts';

/** A person's own account: ways in, second factors, sessions. What changes it needs a fresh proof. */
export function accountRoutes(context: PeopleContext, parts: SignInParts): readonly GuardedRoute[] {
  return [
    accountRoute(context),
    ...stepUpRoutes(context, parts),
    ...passwordRoutes(context),
    ...factorRoutes(context, parts),
    ...sessionRoutes(context),
  ];
}

function accountRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/account',
      summary: 'One’s own account: ways in, second factors, sessions',
      guard: signedIn(),
      responses: { 200: jsonAnswer(accountShape, 'The account') },
    },
    async (c) => c.json(await readAccount(context, c.var.session), 200),
  );
}

const stepUpBody = z.union([
  ...secondFactorBody.options,
  z.strictObject({ password: z.string().min(1).max(4_096) }),
  z.strictObject({ mailCode: z.string().min(1).max(20) }),
]);

function stepUpRoutes(context: PeopleContext, { limits }: SignInParts): readonly GuardedRoute[] {
  const { auth } = context;
  return [
    guarded(
      {
        method: 'post',
        path: '/api/account/step-up',
        summary: 'Prove once more that it is you',
        guard: signedIn(),
        request: { body: jsonBody(stepUpBody) },
        responses: { 200: jsonAnswer(z.object({ until: time }), 'Until when that counts') },
      },
      async (c) => {
        const caller = { limits, from: callerKey(c), request: c.req.raw };
        const outcome = await stepUp(context, c.var.session, c.req.valid('json'), caller);
        if (outcome.ok) {
          setCookies(c, outcome);
          return c.json({ until: outcome.until.toISOString() }, 200);
        }
        if (outcome.reason === 'limited') return tooMany(c, outcome.seconds);
        if (outcome.reason === 'ended') return problem(c, 401, 'signed_out', 'Please sign in.');
        return problem(c, 422, 'wrong_code', 'That is not right. Please look again.');
      },
    ),
    guarded(
      {
        method: 'post',
        path: '/api/account/step-up/options',
        summary: 'What a passkey is asked to prove that it is you',
        guard: signedIn(),
        responses: { 200: jsonAnswer(optionsAnswer, 'Options for the browser (WebAuthn)') },
      },
      async (c) => {
        const { userId } = c.var.session;
        const { options, challenge } = await auth.passkeys.askingOptions(userId);
        c.header('set-cookie', await keepChallenge(context, 'passkey_step_up', userId, challenge), { append: true });
        return c.json({ options: { ...options, challenge } }, 200);
      },
    ),
    guarded(
      {
        method: 'post',
        path: '/api/account/step-up/mail',
        summary: 'Get a code by mail, for those who have nothing else',
        guard: signedIn(),
        responses: { 202: emptyAnswer('On its way, if there is nothing else to prove oneself with') },
      },
      async (c) => {
        await mailStepUpCode(context, c.var.session, limits);
        return c.body(null, 202);
      },
    ),
  ];
}

function sessionRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const { auth } = context;
  return [
    guarded(
      {
        method: 'delete',
        path: '/api/account/sessions/{id}',
        summary: 'End one of one’s sessions',
        guard: signedIn(),
        request: { params: z.object({ id: z.uuid() }) },
        responses: { 204: emptyAnswer('Ended') },
      },
      async (c) => {
        const { userId } = c.var.session;
        if (!(await auth.endSessionById(userId, c.req.valid('param').id))) return notFound(c);
        await recordAct(context, userId, 'people.session_ended', { sessions: 'one' });
        return c.body(null, 204);
      },
    ),
    guarded(
      {
        method: 'delete',
        path: '/api/account/sessions',
        summary: 'End all of one’s sessions but this one',
        guard: signedIn(),
        responses: { 204: emptyAnswer('Ended') },
      },
      async (c) => {
        const { userId, sessionId } = c.var.session;
        await auth.endSessions(userId, sessionId);
        await recordAct(context, userId, 'people.session_ended', { sessions: 'others' });
        return c.body(null, 204);
      },
    ),
  ];
}
