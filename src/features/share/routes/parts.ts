import type { OrgId } from '../../../platform/db/index.ts';
import type { Egress } from '../../../platform/egress/index.ts';
import type { SlackStatus } from '../../../platform/slack/index.ts';
import type { ShareParts } from '../parts.ts';

/** What the web app's routes need beyond the slice's own parts. */
export interface WebParts extends ShareParts {
  readonly egress: Pick<Egress, 'readPreview'>;
  slackStatus(orgId: OrgId): Promise<SlackStatus>;
  /** On the word of a member, which is recorded where it happens. */
  disconnectSlack(orgId: OrgId, personId: string): Promise<void>;
}
