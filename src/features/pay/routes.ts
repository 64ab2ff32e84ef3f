import type { GuardedRoute } from '../../platform/http/index.ts';
import { equityRoutes } from './bands/equity/routes.ts';
import { bandRoutes } from './bands/routes.ts';
import { cycleRoutes } from './cycles/routes.ts';
import type { PayParts } from './parts.ts';
import { raiseRoutes } from './raises/routes.ts';
import { paySettingRoutes } from './settings/routes.ts';
import { wageImportRoutes } from './wages/imports/import-routes.ts';
import { wageRoutes } from './wages/routes.ts';

/** Everything that is asked about pay. */
export function payRoutes(parts: PayParts): readonly GuardedRoute[] {
  return [
    ...[...wageRoutes(parts), ...wageImportRoutes(parts), ...paySettingRoutes(parts)],
    ...[...raiseRoutes(parts), ...bandRoutes(parts), ...equityRoutes(parts)],
    ...cycleRoutes(parts),
  ];
}
