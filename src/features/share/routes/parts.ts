import type { OrgId } from '../../../platform/db/index.ts';
import type { FeedParts } from '../feeds/parts.ts';
import type { Rewriter } from '../rewriting/rewriter.ts';
import type { UploadLimits } from '../videos/limits.ts';

/** What the web app's routes need beyond the slice's own parts. */
export interface WebParts extends FeedParts {
  readonly videoLimits: UploadLimits;
  /** Null where the operator has set none up. */
  readonly rewriter: Rewriter | null;
  /** On the word of a member, which is recorded where it happens. */
  disconnectSlack(orgId: OrgId, personId: string): Promise<void>;
}
