import { expect, it } from 'vitest';
import { z } from 'zod';
import { openWorld } from '../../../test/support/world.ts';
import { memoryLog } from '../log/index.ts';
import { openTelemetry } from '../telemetry/index.ts';
import { handles, jobKind, openJobs, RetryLater, watchQueue } from './index.ts';

it('tells how jobs ended, and which wait', async () => {
  await using world = await openWorld();
  const telemetry = await openTelemetry({ log: memoryLog(), process: 'work', metrics: true, traces: null, hosts: [] });
  const kind = jobKind('test.act', z.object({ how: z.string() }), { retries: 1 });
  const handler = handles(kind, async ({ how }, { last }) => {
    if (how === 'later') throw new RetryLater(600);
    if (how === 'once' && last) return;
    if (how !== 'well') throw new Error('canary-of-an-error');
  });
  const engine =
    'pglite' in world.db.engine ? world.db.engine : { url: world.db.engine.pool.options.connectionString ?? '' };
  const jobs = await openJobs({ engine, log: world.log, handlers: [handler], telemetry });
  watchQueue(world.db, telemetry);
  await world.db.inOrg(world.orgId, async (tx) => {
    for (const how of ['well', 'later', 'never', 'once']) await jobs.enqueue(tx, kind, { how });
  });
  await jobs.runDue();
  const text = await telemetry.text();
  const count = (outcome: string) => `coact_job_duration_count{coact_job="test.act",outcome="${outcome}"}`;
  expect(text).toContain(`${count('done')} 1`);
  expect(text).toContain(`${count('later')} 1`);
  expect(text).toContain(`${count('retried')} 2`);
  // The one for later, and two that are tried once more.
  expect(text).toContain('coact_job_waiting{coact_job="test.act"} 3');
  expect(text).toContain('coact_job_oldest_due{coact_job="test.act"}');
  await jobs.runDue({ future: true });
  const after = await telemetry.text();
  expect(after).toContain(`${count('failed')} 1`);
  expect(after).toContain(`${count('done')} 2`);
  expect(after).not.toContain('canary');
  // The queue is not looked at again at once.
  expect(after).toContain('coact_job_waiting{coact_job="test.act"} 3');
  await jobs.close();
  await telemetry.close();
});
