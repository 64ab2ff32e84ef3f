import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { byPerson } from '../acts.ts';
import { dateWords } from '../calendar/describe.ts';
import { dayOfDate } from '../calendar/local.ts';
import type { ScheduleParts } from '../parts.ts';
import { placeOf } from '../work/roles/place-names.ts';
import type { WorkRole } from '../work/roles/role.ts';
import { targetOf } from '../work/roles/roles.ts';
import { listHolidays } from '../work/settings/store.ts';
import { putAmounts } from './change.ts';
import type { ForecastDay } from './forecast.ts';
import { type Past, pastOf } from './past.ts';
import { projectDay } from './project.ts';
import type { ProjectedAnswer, WantedProjection } from './shapes.ts';
import { forecastDays } from './show.ts';
import { measureOf } from './store.ts';

/** What becomes of a day. */
interface Projected {
  readonly day: string;
  readonly amounts: readonly (number | null)[];
  readonly basis: number;
  readonly changed: readonly number[];
  /** Numbers that a projection would have changed, had they not been typed or imported. */
  readonly kept: number;
}

/** Projects the forecast of a role from what was, and writes it where that is asked for. The role must be locked then. */
export async function projectForecast(
  parts: Pick<ScheduleParts, 'clock' | 'people' | 'audit'>,
  tx: Tx,
  { actor }: Asking,
  role: WorkRole,
  wanted: WantedProjection,
): Promise<ProjectedAnswer> {
  const { zone } = await placeOf(parts, tx, role);
  const measure = await measureOf(tx, role.id);
  const past = await pastOf(parts, tx, role, zone, measure, { ...wanted, before: wanted.from });
  const closed = (await listHolidays(tx, wanted.from, wanted.to)).filter(
    ({ locationId }) => locationId === null || locationId === role.locationId,
  );
  const holidays = new Set(closed.map(({ day }) => day));
  const days = (await forecastDays(tx, role.id, wanted)).map((one) =>
    projectedDay(one, holidays.has(one.day) ? [] : past.days, wanted.keepTyped),
  );
  const written = wanted.write ? await write(parts, tx, actor, role, days, wanted) : 0;
  return {
    days: days.map(({ day, amounts, basis }) => ({ day, amounts: [...amounts], basis })),
    words: wordsOf(past, wanted.weeks, days, holidays.size),
    written,
  };
}

/** What nothing is known of stays as it is. */
function projectedDay({ day, amounts, sources }: ForecastDay, past: Past['days'], keepTyped: boolean): Projected {
  const projection = projectDay(dayOfDate(day) ?? 0, past);
  const differing = projection.amounts.flatMap((amount, half) =>
    amount !== null && amount !== amounts[half] ? [half] : [],
  );
  const isKept = (half: number) => keepTyped && (sources[half] === 'typed' || sources[half] === 'imported');
  const changed = differing.filter((half) => !isKept(half));
  return {
    ...{ day, changed, basis: projection.basis, kept: differing.length - changed.length },
    amounts: amounts.map((amount, half) => (changed.includes(half) ? (projection.amounts[half] ?? null) : amount)),
  };
}

async function write(
  { audit }: Pick<ScheduleParts, 'audit'>,
  tx: Tx,
  actor: Asking['actor'],
  role: WorkRole,
  days: readonly Projected[],
  { source, weeks }: WantedProjection,
): Promise<number> {
  const changes = days.flatMap(({ day, changed, amounts }) =>
    changed.map((half) => ({ day, half, amount: amounts[half] ?? null })),
  );
  const written = await putAmounts(tx, role, { changes, source: 'projected' });
  const detail = { days: days.length, halfHours: written, source, weeks };
  const act = { action: 'schedule.forecast_projected', target: targetOf(role), detail } as const;
  await audit.append(tx, { ...byPerson(actor), ...act });
  return written;
}

function wordsOf(past: Past, weeks: number, days: readonly Projected[], holidays: number): string {
  const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
  const kept = days.reduce((sum, day) => sum + day.kept, 0);
  const without = days.filter(({ basis }) => basis === 0).length - holidays;
  const stretch = `from ${dateWords(past.from)} to ${dateWords(past.to)}`;
  return [
    `The mean of ${weeks === 1 ? 'the week' : `the ${weeks} weeks`} ${stretch}, by day of the week and half hour.`,
    past.holidays > 0
      ? `${counted(past.holidays, 'holiday')} in that time ${past.holidays === 1 ? 'is' : 'are'} left out.`
      : '',
    holidays > 0
      ? `${counted(holidays, 'holiday')} to come ${holidays === 1 ? 'stays' : 'stay'} as ${holidays === 1 ? 'it is' : 'they are'}.`
      : '',
    without > 0 ? `For ${counted(without, 'day')} there is nothing to go by.` : '',
    kept > 0 ? `${counted(kept, 'number')} that somebody typed or imported ${kept === 1 ? 'stays' : 'stay'}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
}
