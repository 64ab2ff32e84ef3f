import type { Database } from '../../platform/db/index.ts';
import { queueHealth } from '../../platform/jobs/index.ts';
import { about, type Finding } from './finding.ts';

/** Some jobs come up every hour, so whoever works has done one since. */
const silentMinutes = 130;

/** How long jobs wait, which have failed, and whether anybody is at work. */
export async function examineQueue(db: Database): Promise<Finding[]> {
  const { ok, warning, problem, notChecked } = about('Queue');
  const health = await queueHealth(db);
  if (health === null) return [notChecked('it is made at the first start.')];
  const minutes = Math.floor(health.oldestDueSeconds / 60);
  // On the embedded database the process that works is stopped while this looks.
  const workers = db.kind === 'pglite' ? [] : [examineWorkers(health.lastWorkedSeconds)];
  if (minutes >= 15) {
    const mend = 'Start coact serve or coact work, and see their log.';
    return [problem(`a job has been due for ${minutes} minutes.`, mend), ...workers];
  }
  if (health.failed > 0) {
    const what = `${health.failed} jobs of the last day have failed for good (${health.failedKinds.join(', ')}).`;
    return [warning(what, 'See the log for job.failed.'), ...workers];
  }
  return [ok(`${health.waiting} jobs wait, none for long.`), ...workers];
}

/** @param lastWorkedSeconds how long ago a job was begun or ended; null when none of the last day is known */
export function examineWorkers(lastWorkedSeconds: number | null): Finding {
  const { ok, warning } = about('Workers');
  const mend = 'Start coact serve or coact work; with coact serve --no-work alone nothing is ever sent.';
  if (lastWorkedSeconds === null) return warning('nobody has done a job in the last day.', mend);
  const minutes = Math.floor(lastWorkedSeconds / 60);
  if (minutes >= silentMinutes) return warning(`nobody has done a job for ${minutes} minutes.`, mend);
  return ok(`a job was last worked on ${minutes} minutes ago.`);
}
