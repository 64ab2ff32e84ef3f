import { z } from '@hono/zod-openapi';
import { createdPasskey } from '../../platform/auth/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  notFound,
  problem,
  signedIn,
} from '../../platform/http/index.ts';
import { findReasonToKeep, readSelf, shownPasskey } from './account.ts';
import { recordAct } from './account-record.ts';
import { afterRemoval, keptAnswer } from './account-removal.ts';
import { passkeyShape } from './account-shapes.ts';
import type { PeopleContext } from './context.ts';
import { passkeyName } from './fields.ts';
import { optionsAnswer, setCookies } from './sign-in-proof-routes.ts';
import { keepChallenge, takeChallenge } from './sign-in-proofs.ts';

const stepUp = () => signedIn({ stepUp: true });
const own = { params: z.object({ id: z.uuid() }) };

/** Passkeys of one's account. */
export function passkeyRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [optionsRoute(context), addRoute(context), renameRoute(context), removeRoute(context)];
}

function optionsRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/account/passkeys/options',
      summary: 'What a device is asked to make a passkey',
      guard: stepUp(),
      responses: { 200: jsonAnswer(optionsAnswer, 'Options for the browser (WebAuthn)') },
    },
    async (c) => {
      const { userId } = c.var.session;
      const { people, address } = await readSelf(context, userId);
      const shown = address ?? (people[0]?.name || 'Your account');
      const { options, challenge } = await context.auth.passkeys.addingOptions({ userId, shown });
      c.header('set-cookie', await keepChallenge(context, 'passkey_adding', userId, challenge), { append: true });
      return c.json({ options: { ...options, challenge } }, 200);
    },
  );
}

function addRoute(context: PeopleContext): GuardedRoute {
  const { auth } = context;
  const answer = z.object({ passkey: passkeyShape, recoveryCodes: z.array(z.string()).optional() });
  return guarded(
    {
      method: 'post',
      path: '/api/account/passkeys',
      summary: 'Add a passkey',
      guard: stepUp(),
      request: { body: jsonBody(z.object({ response: createdPasskey, name: passkeyName })) },
      responses: {
        200: jsonAnswer(answer, 'Added; with the first second factor come recovery codes, shown this once'),
      },
    },
    async (c) => {
      const { userId } = c.var.session;
      const { response, name } = c.req.valid('json');
      const challenge = await takeChallenge(context, 'passkey_adding', userId, c.req.raw);
      const passkey = challenge === null ? null : await auth.passkeys.add(userId, response, challenge, name);
      if (!passkey) {
        return problem(c, 422, 'passkey_refused', 'This passkey could not be added. Please try once more.');
      }
      const needsCodes = (await auth.recovery.left(userId)) === 0;
      const recoveryCodes = needsCodes ? [...(await auth.recovery.renew(userId))] : undefined;
      await recordAct(context, userId, 'people.passkey_added');
      // Its person was verified just now: possession and PIN or biometrics, two factors at once.
      const raised = await auth.raiseSession(c.req.raw, { secondFactor: true });
      if (raised) setCookies(c, raised);
      return c.json({ passkey: shownPasskey(passkey), ...(recoveryCodes ? { recoveryCodes } : {}) }, 200);
    },
  );
}

function renameRoute({ auth }: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'patch',
      path: '/api/account/passkeys/{id}',
      summary: 'Rename a passkey',
      guard: stepUp(),
      request: { ...own, body: jsonBody(z.object({ name: passkeyName })) },
      responses: { 204: emptyAnswer('Renamed') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const renamed = await auth.passkeys.rename(c.var.session.userId, id, c.req.valid('json').name);
      return renamed ? c.body(null, 204) : notFound(c);
    },
  );
}

function removeRoute(context: PeopleContext): GuardedRoute {
  const { auth } = context;
  return guarded(
    {
      method: 'delete',
      path: '/api/account/passkeys/{id}',
      summary: 'Remove a passkey',
      guard: stepUp(),
      request: own,
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) => {
      const { userId } = c.var.session;
      const { id } = c.req.valid('param');
      if (!(await auth.passkeys.list(userId)).some((passkey) => passkey.id === id)) return notFound(c);
      const reason = await findReasonToKeep(context, userId, { passkey: id });
      if (reason) return keptAnswer(c, reason);
      await auth.passkeys.remove(userId, id);
      await afterRemoval(context, userId);
      await recordAct(context, userId, 'people.passkey_removed');
      return c.body(null, 204);
    },
  );
}
