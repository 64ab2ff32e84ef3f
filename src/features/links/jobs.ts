import { z } from 'zod';
import type { OrgId } from '../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../platform/jobs/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { checkDueDomains } from './domains/domains.ts';
import type { LinkWebParts } from './parts.ts';

/** Each hour: looks at the DNS of hosts that wait to be proved, and once a day at all others. */
const checkDomains = jobKind('links.check_domains', z.object({}), { cron: '23 * * * *', atOnce: 1, retries: 2 });

/** The jobs of this slice. `organisations` lists all organisations. */
export function linkJobs(
  parts: LinkWebParts & { readonly log: Log },
  organisations: () => Promise<readonly OrgId[]>,
): readonly JobHandler[] {
  return [
    handles(checkDomains, async () => {
      const checked = await checkDueDomains(parts, await organisations());
      parts.log.info({ event: 'links.domains_checked', checked });
    }),
  ];
}
