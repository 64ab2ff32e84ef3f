import { expect, test } from 'vitest';
import { connection } from '../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../test/support/draw.tsx';
import { ErrorPanel } from '../controls/panels.tsx';
import { ApiFailure } from '../problem.ts';

test('the permissions page names each scope with its reason, signed in or not', async () => {
  const page = await drawPage('/slack/permissions', [[['scopes'], { scopes: connection.scopes }]]);
  expect(page.text).toContain('chat:write Posts requests.');
  expect(page.text).toContain('recorded in the audit log');
  expect(page.text).not.toContain('not granted');
});

test('an address that leads nowhere has a way back', async () => {
  const page = await drawPage('/no/such/page', []);
  expect(page.text).toContain('There is no page here');
  expect(page.links).toContain('/');
});

test('what may heal can be tried again; what can’t, can’t', () => {
  const retry = (error: unknown) => drawPart(<ErrorPanel error={error} onRetry={() => {}} />);
  expect(retry(new ApiFailure('broken', 'The server stumbled.')).buttons).toEqual(['Try again']);
  expect(retry(new ApiFailure('broken', 'The server stumbled.')).text).toContain('The server stumbled.');
  expect(retry(new ApiFailure('not-found', 'No such thing.')).buttons).toEqual([]);
});
