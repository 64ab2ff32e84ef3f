import type { OrgId } from '../../../platform/db/index.ts';
import type { FeedParts } from '../feeds/parts.ts';

/** What the web app's routes need beyond the slice's own parts. */
export interface WebParts extends FeedParts {
  /** On the word of a member, which is recorded where it happens. */
  disconnectSlack(orgId: OrgId, personId: string): Promise<void>;
}
