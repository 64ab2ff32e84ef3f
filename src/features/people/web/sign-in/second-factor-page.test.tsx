import { afterEach, expect, test, vi } from 'vitest';
import { visitorOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';

afterEach(() => vi.unstubAllGlobals());
const draw = (search: string) => drawPage(`/sign-in/second-factor${search}`, [[['me'], visitorOf()]]);

test('the code has one field that phones fill by themselves', async () => {
  const page = await draw('?ways=code,recovery');
  expect(page.html).toMatch(/<input[^>]*inputMode="numeric"[^>]*autoComplete="one-time-code"/i);
  expect(page.buttons).toContain('Use a recovery code');
  expect(page.text).toContain('six digits that your authenticator app shows');
});

test('a passkey comes first where the browser knows it', async () => {
  vi.stubGlobal('PublicKeyCredential', class {});
  const page = await draw('?ways=code,passkey,recovery');
  expect(page.buttons).toEqual(
    expect.arrayContaining(['Use your passkey', 'Use a code from your authenticator app', 'Use a recovery code']),
  );
});

test('who comes from another host’s page brings no list, and is shown every way', async () => {
  const page = await draw('');
  expect(page.text).toContain('six digits');
  expect(page.buttons).toContain('Use a recovery code');
});

test('there is a way out', async () => {
  const page = await draw('?ways=code&returnTo=%2Fmembers');
  expect(page.links).toContain('/sign-in?returnTo=%2Fmembers');
});
