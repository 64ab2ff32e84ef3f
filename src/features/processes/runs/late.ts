import { z } from 'zod';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import type { ProcessParts } from '../parts.ts';
import { answeringFor } from '../writing/reminders.ts';
import { findProcess } from '../writing/store.ts';
import { timeWords } from './running.ts';
import { findRun, takeLate } from './store.ts';

type Parts = Pick<ProcessParts, 'db' | 'clock' | 'people'>;

/** Every five minutes; each late run is told of once. */
const findLate = jobKind('processes.find_late_runs', z.object({}), { cron: '*/5 * * * *', onePerKey: true, atOnce: 1 });

/** @param organisations lists all of them */
export function lateRunJobs(parts: Parts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(findLate, async () => {
      for (const orgId of await organisations()) await parts.db.inOrg(orgId, (tx) => tellOfLate(parts, tx));
    }),
  ];
}

/** Tells of runs that are late: whoever has it in hand or began it, and whoever answers for the process. */
export async function tellOfLate({ clock, people }: Parts, tx: Tx): Promise<void> {
  for (const id of await takeLate(tx, clock.now())) {
    const run = await findRun(tx, id);
    const found = run && (await findProcess(tx, run.processId));
    if (!run?.dueAt || !found) continue;
    const { timeZone } = await people.organisation(tx);
    const doer = run.doerId ?? run.startedBy;
    const answering = await answeringFor({ people }, tx, found.process);
    const present = doer !== null && (await people.person(tx, doer))?.state === 'active' ? [doer] : [];
    const name = (await people.namesOf(tx, present)).get(doer ?? '');
    const whose = name === undefined ? '' : `It is in the hands of ${name}.`;
    await people.tell(
      tx,
      [...new Set([...present, ...answering])].map((personId) => ({
        ...{ personId, event: 'reminder', key: `process-run/${id}/late`, subject: `Late: ${run.title}` },
        lines: [
          `It was to be done by ${timeWords(run.dueAt ?? clock.now(), timeZone)}.`,
          ...(personId === doer || whose === '' ? [] : [whose]),
        ],
        link: { label: 'Open it', path: `/processes/runs/${id}` },
      })),
    );
  }
}
