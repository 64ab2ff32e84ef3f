import { z } from '@hono/zod-openapi';
import { type PasswordFault, passwordLengths } from '../../platform/auth/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonBody,
  problem,
  signedIn,
  tooMany,
} from '../../platform/http/index.ts';
import { wordsAbout } from './account.ts';
import { recordAct } from './account-record.ts';
import type { PeopleContext } from './context.ts';
import { busyOr } from './sign-in-proofs.ts';

const sentences: Readonly<Record<Exclude<PasswordFault, 'too_short'>, string>> = {
  too_long: `Please use at most ${passwordLengths.most} characters.`,
  common: 'Many people use this password, so it is tried first. Please choose another.',
  too_plain: 'This is too easy to guess: it repeats itself. Please choose another.',
  about_you: 'This is made of your own or your organisation’s name. Please choose another.',
};

function sentenceOf(fault: PasswordFault, secondFactor: boolean): string {
  if (fault !== 'too_short') return sentences[fault];
  const { alone, withSecondFactor } = passwordLengths;
  if (secondFactor) return `Please use at least ${withSecondFactor} characters.`;
  return `Please use at least ${alone} characters, or ${withSecondFactor} once you have a second factor.`;
}

/** Setting and removing one's password. */
export function passwordRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const { auth } = context;
  const removing = guarded(
    {
      method: 'delete',
      path: '/api/account/password',
      summary: 'Remove one’s password',
      guard: signedIn({ stepUp: true }),
      responses: { 204: emptyAnswer('Removed') },
    },
    async (c) => {
      const { userId } = c.var.session;
      // No way in is lost by it: a password needs an address, and to that a link can be mailed.
      const { set } = await auth.passwords.state(userId);
      if (set) {
        await auth.passwords.remove(userId);
        await auth.tickets.withdraw(userId);
        await recordAct(context, userId, 'people.password_removed');
      }
      return c.body(null, 204);
    },
  );
  return context.passwords ? [settingRoute(context), removing] : [removing];
}

function settingRoute(context: PeopleContext): GuardedRoute {
  const { auth } = context;
  return guarded(
    {
      method: 'put',
      path: '/api/account/password',
      summary: 'Set one’s password',
      guard: signedIn({ stepUp: true }),
      request: { body: jsonBody(z.object({ password: z.string().max(4_096) })) },
      responses: { 204: emptyAnswer('Set; where there was one before, other sessions have ended') },
    },
    async (c) => {
      const { userId, sessionId } = c.var.session;
      const secondFactor = (await auth.secondFactors(userId)).length > 0;
      const former = await auth.passwords.state(userId);
      const words = await wordsAbout(context, userId);
      const fault = await auth.passwords
        .set(userId, c.req.valid('json').password, { secondFactor, words })
        .catch(busyOr);
      if (fault === 'busy') return tooMany(c, 5);
      if (fault) {
        const password = sentenceOf(fault, secondFactor);
        return problem(c, 422, 'invalid', password, { fields: { password } });
      }
      // Whoever knew the former one may still be somewhere.
      if (former.set) await auth.endSessions(userId, sessionId);
      await auth.tickets.withdraw(userId);
      await recordAct(context, userId, 'people.password_set', { changed: former.set });
      return c.body(null, 204);
    },
  );
}
