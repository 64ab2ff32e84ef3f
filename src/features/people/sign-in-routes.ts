import { setTimeout as sleep } from 'node:timers/promises';
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  messagePage,
  problem,
  publicRoute,
  signedIn,
} from '../../platform/http/index.ts';
import { stepUpMailLimit } from './account-step-up.ts';
import type { PeopleContext } from './context.ts';
import { email } from './fields.ts';
import { enterWithSlack, linkMinutes, mailSignInLink, redeem, type SlackEntry } from './sign-in.ts';
import { oidcRoutes, pageAfter } from './sign-in-oidc-routes.ts';
import type { SignInParts } from './sign-in-parts.ts';
import { entryAnswer, entryBody, proofRoutes, setCookies } from './sign-in-proof-routes.ts';
import { guessLimits } from './sign-in-throttle.ts';
import { watchSignIn } from './sign-in-watched.ts';

const linkLimit = { name: 'sign-in-link', points: 20, seconds: 900 };
const verifyLimit = { name: 'sign-in-verify', points: 60, seconds: 900 };
const slackLimit = { name: 'sign-in-slack', points: 60, seconds: 900 };
/**
 * Mails to one address while a link lives. Whoever else uses them up locks nobody out: the links went to that address,
 * and any of them lets its holder in.
 */
const mailLimit = { name: 'sign-in-mail', points: 5, seconds: linkMinutes * 60 };

/** Known and unknown addresses are answered at the same moment, however long the work takes. */
const answerAfterMs = 300;

export function signInRoutes(context: PeopleContext, parts: SignInParts): readonly GuardedRoute[] {
  context.telemetry?.know('limit', [mailLimit.name, stepUpMailLimit.name, ...guessLimits]);
  return [
    ...[linkRoute(context, parts), verifyRoute(context), signOutRoute(context)],
    ...[...proofRoutes(context, parts), ...slackRoutes(context), ...oidcRoutes(context)],
  ];
}

function linkRoute(context: PeopleContext, { limits, ...parts }: SignInParts): GuardedRoute {
  const body = z.object({ email, returnTo: z.string().max(500).optional() });
  return guarded(
    {
      method: 'post',
      path: '/api/sign-in/link',
      summary: 'Ask for a sign-in link by mail',
      guard: publicRoute('the way in; answers every address alike'),
      limit: linkLimit,
      request: { body: jsonBody(body) },
      responses: {
        202: jsonAnswer(z.object({ sent: z.literal(true) }), 'Always the same, whether the address is known or not'),
      },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const work = async () => {
        const admission = await limits.consume(mailLimit, wanted.email);
        if (admission.ok) await mailSignInLink(context, wanted.email, wanted.returnTo);
      };
      await Promise.all([work(), sleep(parts.answerAfterMs ?? answerAfterMs)]);
      return c.json({ sent: true }, 202);
    },
  );
}

const refusals = {
  invalid: [422, 'link_invalid', 'This link was used already or has expired. Please ask for a fresh one.'],
  deactivated: [403, 'deactivated', 'You are not a member of an organisation here any more.'],
  sign_in_first: [409, 'sign_in_first', 'You have an account already: sign in first, then open the invitation again.'],
} as const;

function verifyRoute(context: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/sign-in/verify',
      summary: 'Redeem a one-time link',
      guard: publicRoute('the way in; the token is the proof'),
      limit: verifyLimit,
      request: { body: jsonBody(z.object({ token: z.string().min(20).max(100) })) },
      responses: { 200: jsonAnswer(entryAnswer, 'Signed in, or asked for a second factor') },
    },
    async (c) => {
      const entry = await watchSignIn(context, 'link', redeem(context, c.req.valid('json').token, c.req.raw));
      if (!entry.ok) {
        const [status, code, sentence] = refusals[entry.reason];
        return problem(c, status, code, sentence);
      }
      setCookies(c, entry);
      return c.json(entryBody(entry), 200);
    },
  );
}

function signOutRoute({ auth }: PeopleContext): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/sign-out',
      summary: 'End this session',
      guard: signedIn(),
      responses: { 204: emptyAnswer('Signed out') },
    },
    async (c) => {
      setCookies(c, await auth.endSession(c.req.raw));
      return c.body(null, 204);
    },
  );
}

function slackRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const { slackSignIn, publicUrl } = context;
  return [
    guarded(
      {
        method: 'get',
        path: '/api/sign-in/slack',
        summary: 'Sign in with Slack',
        guard: publicRoute('the way in; leads to Slack'),
        limit: slackLimit,
        request: { query: z.object({ returnTo: z.string().max(500).optional() }) },
        responses: { 302: emptyAnswer('To Slack') },
      },
      async (c) => {
        if (!slackSignIn) return problem(c, 404, 'not_configured', 'Signing in with Slack is not set up here.');
        const begun = await slackSignIn.begin(c.req.valid('query').returnTo);
        if (!begun) return c.redirect('/sign-in?problem=unreachable');
        c.header('set-cookie', begun.setCookie, { append: true });
        return c.redirect(begun.location);
      },
    ),
    guarded(
      {
        method: 'get',
        path: '/api/sign-in/slack/callback',
        summary: 'Back from Slack',
        guard: publicRoute('the way in; bound to the browser that asked'),
        limit: slackLimit,
        responses: { 302: emptyAnswer('Signed in, or back to the sign-in page with the problem') },
      },
      async (c) => {
        if (!slackSignIn) return problem(c, 404, 'not_configured', 'Signing in with Slack is not set up here.');
        const outcome = await slackSignIn.finish(c.req.raw);
        c.header('set-cookie', slackSignIn.forget, { append: true });
        if (!outcome.ok)
          return c.redirect(`/sign-in?problem=${outcome.reason === 'denied' ? 'cancelled' : outcome.reason}`);
        const step = enterWithSlack(context, outcome.identity, outcome.returnTo, c.req.raw);
        const entry = await watchSignIn(context, 'slack', step);
        return afterSlack(c, entry, publicUrl);
      },
    ),
  ];
}

function afterSlack(c: Context, entry: SlackEntry, publicUrl: string): Response {
  if (entry.ok) {
    setCookies(c, entry);
    return c.redirect(pageAfter(entry));
  }
  if (entry.reason !== 'confirm') return c.redirect(`/sign-in?problem=${entry.reason}`);
  const page = messagePage(
    {
      title: 'One more step: check your mail',
      paragraphs: [
        'This is your first sign-in with Slack. We have sent a link to the address that Slack holds for you.',
        `Open it within ${linkMinutes} minutes to confirm that it is yours. You can close this page.`,
      ],
    },
    { publicUrl },
  );
  for (const cookie of c.res.headers.getSetCookie()) page.headers.append('set-cookie', cookie);
  return page;
}
