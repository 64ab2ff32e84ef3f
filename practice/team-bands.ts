import type { Tx } from '../src/platform/db/index.ts';
import { insertRows, type Row } from './history-rows.ts';
import { type Chance, seededId } from './seeded-chance.ts';
import { type Job, jobs, workers } from './team-company.ts';

interface Setting {
  readonly tx: Tx;
  readonly chance: Chance;
  readonly now: Date;
  readonly begun: Date;
}

const dayMs = 86_400_000;
const dayOf = (at: Date) => at.toISOString().slice(0, 10);

/** Who is to get a first title by a promotion that is proposed or was. */
const withoutTitle = ['Ben Carter', 'Zoe Martin', 'Sam Whitfield'];

/** Whom Dora manages: the workshop, and those who lead the café's kitchen and the shop. */
const isDoras = (name: string, department: string) =>
  name !== 'Dora Novak' && (department === 'Workshop' || withoutTitle.includes(name));

/** Everybody's title, manager, seniority and kind of employment, and what each title may earn. */
export async function writeBands(setting: Setting, idOf: (kind: string, name: string) => string): Promise<void> {
  const { tx, now } = setting;
  const profiles = workers.map(({ name, department, knows, wants }, index) => ({
    person_id: idOf('person', name),
    title: withoutTitle.includes(name) ? null : knows[0],
    manager_id: isDoras(name, department) ? idOf('person', 'Dora Novak') : null,
    seniority: ['Junior', 'Experienced', 'Senior'][index % 3],
    employment_kind: wants >= 36 ? 'full_time' : 'part_time',
  }));
  await insertRows(tx, 'profiles', profiles);
  const by = { changed_by: idOf('person', 'Tom Okafor'), changed_at: now };
  const rows = jobs.flatMap((job) => bandsOf(setting, job, idOf).map((row) => ({ ...row, ...by })));
  await insertRows(tx, 'pay_bands', rows);
}

/** One for everywhere, which went up this year; the café has one of its own for baristas. */
function bandsOf({ chance, now, begun }: Setting, job: Job, idOf: (kind: string, name: string) => string): Row[] {
  const raised = new Date(now.getTime() - 120 * dayMs);
  const band = (from: Date, more: number, given: Row = {}): Row => ({
    ...{ id: seededId(chance, from), title: job.name, title_key: job.name.toLowerCase(), location_id: null },
    ...{ from_day: dayOf(from), until_day: null, currency: 'USD', per: 'hour', weekly_minutes: null },
    ...{ low: job.rate - 50 + more, middle: job.rate + 80 + more, high: job.rate + 210 + more },
    ...given,
  });
  const before = band(begun, -40, { until_day: dayOf(new Date(raised.getTime() - dayMs)) });
  const own = job.name === 'Barista' ? [band(raised, 60, { location_id: idOf('location', job.location) })] : [];
  return [before, band(raised, 0), ...own];
}
