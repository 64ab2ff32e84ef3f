import { afterEach, expect, test, vi } from 'vitest';
import { call, nothing } from '../api.ts';
import { ApiFailure } from '../problem.ts';
import { askStepUp, onQuestion, openQuestion, settleStepUp } from './asking.ts';

let close = () => {};
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});
const openWindow = () => {
  close = onQuestion(() => undefined);
};

/** A server that wants a step-up for everything until `confirmed()`. */
function server() {
  let isConfirmed = false;
  const seen: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    seen.push(`${init.method} ${path}`);
    if (isConfirmed) return new Response(null, { status: 204 });
    const methods = ['password', 'passkey'];
    return Response.json({ code: 'step_up_needed', detail: 'Confirm first.', methods }, { status: 403 });
  });
  const confirm = () => {
    isConfirmed = true;
  };
  return { seen, confirm };
}

test('a call that needs a step-up waits for it, and is then repeated', async () => {
  openWindow();
  const { seen, confirm } = server();
  const changed = call(nothing, 'DELETE', '/api/account/password');
  await vi.waitFor(() => expect(openQuestion()).toEqual({ methods: ['password', 'passkey'] }));
  expect(seen).toHaveLength(1);
  confirm();
  settleStepUp(true);
  await changed;
  expect(seen).toEqual(['DELETE /api/account/password', 'DELETE /api/account/password']);
  expect(openQuestion()).toBeNull();
});

test('who closes the window changes nothing, and reads that in a sentence', async () => {
  openWindow();
  const { seen } = server();
  const changed = call(nothing, 'DELETE', '/api/account/password').catch((error: unknown) => error);
  await vi.waitFor(() => expect(openQuestion()).not.toBeNull());
  settleStepUp(false);
  const failure = await changed;
  expect(failure).toBeInstanceOf(ApiFailure);
  expect(failure).toMatchObject({ kind: 'cancelled', message: expect.stringContaining('nothing was changed') });
  expect(seen).toHaveLength(1);
});

test('several calls at once open one window', async () => {
  openWindow();
  const { seen, confirm } = server();
  const both = Promise.all([
    call(nothing, 'POST', '/api/sign-out'),
    call(nothing, 'POST', '/api/account/recovery-codes'),
  ]);
  await vi.waitFor(() => expect(openQuestion()).not.toBeNull());
  expect(seen).toHaveLength(2);
  confirm();
  settleStepUp(true);
  await both;
  expect(seen).toHaveLength(4);
});

test('a server that is never content is not asked for ever', async () => {
  openWindow();
  const { seen } = server();
  const changed = call(nothing, 'POST', '/api/sign-out').catch((error: unknown) => error);
  await vi.waitFor(() => expect(openQuestion()).not.toBeNull());
  settleStepUp(true);
  expect(await changed).toMatchObject({ kind: 'forbidden', code: 'step_up_needed' });
  expect(seen).toHaveLength(2);
});

test('without a window, or when it goes away, the answer is no', async () => {
  expect(await askStepUp(['password'])).toBe(false);
  openWindow();
  const answer = askStepUp(['password']);
  close();
  expect(await answer).toBe(false);
});
