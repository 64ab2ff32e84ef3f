import type { GuardedRoute } from '../../../platform/http/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { orderRoutes } from './roles/order-routes.ts';
import { rateRoutes } from './roles/rate-routes.ts';
import { rolePeopleRoutes } from './roles/role-people-routes.ts';
import { roleRoutes } from './roles/role-routes.ts';
import { calendarRoutes } from './series/calendar-routes.ts';
import { seriesRoutes } from './series/series-routes.ts';
import { holidayRoutes } from './settings/holiday-routes.ts';
import { settingsRoutes } from './settings/settings-routes.ts';

/** Describing the work: settings, holidays, roles with who knows them, calendars. */
export function workRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    ...settingsRoutes(parts),
    ...holidayRoutes(parts),
    ...roleRoutes(parts),
    ...rolePeopleRoutes(parts),
    ...rateRoutes(parts),
    ...orderRoutes(parts),
    ...calendarRoutes(parts),
    ...seriesRoutes(parts),
  ];
}
