import type { AuthenticationResponseJSON } from '@simplewebauthn/browser';

/** How somebody can prove that it's them. */
export type Way = 'passkey' | 'code' | 'password' | 'mail' | 'recovery';

/** What is sent to the server, under the names that it knows. */
export type Proof =
  | { readonly passkey: AuthenticationResponseJSON }
  | { readonly code: string }
  | { readonly password: string }
  | { readonly mailCode: string }
  | { readonly recoveryCode: string };

/** From the least to type to the last resort. */
const order: readonly Way[] = ['passkey', 'code', 'password', 'mail', 'recovery'];

/** The ways to show, best first. Ways that we don't know are left out, as is the passkey where the browser has none. */
export function waysToShow(methods: readonly string[], passkeysWork: boolean): readonly Way[] {
  return order.filter((way) => methods.includes(way) && (way !== 'passkey' || passkeysWork));
}

/** Within a session the server names the second factors only; who has one has recovery codes for it. */
export function withRecovery(methods: readonly string[]): readonly string[] {
  return methods.includes('code') || methods.includes('passkey') ? [...methods, 'recovery'] : methods;
}

/** The words of the link that changes to a way. */
export const insteadWords: Readonly<Record<Way, string>> = {
  passkey: 'Use a passkey',
  code: 'Use a code from your authenticator app',
  password: 'Use your password',
  mail: 'Get a code by e-mail',
  recovery: 'Use a recovery code',
};

/** The digits of a typed or pasted code, at most six: "123 456" and "123-456" are how apps and mails write it. */
export function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '').slice(0, 6);
}
