import type { GuardedRoute } from '../../platform/http/index.ts';
import { clockRoutes } from './clock/routes.ts';
import { feedRoutes } from './feeds/routes.ts';
import { forecastRoutes } from './forecast/routes.ts';
import { importRoutes } from './imports/routes.ts';
import { messageRoutes } from './life/messages/routes.ts';
import { lifeRoutes } from './life/routes.ts';
import type { ScheduleParts } from './parts.ts';
import { planRoutes } from './plan/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { staffRoutes } from './staff/routes.ts';
import { workRoutes } from './work/routes.ts';

/** Everything that the web app's Team pages ask for. */
export function scheduleRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    ...workRoutes(parts),
    ...importRoutes(parts),
    ...staffRoutes(parts),
    ...planRoutes(parts),
    ...forecastRoutes(parts),
    ...feedRoutes(parts),
    ...messageRoutes(parts),
    ...reportRoutes(parts),
    ...clockRoutes(parts),
    ...lifeRoutes(parts),
  ];
}
