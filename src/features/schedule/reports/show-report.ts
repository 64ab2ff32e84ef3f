import type { Tx } from '../../../platform/db/index.ts';
import { byPerson } from '../acts.ts';
import type { ScheduleParts } from '../parts.ts';
import { plans, type Scheduler } from '../plan/reach.ts';
import type { LookReason } from '../plan/wages.ts';
import { listRoles } from '../work/roles/store.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import { daysAsked } from './asked-days.ts';
import { changesIn } from './changes.ts';
import { coverageOf, type Demand } from './coverage.ts';
import { datesOf } from './days.ts';
import { fairnessOf } from './fairness.ts';
import { fillOf } from './filled.ts';
import { hoursOf } from './hours.ts';
import { loadDemands } from './load-demands.ts';
import { loadReport, type Reported } from './load-report.ts';
import type { ReportAnswer, ReportQuery } from './shapes.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'vault' | 'wages' | 'audit'>;

/** What somebody may read of a stretch of days. That it tells what single people cost is recorded. */
export async function showReport(parts: Parts, tx: Tx, who: Scheduler, query: ReportQuery): Promise<ReportAnswer> {
  const settings = await readSettings(parts, tx);
  const { currency } = await parts.people.organisation(tx);
  const days = await daysAsked(parts, tx, settings, query);
  const pays = who.allowed('schedule.rates', { type: 'Organisation', id: who.actor.orgId, orgId: who.actor.orgId });
  const reported = await loadReport(parts, tx, who, settings, days, {
    ...query,
    pays,
    exact: pays && query.reason !== undefined,
  });
  if (reported.exact && query.reason !== undefined) await recordCosts(parts, tx, who, reported, query.reason);
  return {
    ...datesOf(days),
    ...{ currency, exact: reported.exact, pays, timeClock: settings.timeClock },
    choices: await choicesOf(tx, who, reported),
    ...tablesOf(reported, await loadDemands(parts, tx, reported)),
  };
}

/** That somebody read what people cost, once as it was asked, and once for each of them. */
async function recordCosts(
  { audit, wages }: Parts,
  tx: Tx,
  { actor }: Scheduler,
  reported: Reported,
  reason: LookReason,
): Promise<void> {
  const people = new Set([...reported.planned, ...(reported.worked ?? [])].map(({ personId }) => personId));
  await audit.append(tx, {
    ...byPerson(actor),
    action: 'schedule.costs_read',
    target: { type: 'organisation', id: actor.orgId },
    detail: { ...datesOf(reported), people: people.size },
  });
  await wages.recordLooks(tx, actor, people, { reason, where: 'schedule_report' });
}

function tablesOf(reported: Reported, demands: readonly Demand[]) {
  const { places, roles } = reported;
  const known = new Map(roles.map((role) => [role.id, role]));
  const hours = hoursOf(reported);
  const fairness = fairnessOf(reported);
  const filled = fillOf(reported);
  const changes = changesIn(reported);
  const coverage = coverageOf(demands);
  const named = <Row extends { readonly roleId: string | null }>(row: Row) => {
    const role = known.get(row.roleId ?? '');
    return { ...row, name: role?.name ?? 'No role', locationName: places.get(role?.locationId ?? '') ?? '' };
  };
  return {
    totals: hours.totals,
    people: [...hours.people],
    roles: hours.roles.map(({ locationId: _, ...row }) => named(row)),
    locations: hours.locations
      .map((row) => ({ ...row, name: places.get(row.locationId ?? '') ?? 'No location' }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en')),
    fairness: { people: [...fairness.people], spread: fairness.spread },
    filled: { totals: filled.totals, roles: filled.roles.map(named), weekdays: [...filled.weekdays] },
    coverage: { totals: coverage.totals, roles: coverage.roles.map(named) },
    changes: { ...changes, roles: changes.roles.map(named) },
  };
}

/** What the reader can narrow a report to: whatever they asked for, all of their reach. */
async function choicesOf(tx: Tx, who: Scheduler, { pays, places }: Reported): Promise<ReportAnswer['choices']> {
  const roles = (await listRoles(tx)).filter((role) => pays || plans(who, role));
  const placesAmong = (ids: readonly (string | null)[]) =>
    [...places].filter(([id]) => ids.includes(id)).map(([id, name]) => ({ id, name }));
  return {
    roles: roles.map(({ id, name, locationId, departmentId }) => ({ id, name, locationId, departmentId })),
    locations: placesAmong(roles.map(({ locationId }) => locationId)),
    departments: placesAmong(roles.map(({ departmentId }) => departmentId)),
  };
}
