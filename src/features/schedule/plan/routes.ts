import type { GuardedRoute } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { assigningRoutes } from './assigning/routes.ts';
import { periodRoutes } from './periods/routes.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { updateRoutes } from './updates/routes.ts';

/** Periods, who is on which shift, updates of the schedule, publishing, and what people see of their own. */
export function planRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [...periodRoutes(parts), ...assigningRoutes(parts), ...updateRoutes(parts), ...publishingRoutes(parts)];
}
