import { z } from 'zod';
import { handles, type JobHandler, jobKind } from '../../platform/jobs/index.ts';
import { tellOfEndings } from './accounts/ending.ts';
import { refreshDueSessions } from './accounts/refreshing.ts';
import { revokeAllQueued } from './accounts/revocations.ts';
import type { Sessions } from './accounts/sessions.ts';
import { attemptSweeper } from './connect/attempts.ts';
import type { Parts } from './parts.ts';
import { refreshReach } from './reach/reach.ts';

const nothing = z.object({});
/** Each comes again by itself, so a run that fails is not repeated. */
const clockwork = (name: string, cron: string) =>
  jobKind(name, nothing, { cron, retries: 0, onePerKey: true, atOnce: 1 });

/** The slice's work by the clock; all of it is safe to run twice. */
export function networkJobs(parts: Parts, sessions: Sessions): readonly JobHandler[] {
  const sweepAttempts = attemptSweeper(parts);
  return [
    handles(clockwork('networks.refresh_sessions', '*/5 * * * *'), () => refreshDueSessions(parts, sessions)),
    handles(clockwork('networks.revoke_sessions', '*/2 * * * *'), () => revokeAllQueued(parts)),
    handles(clockwork('networks.sweep_attempts', '*/15 * * * *'), sweepAttempts),
    handles(clockwork('networks.tell_of_endings', '41 * * * *'), () => tellOfEndings(parts, sessions)),
    handles(clockwork('networks.refresh_reach', '17 * * * *'), () => refreshReach(parts)),
  ];
}
