import { startingRules } from '../src/features/schedule/index.ts';
import { type Database, type OrgId, sql, type Tx } from '../src/platform/db/index.ts';
import type { Vault } from '../src/platform/vault/index.ts';
import { company } from './company.ts';
import type { PastPerson } from './history-plan.ts';
import { insertRows, type Row } from './history-rows.ts';
import { type Chance, seededChance, seededId } from './seeded-chance.ts';
import { writeBands } from './team-bands.ts';
import { type Department, departments, jobs, locations, qualifications, type Worker, workers } from './team-company.ts';
import { planForecasts } from './team-forecast.ts';
import { writePay } from './team-pay.ts';
import { jobNamed, type PlannedPeriod, type PlannedSeries, type TeamPlan } from './team-plan.ts';
import { writeProcesses } from './team-processes.ts';
import { writeRaises } from './team-raises.ts';
import { writeReview } from './team-review.ts';

const dayMs = 86_400_000;
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Whoever published: the colleague who is there from the first day. */
const publisherName = 'Dora Novak';

interface Setting {
  readonly tx: Tx;
  readonly chance: Chance;
  readonly now: Date;
  readonly begun: Date;
  /** Ids by name, of what was written so far. */
  readonly ids: Map<string, string>;
}

/** Writes who worked where: places, roles with their calendars, people's own data, and every fortnight with what was told. */
export async function writeTeam(
  { db, vault }: { readonly db: Database; readonly vault: Vault },
  orgId: OrgId,
  known: readonly PastPerson[],
  plan: TeamPlan,
  now: Date,
): Promise<void> {
  await db.inOrg(orgId, async (tx) => {
    // The organisation's own row comes with its founding, which everything here would refer to.
    await tx.asLogin((login) => sql`set local session_replication_role = replica`.execute(login));
    const begun = new Date(now.getTime() - 380 * dayMs);
    const setting: Setting = { tx, chance: seededChance(7), now, begun, ids: new Map() };
    await writePlaces(setting);
    await writePeople(setting, known);
    await writeRoles(setting, vault, plan.series);
    await writePay(setting, vault, (name) => idOf(setting, 'person', name));
    await writeRaises(setting, vault, (kind, name) => idOf(setting, kind, name));
    await writeReview(setting, vault, (kind, name) => idOf(setting, kind, name));
    await writeBands(setting, (kind, name) => idOf(setting, kind, name));
    await writeWishes(setting, plan);
    for (const period of plan.periods) await writePeriod(setting, period);
    await writeForecasts(setting);
    await writeProcesses({ ...setting, idOf: (kind, name) => idOf(setting, kind, name) });
  });
}

function idOf({ ids }: Pick<Setting, 'ids'>, kind: string, name: string): string {
  const id = ids.get(`${kind} ${name}`);
  if (id === undefined) throw new Error(`The sample company has no ${kind} ${name}.`);
  return id;
}

function named({ chance, ids, begun }: Setting, kind: string, name: string): string {
  const id = seededId(chance, begun);
  ids.set(`${kind} ${name}`, id);
  return id;
}

async function writePlaces(setting: Setting): Promise<void> {
  const { tx, begun: created_at } = setting;
  const place = (kind: string) => (name: string) => ({ id: named(setting, kind, name), name, created_at });
  await insertRows(tx, 'departments', departments.map(place('department')));
  await insertRows(
    tx,
    'locations',
    locations.map(({ name, timeZone }) => ({ ...place('location')(name), time_zone: timeZone })),
  );
  await insertRows(
    tx,
    'qualifications',
    qualifications.map(({ name, description, expires }) => ({ ...place('qualification')(name), description, expires })),
  );
}

const locationOf: Readonly<Record<Department, string | null>> = {
  Workshop: 'Boatyard',
  Shop: 'Quay shop',
  Café: 'Café Pine',
  Office: null,
};

/** Everybody who works shifts. Those who are in Slack too are there already; the others need no Slack for it. */
async function writePeople(setting: Setting, known: readonly PastPerson[]): Promise<void> {
  const { tx, ids, begun, now } = setting;
  for (const { id, name } of known) ids.set(`person ${name}`, id);
  const others = workers.filter(({ name }) => !ids.has(`person ${name}`));
  const at = { joined_at: begun, created_at: begun };
  await insertRows(
    tx,
    'people',
    others.map(({ name }) => ({
      id: named(setting, 'person', name),
      name,
      roles: ['employee'],
      state: 'active',
      ...at,
    })),
  );
  const person = ({ name }: Worker) => ({ person_id: idOf(setting, 'person', name), relation: 'works' });
  await insertRows(
    tx,
    'person_departments',
    workers.map((one) => ({ ...person(one), department_id: idOf(setting, 'department', one.department) })),
  );
  await insertRows(
    tx,
    'person_locations',
    workers.flatMap((one) => {
      const place = locationOf[one.department];
      return place === null ? [] : [{ ...person(one), location_id: idOf(setting, 'location', place) }];
    }),
  );
  const held = workers.flatMap(({ name, knows }, index) =>
    [...new Set(knows.flatMap((one) => jobNamed(one).asks ?? []))].map((qualification) => ({
      person_id: idOf(setting, 'person', name),
      qualification_id: idOf(setting, 'qualification', qualification),
      // One of them is soon to be renewed.
      expires_on: new Date(now.getTime() + (25 + index * 19) * dayMs).toISOString().slice(0, 10),
    })),
  );
  await insertRows(tx, 'held_qualifications', held);
}

