import type { GuardedRoute } from '../../platform/http/index.ts';
import { campaignRoutes } from './campaigns/routes.ts';
import { digestRoutes } from './digest/routes.ts';
import { disclosureRoutes } from './disclosure/routes.ts';
import { feedActRoutes } from './feeds/routes/feed-acts.ts';
import { feedRoutes } from './feeds/routes/feeds.ts';
import { itemRoutes } from './feeds/routes/items.ts';
import { feedPreviewRoute } from './feeds/routes/preview.ts';
import { pacingRoutes } from './pacing/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { rewritingRoutes } from './rewriting/routes.ts';
import { composingRoutes } from './routes/composing.ts';
import { dashboardRoutes } from './routes/dashboard.ts';
import { networkSetupRoutes } from './routes/network-setup.ts';
import { networkRoutes } from './routes/networks.ts';
import type { WebParts } from './routes/parts.ts';
import { planningRoutes } from './routes/planning.ts';
import { postRoute } from './routes/posts.ts';
import { requestRoutes } from './routes/requests.ts';
import { reviewRoutes } from './routes/reviews.ts';
import { slackConnectionRoutes } from './routes/slack-connection.ts';
import { topicRoutes } from './topics/routes.ts';
import { utmTemplateRoutes } from './utm-templates/routes.ts';
import { videoRoutes } from './videos/routes.ts';

export type { WebParts } from './routes/parts.ts';

/** Everything that the web app's Share pages ask for. */
export function shareRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [
    ...composingRoutes(parts),
    ...videoRoutes(parts),
    postRoute(parts),
    ...reviewRoutes(parts),
    ...planningRoutes(parts),
    ...pacingRoutes(parts),
    ...networkRoutes(parts),
    ...disclosureRoutes(parts),
    ...rewritingRoutes(parts),
    ...requestRoutes(parts),
    ...campaignRoutes(parts),
    ...topicRoutes(parts),
    ...utmTemplateRoutes(parts),
    ...dashboardRoutes(parts),
    ...reportRoutes(parts),
    ...digestRoutes(parts),
    ...slackConnectionRoutes(parts),
    feedPreviewRoute(parts),
    ...feedRoutes(parts),
    ...feedActRoutes(parts),
    ...itemRoutes(parts),
    ...networkSetupRoutes(parts),
  ];
}
