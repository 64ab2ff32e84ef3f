import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { periodOf } from '../../rules/accounting.ts';
import { readSettings } from '../../work/settings/read-settings.ts';
import { accountingOf } from '../../work/settings/settings.ts';
import type { Period } from '../plan.ts';
import { copyOrder } from './copy-order.ts';
import { insertPeriod, lockPeriods, lockWriting, periodsBetween } from './store.ts';
import { syncShifts } from './sync.ts';

export type Opened =
  | { readonly period: Period; readonly isNew: boolean; readonly findings: readonly string[] }
  | { readonly refused: 'not_a_period' | 'overlaps'; readonly sentence: string };

/** Opens the period that begins on a day: writes down its shifts. Asked again, or by two at once, it is opened once. */
export async function openPeriod(
  parts: Pick<ScheduleParts, 'clock' | 'people' | 'audit' | 'jobs'>,
  tx: Tx,
  firstDay: string,
): Promise<Opened> {
  // Locked, so that nobody changes the length of periods meanwhile, and of two who open one the second finds it.
  const accounting = accountingOf(await readSettings(parts, tx, true));
  const first = dayOfDate(firstDay);
  if (first === null || periodOf(first, accounting) !== first) {
    const near = first === null ? '' : ` One begins on ${dateOf(periodOf(first, accounting))}.`;
    return { refused: 'not_a_period', sentence: `No period begins on ${firstDay}.${near}` };
  }
  const days = accounting.periodWeeks * 7;
  const sharing = await periodsBetween(tx, firstDay, dateOf(first + days - 1));
  const present = sharing.find((period) => period.firstDay === firstDay);
  if (present !== undefined) return { period: present, isNew: false, findings: [] };
  const other = sharing[0];
  if (other !== undefined) {
    const sentence = `These days belong to the period of ${other.days} days from ${other.firstDay} already.`;
    return { refused: 'overlaps', sentence };
  }
  await lockWriting(tx);
  const period: Period = { id: newId(parts.clock), firstDay, days, revision: 1 };
  await insertPeriod(tx, period, parts.clock.now());
  await lockPeriods(tx);
  const findings = await syncShifts(parts, tx, { periods: [period], past: true });
  await copyOrder(tx, period);
  return { period, isNew: true, findings };
}