async function writeRoles(setting: Setting, vault: Vault, series: readonly PlannedSeries[]): Promise<void> {
  const { tx, chance, begun, now } = setting;
  const rows: Row[] = [];
  for (const { name, location, department, colour, importance, rate } of jobs) {
    const id = named(setting, 'role', name);
    const place = { table: 'work_roles', column: 'rate_sealed', rowId: id };
    rows.push({
      ...{ id, name, colour, importance, created_at: begun, rate_sealed: await vault.seal(tx, place, String(rate)) },
      location_id: idOf(setting, 'location', location),
      department_id: idOf(setting, 'department', department),
    });
  }
  await insertRows(tx, 'work_roles', rows);
  const asked = jobs.flatMap(({ name, asks }) =>
    asks === null
      ? []
      : [
          {
            role_id: idOf(setting, 'role', name),
            qualification_id: idOf(setting, 'qualification', asks),
            condition: 'must_have',
          },
        ],
  );
  await insertRows(tx, 'role_conditions', asked);
  const knowing = workers.flatMap((worker) =>
    worker.knows.map((job, index) => ({ worker, role_id: idOf(setting, 'role', job), rank: index + 1 })),
  );
  const person = ({ name }: Worker) => idOf(setting, 'person', name);
  await insertRows(
    tx,
    'role_people',
    knowing.map(({ worker, role_id }) => ({ id: seededId(chance, begun), role_id, person_id: person(worker) })),
  );
  await insertRows(
    tx,
    'ranks',
    knowing.map(({ worker, role_id, rank }) => ({ role_id, person_id: person(worker), weekday: -1, rank })),
  );
  const written = { created_at: begun, changed_at: begun, zone: company.timeZone };
  await insertRows(
    tx,
    'calendar_series',
    series.map(({ id, job, start, pattern }) => ({
      ...{ id, ...written, role_id: idOf(setting, 'role', job), starts: start, minutes: pattern.minutes },
      rule: JSON.stringify(weekly(pattern.days)),
      payload: JSON.stringify({ needs: pattern.needs, breakMinutes: pattern.breakMinutes, label: pattern.label }),
    })),
  );
  const settings = {
    ...{ period_from: series[0]?.start.slice(0, 10), rules: JSON.stringify(startingRules), packs: ['eu_working_time'] },
    weights: JSON.stringify({ rank: 40, preference: 60, fairness: 60, cost: 30, overtime: 60, stability: 50 }),
    changed_at: now,
  };
  await insertRows(tx, 'schedule_settings', [settings]);
}

/** Every week on these days (Monday is 0), without an end. */
const weekly = (days: readonly number[]) => ({
  repeat: { every: 'week', interval: 1, days: days.map((day) => weekdays[day]), weekStart: 'MO' },
  ends: { kind: 'never' },
});

/** When people can work, what they want, and when they are off. */
async function writeWishes(setting: Setting, { firstDay, absences }: TeamPlan): Promise<void> {
  const { tx, chance, begun } = setting;
  const said = workers.flatMap(({ name, weekly: week }) => {
    if (week === null) return [];
    const [days, kind] = 'not' in week ? [week.not, 'unavailable'] : [week.only, 'available'];
    return days.map((day) => {
      const date = Temporal.PlainDate.from(firstDay).add({ days: day });
      return {
        ...{ id: seededId(chance, begun), person_id: idOf(setting, 'person', name), zone: company.timeZone },
        ...{ starts: `${date}T00:00`, minutes: 1440, rule: JSON.stringify(weekly([day])) },
        ...{ payload: JSON.stringify({ kind }), created_at: begun, changed_at: begun },
      };
    });
  });
  await insertRows(tx, 'calendar_series', said);
  const wishes = workers.map(({ name, wants, knows }, index) => ({
    ...{ person_id: idOf(setting, 'person', name), wanted_minutes: wants * 60, extra_shifts: index % 3 !== 0 },
    likings: JSON.stringify(
      index % 4 === 0 ? [{ roleId: idOf(setting, 'role', knows[0] ?? ''), weekday: 4, part: 'late', liking: -1 }] : [],
    ),
    changed_at: begun,
  }));
  await insertRows(tx, 'preferences', wishes);
  const kinds = [
    { name: 'Holiday', colour: 'teal', accrual: 'year', minutes_a_year: 28 * 480 },
    { name: 'Illness', colour: 'orange', accrual: 'none', minutes_a_year: 0 },
  ].map((kind) => ({ ...kind, id: named(setting, 'kind', kind.name), day_minutes: 480, created_at: begun }));
  await insertRows(tx, 'time_off_kinds', kinds);
  const requests = absences.map((one) => absenceRow(setting, one));
  await insertRows(tx, 'time_off_requests', requests);
  const used = requests.filter(({ state }) => state === 'approved');
  await insertRows(
    tx,
    'time_off_entries',
    used.map((one) => ({
      ...{ id: seededId(chance, one.asked_at), person_id: one.person_id, kind_id: one.kind_id, entry: 'used' },
      ...{ minutes: -one.minutes, request_id: one.id, day: one.starts.slice(0, 10), made_at: one.decided_at },
    })),
  );
}

