import type { Tx } from '../../../../platform/db/index.ts';
import { type Doable, judgedDifferently, type Refused, sortOut } from '../../../../platform/imports/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { lockRoles } from '../../work/roles/store.ts';
import { lockUnchanged } from '../write-series.ts';
import type { Verdict } from './judgement.ts';
import { type Asked, type Judged, judgeFile, markOfVerdict } from './preview.ts';
import { openRoleWriter } from './write-roles.ts';

export type RefusedRow = Pick<Verdict, 'line' | 'role'> & { readonly why: string };

export interface Imported {
  readonly ok: true;
  readonly judged: Judged;
  readonly added: number;
  readonly changed: number;
  readonly shifts: number;
  readonly same: number;
  readonly placesMade: number;
  readonly findings: readonly string[];
  readonly refused: readonly RefusedRow[];
}

/**
 * Imports in the caller's unit of work: all rows that do what the preview showed, and none of the others.
 * @param marks what the preview said of each row, in their order
 */
export async function importRoles(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  asked: Asked,
  marks: readonly string[],
): Promise<Imported | Refused> {
  await lockRoles(tx);
  const judged = await judgeFile(parts, tx, asking, asked);
  if (!judged.ok) return judged;
  const { todo, refused } = sortOut(judged.verdicts, marks, markOfVerdict);
  // Before anything is written: writing locks the periods, and who changes a series locks it first and them then.
  const unchanged = await lockUnchanged(
    tx,
    todo.flatMap(({ does }) => does.needs?.series ?? []),
  );
  const writer = await openRoleWriter({ parts, tx, asking }, judged.found);
  const late: Doable<Verdict>[] = [];
  for (const row of todo) {
    const series = row.does.needs?.series;
    const isAsShown = series === undefined || unchanged.has(series.id);
    if (!isAsShown || !(await writer.write(row.does))) late.push(row);
  }
  const all = [...refused, ...late.map((row) => ({ row, why: judgedDifferently }))]
    .map(({ row: { line, role }, why }) => ({ line, role, why }))
    .toSorted((one, other) => one.line - other.line);
  const { findings, ...done } = await writer.finish();
  const counts = { ...done, same: judged.verdicts.filter(({ verdict }) => verdict === 'same').length };
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    action: 'schedule.roles_imported',
    target: { type: 'organisation', id: asking.orgId },
    detail: { ...counts, refused: all.length },
  });
  return { ok: true, judged, ...counts, findings, refused: all };
}
