import { expect, test } from 'vitest';
import { problemOnReturn } from './problems.ts';

test('nothing went wrong, nothing is said', () => {
  expect(problemOnReturn({}, 'Harbour login')).toBeNull();
});

test('each problem says what to do', () => {
  expect(problemOnReturn({ problem: 'cancelled' }, undefined)).toContain('You cancelled at Slack');
  expect(problemOnReturn({ problem: 'who_knows' }, undefined)).toContain('try again');
  expect(problemOnReturn({ error: 'oidc_refused' }, 'Harbour login')).toContain('looks after Harbour login');
  expect(problemOnReturn({ error: 'oidc_unknown' }, 'Harbour login')).toContain('then link it under “Your account”');
  expect(problemOnReturn({ error: '<b>who knows</b>' }, undefined)).not.toContain('<b>');
});
