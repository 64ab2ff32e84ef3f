import type { OrgId } from '../../../platform/db/index.ts';
import type { Egress } from '../../../platform/egress/index.ts';
import type { SlackStatus } from '../../../platform/slack/index.ts';
import type { ShareParts } from '../parts.ts';

/** What feeds need beyond the slice's own parts: the way out to addresses that publishers give. */
export interface FeedParts extends ShareParts {
  readonly egress: Pick<Egress, 'readPreview' | 'fetch'>;
  slackStatus(orgId: OrgId): Promise<SlackStatus>;
}
