import type { GuardedRoute } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { claimRoutes } from './claims/routes.ts';
import { offerRoutes } from './offers/routes.ts';

/** Trades and open shifts. */
export function lifeRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [...offerRoutes(parts), ...claimRoutes(parts)];
}
