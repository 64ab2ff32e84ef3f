import { csvLine, csvMark } from '../../../platform/csv/index.ts';
import { kindWords } from '../versions/diff.ts';
import { limitWords } from '../writing/step.ts';
import type { Entry } from './run.ts';
import type { Run } from './store.ts';

type NameOf = (id: string | null) => string;

/** One thing that was noted, for whoever checks what was done. */
interface Evidence {
  readonly step: number;
  readonly title: string;
  readonly kind: string;
  readonly limits: string;
  readonly by: string;
  readonly doneAt: string;
  readonly arrivedAt: string;
  readonly value: number | null;
  readonly outside: boolean;
  readonly choice: string;
  readonly words: string;
  readonly picture: string;
  readonly takenBackAt: string;
}

/** All that was noted in a run in the order in which it arrived, with what was taken back. */
export function evidenceOf(
  { steps }: Pick<Run, 'steps'>,
  entries: readonly Entry[],
  nameOf: NameOf,
): readonly Evidence[] {
  return entries.map((entry) => {
    const index = steps.findIndex(({ id }) => id === entry.stepId);
    const step = steps[index];
    return {
      ...{ step: index + 1, title: step?.title ?? '', kind: step ? kindWords[step.kind] : '' },
      limits: step?.measure ? limitWords(step.measure) : '',
      by: nameOf(entry.personId),
      ...{ doneAt: entry.doneAt.toISOString(), arrivedAt: entry.arrivedAt.toISOString() },
      ...{ value: entry.value, outside: entry.within === false },
      choice: entry.choice === null ? '' : (step?.choices[entry.choice]?.label ?? ''),
      ...{ words: entry.words, picture: entry.pictureId ?? '', takenBackAt: entry.takenBackAt?.toISOString() ?? '' },
    };
  });
}

const headings = [
  'Step',
  'Title',
  'Kind',
  'Limits',
  'By',
  'Done at',
  'Arrived at',
  'Value',
  'Outside limits',
  'Choice',
  'Words',
  'Picture',
  'Taken back at',
];

/** The same as a table for a spreadsheet. */
export function evidenceCsv(evidence: readonly Evidence[]): string {
  const rows = evidence.map((one) => [
    ...[one.step, one.title, one.kind, one.limits, one.by, one.doneAt, one.arrivedAt],
    ...[one.value ?? '', one.outside ? 'yes' : '', one.choice, one.words, one.picture, one.takenBackAt],
  ]);
  return csvMark + [headings, ...rows].map((row) => csvLine(row)).join('');
}
