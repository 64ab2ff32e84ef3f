import { z } from '@hono/zod-openapi';
import { emptyAnswer, type GuardedRoute, guarded, problem, publicRoute } from '../../platform/http/index.ts';
import type { PeopleContext } from './context.ts';
import type { Entry } from './sign-in-entry.ts';
import { setCookies } from './sign-in-proof-routes.ts';
import { enterWithOidc, type OidcEntry } from './sign-in-proofs.ts';
import { watchSignIn } from './sign-in-watched.ts';

const oidcLimit = { name: 'sign-in-oidc', points: 60, seconds: 900 };

/** Where a browser goes that came back from elsewhere and got in, or is asked for a second factor. */
export function pageAfter(entry: Extract<Entry, { ok: true }>): string {
  if (entry.next === undefined) return entry.returnTo;
  return `/sign-in/second-factor?${new URLSearchParams({ ways: entry.methods.join(','), returnTo: entry.returnTo })}`;
}

/** Sign-in with the operator's OpenID Connect issuer. */
export function oidcRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const { oidcSignIn } = context;
  const notConfigured = ['not_configured', 'Single sign-on is not set up here.'] as const;
  return [
    guarded(
      {
        method: 'get',
        path: '/api/sign-in/oidc',
        summary: 'Sign in with the organisation’s own sign-in',
        guard: publicRoute('the way in; leads to the issuer'),
        limit: oidcLimit,
        request: { query: z.object({ returnTo: z.string().max(500).optional() }) },
        responses: { 302: emptyAnswer('To the issuer') },
      },
      async (c) => {
        if (!oidcSignIn) return problem(c, 404, ...notConfigured);
        const begun = await oidcSignIn.begin(c.req.valid('query').returnTo);
        if (!begun) return c.redirect('/sign-in?problem=unreachable');
        c.header('set-cookie', begun.setCookie, { append: true });
        return c.redirect(begun.location);
      },
    ),
    guarded(
      {
        method: 'get',
        path: '/api/sign-in/oidc/callback',
        summary: 'Back from the issuer',
        guard: publicRoute('the way in; bound to the browser that asked'),
        limit: oidcLimit,
        responses: { 302: emptyAnswer('Signed in, asked for a second factor, or back with the problem') },
      },
      async (c) => {
        if (!oidcSignIn) return problem(c, 404, ...notConfigured);
        const outcome = await oidcSignIn.finish(c.req.raw);
        c.header('set-cookie', oidcSignIn.forget, { append: true });
        if (!outcome.ok) {
          if (outcome.reason === 'unreachable') return c.redirect('/sign-in?problem=unreachable');
          return c.redirect(outcome.reason === 'denied' ? '/sign-in?problem=cancelled' : '/sign-in?error=oidc_refused');
        }
        const step = enterWithOidc(context, outcome, c.req.raw);
        const entry = outcome.linkFor === null ? await watchSignIn(context, 'oidc', step) : await step;
        if (!entry.ok) return c.redirect(pageOfRefusal(entry));
        setCookies(c, entry);
        return c.redirect(pageAfter(entry));
      },
    ),
  ];
}

function pageOfRefusal({ reason }: Extract<OidcEntry, { ok: false }>): string {
  if (reason === 'taken') return '/account?problem=identity_taken';
  if (reason === 'unknown') return '/sign-in?error=oidc_unknown';
  return reason === 'deactivated' ? '/sign-in?problem=deactivated' : '/sign-in?error=oidc_refused';
}
