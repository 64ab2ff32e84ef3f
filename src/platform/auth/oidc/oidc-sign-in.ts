import { z } from 'zod';
import { type Begun, openFlow } from './flow.ts';

/** A person of an issuer. The pair is the key: addresses change hands, and no issuer's word about one opens an account. */
export type OidcIdentity = {
  readonly issuer: string;
  readonly subject: string;
  /** The issuer says that two factors were shown, and the operator trusts it with that. */
  readonly secondFactor: boolean;
};

export type OidcOutcome =
  | {
      readonly ok: true;
      readonly identity: OidcIdentity;
      readonly returnTo: string;
      /** The user who set out to link this identity to their account; null at a sign-in. */
      readonly linkFor: string | null;
    }
  | { readonly ok: false; readonly reason: 'denied' | 'forged' | 'unreachable' };

export type OidcSignIn = {
  /** What the button says. */
  readonly name: string;
  readonly issuer: string;
  begin(returnTo: string | undefined, linkFor?: string): Promise<Begun | null>;
  finish(request: Request): Promise<OidcOutcome>;
  readonly forget: string;
};

export type OidcSettings = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
  readonly scopes: string;
  /** Whether the issuer's word about a second factor (`amr`, RFC 8176) counts. */
  readonly trustSecondFactor: boolean;
  readonly publicUrl: string;
  readonly fetch?: typeof fetch;
};

const methodsOfTwo = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face']);
const amrSchema = z.array(z.string()).catch([]);

/** Sign-in with the operator's own OpenID Connect issuer. It is asked who the person is, and for nothing about them. */
export function openOidcSignIn(settings: OidcSettings): OidcSignIn {
  const flow = openFlow({
    ...settings,
    redirectUri: `${settings.publicUrl}/api/sign-in/oidc/callback`,
    cookieName: '__Host-coact-oidc',
  });
  return {
    name: settings.name,
    issuer: settings.issuer,
    forget: flow.forget,
    begin: (returnTo, linkFor) => flow.begin(returnTo, linkFor === undefined ? 'sign_in' : `link:${linkFor}`),
    finish: async (request) => {
      const outcome = await flow.finish(request);
      if (!outcome.ok) return outcome;
      const { claims, returnTo, purpose } = outcome;
      const shown = amrSchema.parse(claims.amr).some((method) => methodsOfTwo.has(method));
      const identity = {
        ...{ issuer: claims.iss, subject: claims.sub },
        secondFactor: settings.trustSecondFactor && shown,
      };
      return { ok: true, identity, returnTo, linkFor: purpose.startsWith('link:') ? purpose.slice(5) : null };
    },
  };
}
