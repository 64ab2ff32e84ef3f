import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';
import { ApiFailure } from './problem.ts';
import { z } from './zod.ts';

const hasChallenge = (value: unknown): boolean => z.looseObject({ challenge: z.string() }).safeParse(value).success;

/** What the server asks a passkey for. The browser checks the rest; we only hand it on. */
export const requestSchema = z.object({
  options: z
    .unknown()
    .refine(hasChallenge)
    .transform((value) => value as PublicKeyCredentialRequestOptionsJSON),
});
/** What the server asks of a passkey that is to be made. */
export const creationSchema = z.object({
  options: z
    .unknown()
    .refine(hasChallenge)
    .transform((value) => value as PublicKeyCredentialCreationOptionsJSON),
});

type Request = z.infer<typeof requestSchema>['options'];
type Creation = z.infer<typeof creationSchema>['options'];

/** Whether this browser knows passkeys. Over plain http (other than localhost) none does. */
export function passkeysWork(): boolean {
  return typeof globalThis.PublicKeyCredential === 'function';
}

/** Loaded when it is first needed: most people come in without it, and the first page stays small. */
const library = () => import('@simplewebauthn/browser');

/** Whether the browser can offer passkeys within the address field, beside saved passwords. */
export async function autofillWorks(): Promise<boolean> {
  return passkeysWork() && (await library()).browserSupportsWebAuthnAutofill();
}

/** Lets the person use a passkey. With `autofill` it waits, without a window, until they pick one in the field. */
export async function provePasskey(optionsJSON: Request, autofill = false): Promise<AuthenticationResponseJSON> {
  const { startAuthentication } = await library();
  return startAuthentication({ optionsJSON, useBrowserAutofill: autofill }).catch(tellWhy);
}

/** Lets the person make a passkey on this device, their phone or a key. */
export async function makePasskey(optionsJSON: Creation): Promise<RegistrationResponseJSON> {
  const { startRegistration } = await library();
  return startRegistration({ optionsJSON }).catch(tellWhy);
}

/** Ends whatever request for a passkey is waiting. */
export async function stopWaiting(): Promise<void> {
  (await library()).WebAuthnAbortService.cancelCeremony();
}

const sentences: Readonly<Record<string, string>> = {
  AbortError: 'The passkey wasn’t used.',
  NotAllowedError: 'No passkey was used: the browser’s window was closed, or it took too long. Please try again.',
  InvalidStateError:
    'This device already holds a passkey for your account. Use another device, or rename the one here.',
  SecurityError:
    'Passkeys don’t work at this address. Open Coact at its usual https address; if you did, tell whoever runs it.',
  NotSupportedError: 'This device can’t make the kind of passkey that Coact needs. Please use another.',
  ConstraintError: 'This device can’t confirm that it’s you (by fingerprint, face or PIN). Please use another.',
};

/** A failure with a sentence for what the browser said (WebAuthn Level 3, sections 5.1.3 and 5.1.4). */
export function passkeyFailure(error: unknown): ApiFailure {
  const name = error instanceof Error ? error.name : '';
  const sentence = sentences[name] ?? 'The passkey couldn’t be used. Please try again or choose another way.';
  const isStopped = name === 'AbortError' || name === 'NotAllowedError';
  return new ApiFailure(isStopped ? 'cancelled' : 'refused', sentence, `passkey_${name || 'unknown'}`);
}

function tellWhy(error: unknown): never {
  throw passkeyFailure(error);
}
