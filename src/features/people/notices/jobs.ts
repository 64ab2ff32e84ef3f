import { z } from 'zod';
import { jobKind } from '../../../platform/jobs/index.ts';
import { noticeMethods } from './notice.ts';

const notice = z.object({ orgId: z.uuid(), noticeId: z.uuid() });

/** Brings one notice to its person by one method. After two minutes of failures it goes another way. */
export const deliverNotice = jobKind('people.deliver_notice', notice.extend({ method: z.enum(noticeMethods) }), {
  atOnce: 4,
  retries: 6,
});

/** Brings a notice's message in Slack up to date with what the notice says now. */
export const refreshNotice = jobKind('people.refresh_notice', notice);

/** Once a day: removes notices of which sixty days have passed. */
export const sweepNotices = jobKind('people.sweep_notices', z.object({}), { cron: '23 3 * * *', atOnce: 1 });
