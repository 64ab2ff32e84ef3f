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
import { findReasonToKeep, readSelf } from './account.ts';
import { passkeyRoutes } from './account-passkey-routes.ts';
import { recordAct } from './account-record.ts';
import { afterRemoval, keptAnswer } from './account-removal.ts';
import type { PeopleContext } from './context.ts';
import type { SignInParts } from './sign-in-parts.ts';
import { setCookies } from './sign-in-proof-routes.ts';
import { admitGuess } from './sign-in-throttle.ts';

const stepUp = () => signedIn({ stepUp: true });
const recoveryAnswer = z.object({ recoveryCodes: z.array(z.string()) });

/** Second factors and linked sign-ins of one's account. */
export function factorRoutes(context: PeopleContext, parts: SignInParts): readonly GuardedRoute[] {
  return [
    ...[beginCodeRoute(context), confirmCodeRoute(context, parts), removeCodeRoute(context), recoveryRoute(context)],
    ...passkeyRoutes(context),
    ...identityRoutes(context),
  ];
}

function beginCodeRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/account/code',
      summary: 'Begin to add an app for codes',
      guard: stepUp(),
      responses: { 200: jsonAnswer(z.object({ secret: z.string(), uri: z.string() }), 'To be put into the app') },
    },
    async (c) => {
      const { userId } = c.var.session;
      const { address } = await readSelf(context, userId);
      return c.json(await context.auth.codes.begin(userId, address ?? 'Your account'), 200);
    },
  );
}

function confirmCodeRoute(context: PeopleContext, { limits }: SignInParts): GuardedRoute {
  const { auth } = context;
  return guarded(
    {
      method: 'post',
      path: '/api/account/code/confirm',
      summary: 'Confirm an app for codes by its first code',
      guard: stepUp(),
      request: { body: jsonBody(z.object({ code: z.string().min(1).max(20) })) },
      responses: { 200: jsonAnswer(recoveryAnswer, 'Added; the codes are shown this once') },
    },
    async (c) => {
      const { userId } = c.var.session;
      const device = auth.devices.known(c.req.raw, userId);
      const admission = await admitGuess(limits, { account: userId, from: callerKey(c), device });
      if (!admission.ok) return tooMany(c, admission.retryAfter);
      if (!(await auth.codes.confirm(userId, c.req.valid('json').code))) {
        return problem(c, 422, 'wrong_code', 'That is not the code of the moment. Please look again.');
      }
      const recoveryCodes = await auth.recovery.renew(userId);
      await recordAct(context, userId, 'people.second_factor_added', { kind: 'code' });
      // Whoever signed in and then shows a code has shown two factors.
      const raised = await auth.raiseSession(c.req.raw, { secondFactor: true });
      if (raised) setCookies(c, raised);
      return c.json({ recoveryCodes: [...recoveryCodes] }, 200);
    },
  );
}

function removeCodeRoute(context: PeopleContext): GuardedRoute {
  const { auth } = context;
  return guarded(
    {
      method: 'delete',
      path: '/api/account/code',
      summary: 'Remove the app for codes',
      guard: stepUp(),
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) => {
      const { userId } = c.var.session;
      if (!(await auth.codes.isSet(userId))) return c.body(null, 204);
      const reason = await findReasonToKeep(context, userId, { code: true });
      if (reason) return keptAnswer(c, reason);
      await auth.codes.remove(userId);
      await afterRemoval(context, userId);
      await recordAct(context, userId, 'people.second_factor_removed', { kind: 'code' });
      return c.body(null, 204);
    },
  );
}

function recoveryRoute(context: PeopleContext): GuardedRoute {
  const { auth } = context;
  return guarded(
    {
      method: 'post',
      path: '/api/account/recovery-codes',
      summary: 'Make recovery codes anew',
      guard: stepUp(),
      responses: { 200: jsonAnswer(recoveryAnswer, 'Shown this once; the ones before are void') },
    },
    async (c) => {
      const { userId } = c.var.session;
      if ((await auth.secondFactors(userId)).length === 0) {
        return problem(c, 409, 'no_second_factor', 'Recovery codes stand in for a second factor. Add one first.');
      }
      const recoveryCodes = await auth.recovery.renew(userId);
      await recordAct(context, userId, 'people.recovery_codes_made');
      return c.json({ recoveryCodes: [...recoveryCodes] }, 200);
    },
  );
}

function identityRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const { auth, oidcSignIn } = context;
  return [
    guarded(
      {
        method: 'get',
        path: '/api/account/identities/oidc/link',
        summary: 'Link the organisation’s own sign-in to one’s account',
        guard: stepUp(),
        responses: { 302: emptyAnswer('To the issuer') },
      },
      async (c) => {
        if (!oidcSignIn) return problem(c, 404, 'not_configured', 'Single sign-on is not set up here.');
        const begun = await oidcSignIn.begin('/account', c.var.session.userId);
        if (!begun) return c.redirect('/account?problem=unreachable');
        c.header('set-cookie', begun.setCookie, { append: true });
        return c.redirect(begun.location);
      },
    ),
    guarded(
      {
        method: 'delete',
        path: '/api/account/identities/{id}',
        summary: 'Remove a linked sign-in',
        guard: stepUp(),
        request: { params: z.object({ id: z.uuid() }) },
        responses: { 204: emptyAnswer('Removed') },
      },
      async (c) => {
        const { userId } = c.var.session;
        const { id } = c.req.valid('param');
        if ((await readSelf(context, userId)).people.some((person) => person.id === id && person.slackUserId)) {
          return keptAnswer(c, 'kept_in_slack');
        }
        if (!(await auth.identities.list(userId)).some((identity) => identity.id === id)) return notFound(c);
        const reason = await findReasonToKeep(context, userId, { identity: id });
        if (reason) return keptAnswer(c, reason);
        await auth.identities.remove(userId, id);
        await recordAct(context, userId, 'people.identity_removed', { provider: 'oidc' });
        return c.body(null, 204);
      },
    ),
  ];
}
