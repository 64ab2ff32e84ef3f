import type { GuardedRoute } from '../../platform/http/index.ts';
import type { ScheduleParts } from './parts.ts';

/** Everything that the web app's Team pages ask for. */
export function scheduleRoutes(_parts: ScheduleParts): readonly GuardedRoute[] {
  return [];
}
