import type { Tx } from '../../../../platform/db/index.ts';
import { type ReadImport, type Refused, readImport } from '../../../../platform/imports/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import { mayPlan } from '../../asking.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { WorkRole } from '../../work/roles/role.ts';
import { targetOf } from '../../work/roles/roles.ts';
import { findRole, listRoles } from '../../work/roles/store.ts';
import { putAmounts } from '../change.ts';
import { forecastsBetween } from '../store.ts';
import { type ColumnField, type Mapping, spellings, untold } from './columns.ts';
import { judge, markOfVerdict, type Verdict, type Wanted, wantedBy } from './judge.ts';

export const mostRows = 20_000;
type Parts = Pick<ScheduleParts, 'people' | 'audit'>;

/** A file, and which column tells what where the header is not to say. */
export interface Asked {
  /** In base 64. */
  readonly file: string;
  readonly mapping: Partial<Mapping> | null;
}

export type Judged = ReadImport<ColumnField> & { readonly verdicts: readonly Verdict[] };

/** Reads a file and judges each of its rows against the forecasts as they are. */
export async function judgeFile(parts: Parts, tx: Tx, asking: Asking, asked: Asked): Promise<Judged | Refused> {
  const read = readFile(asked);
  return read.ok ? judgeRows(parts, tx, asking, read) : read;
}

function readFile({ file, mapping }: Asked): ReadImport<ColumnField> | Refused {
  const read = readImport(file, mapping, spellings, mostRows);
  const why = read.ok && mapping !== null ? untold(read.mapping) : null;
  return why === null ? read : { ok: false, code: 'no_columns', why };
}

async function judgeRows(
  { people }: Parts,
  tx: Tx,
  asking: Asking,
  read: ReadImport<ColumnField>,
  hold = false,
): Promise<Judged> {
  const { locations } = await people.places(tx);
  const found = {
    roles: (await listRoles(tx)).filter((role) => mayPlan(asking, role)),
    places: new Map(locations.map(({ id, name }) => [id, name])),
  };
  const { rows, mapping, header } = read;
  const wanted = wantedBy(rows, mapping, header.length, found);
  const roleIds = [...new Set(wanted.map(({ role }) => role.id))].toSorted();
  if (hold) for (const id of roleIds) await findRole(tx, id, true);
  const days = wanted.map(({ day }) => day).toSorted();
  const stretch = { from: days[0] ?? '2000-01-01', to: days.at(-1) ?? '2000-01-01' };
  const forecasts = await forecastsBetween(tx, roleIds, stretch);
  return { ...read, verdicts: judge(rows, mapping, header.length, { ...found, forecasts }) };
}

export interface Imported {
  readonly ok: true;
  readonly judged: Judged;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/**
 * Imports the rows that have a mark, all as their preview showed them, or none where one of them would do something else now.
 * @param marks what the preview said of each row, in their order; empty for a row that is left out
 */
export async function importFile(
  parts: Parts,
  tx: Tx,
  asking: Asking,
  asked: Asked,
  marks: readonly string[],
): Promise<Imported | Refused | 'changed_meanwhile'> {
  const read = readFile(asked);
  if (!read.ok) return read;
  const judged = await judgeRows(parts, tx, asking, read, true);
  const named = judged.verdicts.filter((_, index) => (marks[index] ?? '') !== '');
  const shown = marks.filter((mark) => mark !== '');
  if (named.length < shown.length || named.some((verdict, index) => markOfVerdict(verdict) !== shown[index]))
    return 'changed_meanwhile';
  const todo = named.flatMap((one) => (one.verdict === 'new' || one.verdict === 'changed' ? [one.wanted] : []));
  await write(parts, tx, asking, todo);
  const count = (verdict: Verdict['verdict']) => named.filter((one) => one.verdict === verdict).length;
  const counts = { added: count('new'), changed: count('changed'), same: count('same') };
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    action: 'schedule.forecast_imported',
    target: { type: 'organisation', id: asking.orgId },
    detail: { ...counts, refused: count('error') },
  });
  return { ok: true, judged: { ...judged, verdicts: named }, ...counts };
}

/** Each role's entry stands by itself: whoever asks who changed its forecast finds it there. */
async function write({ audit }: Parts, tx: Tx, { actor }: Asking, todo: readonly Wanted[]): Promise<void> {
  const roles = new Map<string, WorkRole>(todo.map(({ role }) => [role.id, role]));
  const byRole = Map.groupBy(todo, ({ role }) => role.id);
  for (const [id, role] of roles) {
    const changes = (byRole.get(id) ?? []).map(({ day, half, amount }) => ({ day, half, amount }));
    const halfHours = await putAmounts(tx, role, { changes, source: 'imported' });
    const detail = { days: new Set(changes.map(({ day }) => day)).size, halfHours };
    const act = { action: 'schedule.forecast_changed', target: targetOf(role), detail } as const;
    await audit.append(tx, { ...byPerson(actor), ...act });
  }
}
