import type { GuardedRoute } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { balanceRoutes } from './time-off/balance-routes.ts';
import { kindRoutes } from './time-off/kind-routes.ts';
import { requestRoutes } from './time-off/request-routes.ts';
import { wishRoutes } from './wishes/wish-routes.ts';

/** What people say of themselves, and what is decided about them: wishes, rules of their own, time off. */
export function staffRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [...wishRoutes(parts), ...kindRoutes(parts), ...requestRoutes(parts), ...balanceRoutes(parts)];
}
