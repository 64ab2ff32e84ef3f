import type { Tx } from '../../../platform/db/index.ts';
import { dayOfDate } from '../calendar/local.ts';
import type { ScheduleParts } from '../parts.ts';
import { dayIn } from '../work/settings/read-settings.ts';
import { accountingOf, type Settings } from '../work/settings/settings.ts';
import { type Days, daysBetween, daysOf, type Stretch } from './days.ts';

/** A stretch by its name, unless days are given. They were checked at the edge. */
export interface AskedDays {
  readonly stretch: Stretch;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The days that are asked for; what has a name is as it is today, where the organisation is. */
export async function daysAsked(
  { clock, people }: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  settings: Settings,
  { stretch, from, to }: AskedDays,
): Promise<Days> {
  const given = from === undefined || to === undefined ? null : daysBetween(from, to);
  if (given !== null) return given;
  const { timeZone } = await people.organisation(tx);
  return daysOf(stretch, dayOfDate(dayIn(timeZone, clock.now())) ?? 0, accountingOf(settings));
}
