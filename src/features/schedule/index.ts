/**
 * The schedule: who works where and when. Schedulers describe the work (roles, their shifts, rules), people say when they
 * can; Coact makes a schedule that keeps every hard rule and says why, publishes it, and people trade within the rules.
 */
import type { PolicySet } from '../../platform/policy/index.ts';

export { acts } from './acts.ts';
export { dateOf, dayOfDate, type Weekday, weekdayNames, weekdays } from './calendar/local.ts';
export { occurrences } from './calendar/occurrences.ts';
export type { Repeat, Series } from './calendar/series.ts';
export { epochAt, localAt } from './calendar/zone.ts';
export { hoursHeld } from './clock/held-hours.ts';
export { clockJobs } from './clock/jobs.ts';
export { clockWord } from './clock/slack.ts';
export { dateIn } from './imports/cells.ts';
export { lifeJobs } from './life/jobs.ts';
export { messageJobs } from './life/messages/jobs.ts';
export { tradesOf } from './life/own-trades.ts';
export { scheduleSection, scheduleSurface, shiftsWord } from './life/slack/slack.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export type { ScheduleParts } from './parts.ts';
export { personalSchedule, shiftsToCome } from './person/about.ts';
export { carrySchedule } from './person/merging.ts';
export { seriesFollower } from './plan/periods/sync.ts';
export { openShiftsOfLeaver } from './plan/publishing/leaving.ts';
export { toldStarts } from './plan/publishing/starts.ts';
export { fewest, mayTell, type ToldSum, type Unknown } from './plan/small-groups.ts';
export { updateJobs } from './plan/updates/work-on.ts';
export { type LookReason, lookReasons, type Rate, type RateOf, type Wages } from './plan/wages.ts';
export { digitsOf } from './reports/money.ts';
export { scheduleRoutes } from './routes.ts';
export { startingRules } from './rules/effective-rules.ts';
export type { WorkRole } from './work/roles/role.ts';
export { listRoles, whoKnows } from './work/roles/store.ts';
export { changeKnown } from './work/roles/teaching.ts';

export const policies: PolicySet = { slice: 'schedule', file: new URL('./policy.cedar', import.meta.url) };
