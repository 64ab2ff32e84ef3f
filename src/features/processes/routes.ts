import type { GuardedRoute } from '../../platform/http/index.ts';
import type { ProcessParts } from './parts.ts';
import { pictureRoutes } from './pictures/routes.ts';
import { readingRoutes } from './reading/routes.ts';
import { runRoutes } from './runs/routes.ts';
import { triggerRoutes } from './triggers/routes.ts';
import { readRoutes } from './writing/read-routes.ts';
import { writeRoutes } from './writing/write-routes.ts';

/** Everything that the web app's pages of processes ask for. */
export function processRoutes(parts: ProcessParts): readonly GuardedRoute[] {
  return [
    ...[...readRoutes(parts), ...writeRoutes(parts), ...pictureRoutes(parts), ...runRoutes(parts)],
    ...[...readingRoutes(parts), ...triggerRoutes(parts)],
  ];
}
