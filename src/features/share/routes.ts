import type { GuardedRoute } from '../../platform/http/index.ts';
import { composingRoutes } from './routes/composing.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import type { WebParts } from './routes/parts.ts';
import { requestRoutes } from './routes/requests.ts';
import { slackConnectionRoutes } from './routes/slack-connection.ts';

export type { WebParts } from './routes/parts.ts';

/** Everything that the web app's Share pages ask for. */
export function shareRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [
    ...composingRoutes(parts),
    ...requestRoutes(parts),
    ...dashboardRoutes(parts),
    ...slackConnectionRoutes(parts),
  ];
}
