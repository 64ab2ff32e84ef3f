import { expect, test } from 'vitest';
import { ApiFailure, failureFrom } from './problem.ts';
import { createQueryClient } from './query-client.ts';

test('a call refused for lack of a session asks again who is signed in', async () => {
  const client = createQueryClient();
  client.setQueryData(['me'], { signedIn: true });
  const refused = () => Promise.reject(failureFrom(401, null));
  await expect(client.fetchQuery({ queryKey: ['x'], queryFn: refused })).rejects.toThrow();
  expect(client.getQueryState(['me'])?.isInvalidated).toBe(true);
});

test('another refusal leaves the session alone and isn’t tried again', async () => {
  const client = createQueryClient();
  client.setQueryData(['me'], { signedIn: true });
  let calls = 0;
  const refused = () => {
    calls += 1;
    return Promise.reject(new ApiFailure('forbidden', 'No.'));
  };
  const query = client.getQueryCache().build(client, { queryKey: ['y'], queryFn: refused });
  await expect(query.fetch()).rejects.toThrow('No.');
  expect(calls).toBe(1);
  expect(client.getQueryState(['me'])?.isInvalidated).toBe(false);
});

test('a call refused for lack of a second factor asks again too: the guard then leads to it', async () => {
  const client = createQueryClient();
  client.setQueryData(['me'], { signedIn: true });
  const refused = () => Promise.reject(failureFrom(403, { code: 'second_factor_needed' }));
  await expect(client.fetchQuery({ queryKey: ['x'], queryFn: refused })).rejects.toThrow();
  expect(client.getQueryState(['me'])?.isInvalidated).toBe(true);
});
