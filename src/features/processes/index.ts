/**
 * Processes: how things are done here. Somebody writes a procedure, somebody else lets it hold, and everybody whom it is
 * meant for finds it; what is confidential is not there at all for anybody else.
 */
import type { PolicySet } from '../../platform/policy/index.ts';

export { personalProcesses, processesLeft } from './about.ts';
export { carryProcesses } from './about-store.ts';
export { acts } from './acts.ts';
export { lateRunJobs } from './alarms/jobs.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export type { ProcessParts } from './parts.ts';
export { readingJobs } from './reading/jobs.ts';
export { processRoutes } from './routes.ts';
export { runsSection, runsWord } from './slack/lists.ts';
export { handOnRuns } from './slack/lost.ts';
export { processSurface } from './slack/surface.ts';
export { contentOf, templates } from './templates/templates.ts';
export { triggerJobs } from './triggers/jobs.ts';
export { noteLeaver } from './triggers/people-clock.ts';
export { type Content, wordsIn } from './writing/content.ts';
export { reminderJobs as processReminderJobs } from './writing/reminders.ts';

export const policies: PolicySet = { slice: 'processes', file: new URL('./policy.cedar', import.meta.url) };
