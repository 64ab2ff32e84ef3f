import type { GuardedRoute } from '../../platform/http/index.ts';
import type { LinkWebParts } from './parts.ts';
import { domainRoutes } from './routes/domains.ts';
import { linkRoutes as oneByOne } from './routes/links.ts';

/** Everything that the web app asks about short links. */
export function linkRoutes(parts: LinkWebParts): readonly GuardedRoute[] {
  return [...oneByOne(parts), ...domainRoutes(parts)];
}
