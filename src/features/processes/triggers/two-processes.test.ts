import { expect, inject, it } from 'vitest';
import { openProcessWorld, step } from '../process-world.fixture.ts';
import { beginDue } from './jobs.ts';

/** On a server there may be any number of processes; each has connections of its own, as these calls have. */
it.runIf('url' in inject('databaseTemplate'))(
  'clocks that come to the same minutes at once begin each run once, also where some of them are cut off',
  async () => {
    await using given = await openProcessWorld();
    const processes = [];
    for (let number = 0; number < 6; number += 1) {
      const id = await given.publish({ title: `Round ${number}`, steps: [step()] });
      const trigger = { kind: 'schedule', repeat: { every: 'day' }, atTime: '12:00', doer: 'anyone' };
      await given.did('POST', `/api/processes/${id}/triggers`, trigger);
      processes.push(id);
    }
    given.world.clock.advance(26 * 3_600_000);
    let acts = 0;
    const dying = {
      ...given.parts.audit,
      append: async (...entry: Parameters<typeof given.parts.audit.append>) => {
        acts += 1;
        if (acts % 3 === 0) throw new Error('killed');
        return given.parts.audit.append(...entry);
      },
    };
    const { orgId } = given.owner;
    const clocks = Array.from({ length: 6 }, (_, index) =>
      beginDue(index % 2 === 0 ? given.parts : { ...given.parts, audit: dying }, orgId),
    );
    await Promise.all(clocks);
    await beginDue(given.parts, orgId);
    const { runs } = (await given.did('GET', '/api/process-runs')) as unknown as { runs: { processId: string }[] };
    expect(runs.map(({ processId }) => processId).toSorted()).toEqual(processes.toSorted());
  },
);
