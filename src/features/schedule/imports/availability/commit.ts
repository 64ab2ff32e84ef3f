import type { Tx } from '../../../../platform/db/index.ts';
import { type Doable, judgedDifferently, type Refused, sortOut } from '../../../../platform/imports/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { calendarOfPerson } from '../../work/series/calendars.ts';
import { lockTimes } from '../../work/series/store.ts';
import { addTimes, changePayload, type Doing, lockUnchanged } from '../write-series.ts';
import type { Verdict } from './judgement.ts';
import { type Asked, type Judged, judgeFile, markOfVerdict } from './preview.ts';

type RefusedRow = Pick<Verdict, 'line' | 'person' | 'email'> & { readonly why: string };

export interface Imported {
  readonly ok: true;
  readonly judged: Judged;
  readonly added: number;
  readonly changed: number;
  /** How many people's times these are. */
  readonly people: number;
  readonly same: number;
  readonly refused: readonly RefusedRow[];
}

/**
 * Imports in the caller's unit of work: all rows that do what the preview showed, and none of the others.
 * @param marks what the preview said of each row, in their order
 */
export async function importAvailability(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  asked: Asked,
  marks: readonly string[],
): Promise<Imported | Refused> {
  await lockTimes(tx);
  const judged = await judgeFile(parts, tx, asking, asked);
  if (!judged.ok) return judged;
  const { todo, refused } = sortOut(judged.verdicts, marks, markOfVerdict);
  const changing = todo.flatMap((row) => (row.verdict === 'changed' ? [row.series] : []));
  const unchanged = await lockUnchanged(tx, changing);
  const isAsShown = (row: Doable<Verdict>) => row.verdict === 'new' || unchanged.has(row.series.id);
  const taken = todo.filter(isAsShown);
  await write({ parts, tx, asking }, taken);
  const late = todo.filter((row) => !isAsShown(row)).map((row) => ({ row, why: judgedDifferently }));
  const all = [...refused, ...late]
    .map(({ row: { line, person, email }, why }): RefusedRow => ({ line, person, email, why }))
    .toSorted((one, other) => one.line - other.line);
  const count = (verdict: string, rows: readonly Verdict[]) => rows.filter((row) => row.verdict === verdict).length;
  const counts = {
    ...{ added: count('new', taken), changed: count('changed', taken) },
    people: new Set(taken.map(({ personId }) => personId)).size,
    same: count('same', judged.verdicts),
  };
  await parts.audit.append(tx, {
    ...byPerson(asking.actor),
    action: 'schedule.availability_imported',
    target: { type: 'organisation', id: asking.orgId },
    detail: { ...counts, refused: all.length },
  });
  return { ok: true, judged, ...counts, refused: all };
}

/** What overlaps is not told: with people's time that is how exceptions are said. */
async function write(doing: Doing, rows: readonly Doable<Verdict>[]): Promise<void> {
  const { parts, tx, asking } = doing;
  for (const [personId, own] of Map.groupBy(rows, (row) => row.personId)) {
    const calendar = await calendarOfPerson(parts, tx, asking, personId);
    if (calendar === null) throw new Error('somebody who was judged to be theirs is not');
    const toAdd = own.flatMap((row) =>
      row.verdict === 'new' ? [{ times: row.times, payload: { kind: row.kind } }] : [],
    );
    if (toAdd.length > 0) await addTimes(doing, calendar, toAdd);
    for (const row of own)
      if (row.verdict === 'changed') await changePayload(doing, calendar, row.series, { kind: row.kind });
  }
}
