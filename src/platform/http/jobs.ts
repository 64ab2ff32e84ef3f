import { z } from 'zod';
import type { OrgId } from '../db/index.ts';
import { handles, type JobHandler, jobKind } from '../jobs/index.ts';
import type { Repeats } from './repeats.ts';

const forgetAnswers = jobKind('http.forget_answers', z.object({}), { cron: '53 * * * *', atOnce: 1 });

/** Removes answers that are older than a day, also where no program asks any more. */
export function repeatJobs(
  repeats: Pick<Repeats, 'sweep'>,
  organisations: () => Promise<readonly OrgId[]>,
): readonly JobHandler[] {
  return [
    handles(forgetAnswers, async () => {
      for (const orgId of await organisations()) await repeats.sweep(orgId);
    }),
  ];
}
