import type { GuardedRoute } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { amountRoutes } from './forecast-routes.ts';
import { headcountRoutes } from './headcount-routes.ts';
import { importRoutes } from './imports/import-routes.ts';

/** How much work is to be expected, by role and half hour. */
export function forecastRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [...amountRoutes(parts), ...headcountRoutes(parts), ...importRoutes(parts)];
}
