import { afterEach, expect, test, vi } from 'vitest';
import { creationSchema, passkeyFailure, passkeysWork, requestSchema } from './passkeys.ts';

afterEach(() => vi.unstubAllGlobals());

test('a browser without passkeys is not offered any', () => {
  expect(passkeysWork()).toBe(false);
  vi.stubGlobal('PublicKeyCredential', class {});
  expect(passkeysWork()).toBe(true);
});

test('options are handed on whole, and refused without a challenge', () => {
  const options = { challenge: 'abc', rpId: 'coact.test', userVerification: 'required' };
  expect(requestSchema.parse({ options }).options).toEqual(options);
  expect(requestSchema.safeParse({ options: { rpId: 'coact.test' } }).success).toBe(false);
  expect(creationSchema.safeParse({ options: null }).success).toBe(false);
});

test('what the browser says becomes a sentence; closing its window is no error', () => {
  const named = (name: string) => passkeyFailure(Object.assign(new Error('internals'), { name }));
  expect(named('NotAllowedError')).toMatchObject({ kind: 'cancelled' });
  expect(named('InvalidStateError')).toMatchObject({ kind: 'refused', code: 'passkey_InvalidStateError' });
  for (const name of ['NotAllowedError', 'SecurityError', 'SomethingElse']) {
    expect(named(name).message).toMatch(/\.$/);
    expect(named(name).message).not.toContain('internals');
  }
});
