/**
 * Pay: what people earn, from when, and who said so. Wages are never rewritten: what was wrong is corrected by an entry that
 * names it. Amounts are sealed; the person sees their own, and whoever else looks says why and is written down.
 */
import type { PolicySet } from '../../platform/policy/index.ts';

export { acts } from './acts.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export type { PayParts } from './parts.ts';
export { type Proposed, propose, type RaiseParts, type Wanted } from './raises/proposing.ts';
export { raisesOfLeaver } from './raises/told.ts';
export { raiseJobs } from './raises/watching.ts';
export { payRoutes } from './routes.ts';
export { wagesForSchedule } from './wages/for-schedule.ts';
export { carryPay, payHeld } from './wages/held.ts';

export const policies: PolicySet = { slice: 'pay', file: new URL('./policy.cedar', import.meta.url) };
