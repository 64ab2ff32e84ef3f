import { expect, it } from 'vitest';
import { memoryLog } from './index.ts';

it('keeps lines with their level', () => {
  const log = memoryLog();
  log.warn({ event: 'slack.rate_limited', orgId: 'o1', seconds: 3 });
  expect(log.lines).toEqual([{ level: 'warn', fields: { event: 'slack.rate_limited', orgId: 'o1', seconds: 3 } }]);
});

it("leaves out an error's message, which may hold values", () => {
  const log = memoryLog();
  const error = Object.assign(new Error('Key (email)=(ana@example.com) already exists'), { code: '23505' });
  log.error({ event: 'db.failed' }, error);
  expect(log.lines[0]?.error).toMatch(/^Error 23505 \| at /);
  expect(JSON.stringify(log.lines)).not.toContain('ana@example.com');
});
