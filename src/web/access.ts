import type { Me } from './contract.ts';

/** `account` and `protect` stay open to people whose second factor is missing: there it is mended. */
export type Place = 'app' | 'setup' | 'own-page' | 'account' | 'protect';

export type Access =
  | { readonly kind: 'stay' }
  | { readonly kind: 'sign-in'; readonly returnTo: string }
  | { readonly kind: 'protect'; readonly returnTo: string }
  | { readonly kind: 'go'; readonly to: '/setup' | '/me' | '/audit' | '/' };

const stay: Access = { kind: 'stay' };

function homeOf(me: Extract<Me, { signedIn: true }>): '/setup' | '/me' | '/audit' | '/' {
  if (me.organisation === null || !me.organisation.setup.named) return '/setup';
  if (me.can.publish || me.can.manage) return '/';
  return me.can.audit ? '/audit' : '/me';
}

/**
 * Where someone may be. Signed out → sign-in, with the way back; an organisation without a name → set-up; a second factor
 * that is needed → the page that leads to it; a person with only the employee's role → their own page, as everything else
 * of theirs is in Slack.
 */
export function accessTo(place: Place, me: Me, path: string): Access {
  if (!me.signedIn) return { kind: 'sign-in', returnTo: path };
  if (place === 'account' || place === 'protect') return stay;
  const home = homeOf(me);
  if (place === 'setup') return home === '/me' ? { kind: 'go', to: '/me' } : stay;
  if (home === '/setup') return { kind: 'go', to: '/setup' };
  if (me.security.secondFactor === 'needed') return { kind: 'protect', returnTo: path };
  if (place === 'app' && home === '/me') return { kind: 'go', to: '/me' };
  // An auditor has no figures to start with.
  if (place === 'app' && home === '/audit' && path === '/') return { kind: 'go', to: '/audit' };
  return stay;
}

/** A path within this web app, or "/" for anything else: a sign-in link must not lead to another site. */
export function safeReturn(path: string | undefined): string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return '/';
  return path.startsWith('/sign-in') ? '/' : path;
}