function absenceRow(setting: Setting, { id, name, from, to, state, askedAt }: TeamPlan['absences'][number]) {
  const [first, after] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to).add({ days: 1 })];
  const at = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(company.timeZone).epochMilliseconds);
  const days = Array.from({ length: first.until(after).days }, (_, index) => first.add({ days: index }));
  const person_id = idOf(setting, 'person', name);
  const isDecided = state === 'approved';
  return {
    ...{ id, person_id, kind_id: idOf(setting, 'kind', 'Holiday'), zone: company.timeZone, state },
    ...{ starts: `${first}T00:00`, ends: `${after}T00:00`, starts_at: at(first), ends_at: at(after) },
    minutes: days.filter((day) => day.dayOfWeek < 6).length * 480,
    ...{ asked_by: person_id, asked_at: askedAt },
    decided_by: isDecided ? idOf(setting, 'person', publisherName) : null,
    decided_at: isDecided ? new Date(askedAt.getTime() + dayMs) : null,
  };
}

async function writePeriod(setting: Setting, { id, firstDay, shifts, publishedAt }: PlannedPeriod): Promise<void> {
  const { tx, chance, now } = setting;
  const made = publishedAt ?? now;
  await insertRows(tx, 'periods', [{ id, first_day: firstDay, days: 14, created_at: made }]);
  await insertRows(
    tx,
    'shifts',
    shifts.map(({ id: shiftId, series, day, startsAt, endsAt }) => ({
      ...{ id: shiftId, period_id: id, role_id: idOf(setting, 'role', series.job), series_id: series.id, day },
      ...{ occurrence: `${day}T${series.pattern.at}`, zone: company.timeZone, starts_at: startsAt, ends_at: endsAt },
      ...{ needs: series.pattern.needs, break_minutes: series.pattern.breakMinutes, label: series.pattern.label },
    })),
  );
  const given = shifts.flatMap(({ people, ...shift }) => people.map((name) => ({ name, ...shift })));
  await insertRows(
    tx,
    'assignments',
    given.map(({ name, id: shiftId, startsAt, endsAt }) => ({
      ...{ id: seededId(chance, made), shift_id: shiftId, person_id: idOf(setting, 'person', name), made_by: 'solver' },
      ...{ starts_at: startsAt, ends_at: endsAt, created_at: made },
    })),
  );
  if (publishedAt === null) return;
  const publication = seededId(chance, publishedAt);
  await insertRows(tx, 'publications', [
    {
      ...{ id: publication, period_id: id, number: 1, kind: 'publish', published_at: publishedAt },
      published_by: idOf(setting, 'person', publisherName),
    },
  ]);
  await insertRows(
    tx,
    'published_shifts',
    given.map(({ name, id: shiftId, series, startsAt, endsAt }) => ({
      ...{ id: seededId(chance, publishedAt), publication_id: publication, period_id: id, shift_id: shiftId },
      ...{
        person_id: idOf(setting, 'person', name),
        role_id: idOf(setting, 'role', series.job),
        zone: company.timeZone,
      },
      ...{ starts_at: startsAt, ends_at: endsAt, break_minutes: series.pattern.breakMinutes },
      // Some look at once, some later, a few not at all.
      seen_at: chance.next() < 0.93 ? new Date(publishedAt.getTime() + chance.between(1, 40) * 3_600_000) : null,
    })),
  );
}

/** How much is expected where guests, orders and customers are counted. */
async function writeForecasts(setting: Setting): Promise<void> {
  const { tx, now } = setting;
  const forecasts = planForecasts(now).map((one) => ({ ...one, role_id: idOf(setting, 'role', one.job) }));
  const hundredths = (amount: number | null) => (amount === null ? null : Math.round(amount * 100));
  await insertRows(
    tx,
    'forecast_measures',
    forecasts.map(({ role_id, unit, perPerson }) => ({
      role_id,
      unit,
      per_person: hundredths(perPerson),
      revision: 1,
    })),
  );
  await insertRows(
    tx,
    'forecasts',
    forecasts.flatMap(({ role_id, days }) =>
      days.map(({ day, amounts, source }) => ({
        ...{ role_id, day, amounts: amounts.map(hundredths) },
        sources: amounts.map((amount) => (amount === null ? null : source)),
      })),
    ),
  );
}
