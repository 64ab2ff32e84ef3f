import { formatDateTime } from '../../../../web/zoned-time.ts';
import type { ReviewStep } from './review-api.ts';

/** What happened in a step, as a sentence. */
export function stepWords({ what, by, sendAt }: ReviewStep, timeZone: string): string {
  const when = sendAt === null ? '' : `, to go out ${formatDateTime(sendAt, timeZone)}`;
  switch (what) {
    case 'submitted':
      return `${by} sent it for review${when}`;
    case 'approved':
      return `${by} approved it`;
    case 'changes_asked':
      return `${by} asked for changes`;
    case 'withdrawn':
      return `${by} made it a draft again`;
    case 'edited':
      return `${by} changed it, so that it needs a review again`;
    case 'switched_on':
      return `${by} made approval required; this was planned and stays so`;
    case 'switched_off':
      return `${by} made approval unnecessary, so it is a draft that can be sent`;
  }
}
