import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { byPerson } from '../acts.ts';
import type { ScheduleParts } from '../parts.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { targetOf } from '../work/roles/roles.ts';
import { type AmountChange, changedDays, type Measure, type Source } from './forecast.ts';
import { forecastsOf, measureOf, putForecasts, putMeasure } from './store.ts';

type Parts = Pick<ScheduleParts, 'audit'>;

/** What is written at once, and where its numbers are from. */
export interface Amounts {
  readonly changes: readonly AmountChange[];
  readonly source: Source;
}

/** Writes numbers into the forecast of a role, which must be locked; gives how many half hours differ now. */
export async function putAmounts(tx: Tx, role: WorkRole, { changes, source }: Amounts): Promise<number> {
  const on = changes.map(({ day }) => day).toSorted();
  const [from, to] = [on[0], on.at(-1)];
  if (from === undefined || to === undefined) return 0;
  const before = await forecastsOf(tx, role.id, { from, to });
  const days = changedDays(before, changes, source);
  if (days.length === 0) return 0;
  await putForecasts(tx, role.id, days);
  const measure = await measureOf(tx, role.id);
  await putMeasure(tx, role.id, { ...measure, revision: measure.revision + 1 });
  const was = new Map(before.map((one) => [one.day, one]));
  const differing = days.flatMap(({ day, amounts }) =>
    amounts.filter((amount, half) => amount !== (was.get(day)?.amounts[half] ?? null)),
  );
  return differing.length;
}

/** Writes what somebody typed. */
export async function typeAmounts(
  { audit }: Parts,
  tx: Tx,
  { actor }: Asking,
  role: WorkRole,
  changes: readonly AmountChange[],
): Promise<void> {
  const changed = await putAmounts(tx, role, { changes, source: 'typed' });
  const detail = { days: new Set(changes.map(({ day }) => day)).size, halfHours: changed };
  const act = { action: 'schedule.forecast_changed', target: targetOf(role), detail } as const;
  await audit.append(tx, { ...byPerson(actor), ...act });
}

/** Sets in what the demand of a role, which must be locked, is counted. */
export async function setMeasure(
  { audit }: Parts,
  tx: Tx,
  { actor }: Asking,
  role: WorkRole,
  wanted: Measure,
): Promise<void> {
  const { revision } = await measureOf(tx, role.id);
  await putMeasure(tx, role.id, { ...wanted, revision: revision + 1 });
  const act = { action: 'schedule.forecast_measure_changed', target: targetOf(role) } as const;
  await audit.append(tx, { ...byPerson(actor), ...act });
}
