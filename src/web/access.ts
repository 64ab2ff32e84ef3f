import type { Me } from './contract.ts';

/** `member` is open to every member. `account` and `protect` stay open to people whose second factor is missing: there it is mended. */
export type Place = 'app' | 'member' | 'setup' | 'own-page' | 'account' | 'protect';

type Home = '/setup' | '/me' | '/audit' | '/members' | '/requests' | '/';

export type Access =
  | { readonly kind: 'stay' }
  | { readonly kind: 'sign-in'; readonly returnTo: string }
  | { readonly kind: 'protect'; readonly returnTo: string }
  | { readonly kind: 'go'; readonly to: Home };

const stay: Access = { kind: 'stay' };

/** Where somebody starts: approvers with the requests, auditors with the log, payroll with the people, as none has figures. */
export function homeOf(me: Extract<Me, { signedIn: true }>): Home {
  if (me.organisation === null || !me.organisation.setup.named) return '/setup';
  if (me.can.publish || me.can.manage) return '/';
  if (me.can.approve) return '/requests';
  if (me.can.audit) return '/audit';
  return me.can.people ? '/members' : '/me';
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
  if (place === 'app' && path === '/' && home !== '/') return { kind: 'go', to: home };
  return stay;
}

/** A path within this web app, or "/" for anything else: a sign-in link must not lead to another site. */
export function safeReturn(path: string | undefined): string {
  if (path === undefined || !/^\/(?![/\\])/.test(path)) return '/';
  return path.startsWith('/sign-in') ? '/' : path;
}
