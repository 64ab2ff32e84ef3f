import type { CsvRow } from '../../../../platform/csv/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import { markOf, type Refused, readImport } from '../../../../platform/imports/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { mayPlan } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import { digitsOf } from '../../reports/money.ts';
import { openRates } from '../../work/roles/rates.ts';
import { listRoles } from '../../work/roles/store.ts';
import { seriesOfRoles } from '../../work/series/store.ts';
import { dayIn, readSettings } from '../../work/settings/read-settings.ts';
import { type Mapping, spellings } from './columns.ts';
import { judge } from './judge.ts';
import { type Case, type Found, placeKey, type Verdict } from './judgement.ts';

export const mostRows = 1_000;

/** A file and what whoever imports has chosen for it. */
export interface Asked {
  /** In base 64. */
  readonly file: string;
  /** Null: as the header tells. */
  readonly mapping: Partial<Mapping> | null;
  readonly createPlaces: boolean;
  /** Null: from today on. */
  readonly from: string | null;
}

export interface Judged {
  readonly ok: true;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly mapping: Mapping;
  readonly from: string;
  readonly verdicts: readonly Verdict[];
  readonly missing: { readonly departments: readonly string[]; readonly locations: readonly string[] };
  /** What else is to be known of the file, in sentences. */
  readonly notes: readonly string[];
  readonly found: Found;
}

const noRates = 'What an hour costs is for owners and payroll: ';

/** Reads a file and judges each of its rows against the roles as they are. */
export async function judgeFile(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  { file, mapping: asked, createPlaces, from }: Asked,
): Promise<Judged | Refused> {
  const { orgId, allowed } = asking;
  const read = readImport(file, asked, spellings, mostRows);
  if (!read.ok) return read;
  const { header, rows } = read;
  const may = (action: string) => allowed(action, { type: 'Organisation', id: orgId, orgId });
  const seesRates = may('schedule.rates');
  const rate = read.mapping.rate;
  if (rate !== null && asked !== null && !seesRates)
    return { ok: false, code: 'no_columns', why: `${noRates}choose no column for the hourly rate.` };
  const notes = rate === null || seesRates ? [] : [`${noRates}the column “${header[rate]}” is left out.`];
  const mapping = { ...read.mapping, rate: seesRates ? rate : null };
  if (mapping.role === null && asked !== null)
    return { ok: false, code: 'no_columns', why: 'No column tells the role. Choose the one with its name.' };
  const found = await findAll(parts, tx, mapping.rate !== null);
  const { timeZone } = await parts.people.organisation(tx);
  const first = from ?? dayIn(timeZone, parts.clock.now());
  const about: Case = {
    ...{ mapping, found, columns: header.length, choices: { createPlaces, from: first } },
    mayAddPlaces: may('places.manage'),
    mayPlan: remembered((place) => mayPlan(asking, place)),
  };
  const { verdicts, missing } = judge(rows, about);
  return { ok: true, header, rows, mapping, from: first, verdicts, missing, notes, found };
}

/** A thousand rows ask the same few questions of the policies. */
function remembered(mayPlan: Case['mayPlan']): Case['mayPlan'] {
  const answers = new Map<string, boolean>();
  return (place) => {
    const key = `${place.locationId} ${place.departmentId}`;
    const answer = answers.get(key) ?? mayPlan(place);
    answers.set(key, answer);
    return answer;
  };
}

async function findAll(parts: ScheduleParts, tx: Tx, rates: boolean): Promise<Found> {
  const { currency } = await parts.people.organisation(tx);
  return {
    roles: await listRoles(tx),
    series: await seriesOfRoles(tx),
    ...(await parts.people.places(tx)),
    rates: rates ? await openRates(parts, tx) : null,
    ...{ currency, digits: digitsOf(currency), weekStart: (await readSettings(parts, tx)).weekStart },
  };
}

/** What the preview says of a row, and the commit has to find again. */
export function markOfVerdict(verdict: Verdict): string {
  const { role, location } = verdict;
  if (!('does' in verdict)) return markOf([verdict.verdict, role, location]);
  const { does, changes } = verdict;
  const whose = does.add === undefined ? does.key : placeKey(does.add.location);
  const series = does.needs && [does.needs.series.id, does.needs.series.revision];
  return markOf([verdict.verdict, role, location, whose, changes, does.shifts?.times ?? null, series ?? null]);
}
