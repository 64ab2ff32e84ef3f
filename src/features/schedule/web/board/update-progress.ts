import { formatCount } from '../../../../web/figures.ts';
import type { Progress } from './update-contract.ts';

export interface ProgressLine {
  readonly label: string;
  readonly value: string;
}

/** The part of its time that is used, in percent. */
export function progressPart(progress: Progress | null): number {
  if (progress === null || progress.limit <= 0) return 0;
  return Math.min(100, (progress.seconds / progress.limit) * 100);
}

const figure = (value: number | null): string => (value === null ? '–' : formatCount(Math.round(value)));

/** What is known of an update that is at work, in words and figures. */
export function progressLines(progress: Progress | null): readonly ProgressLine[] {
  if (progress === null) return [];
  const { best, bound, missing, seconds, limit } = progress;
  return [
    { label: 'Places still open', value: figure(missing) },
    { label: 'Best so far', value: best === null ? 'none yet' : `${figure(best)} (less is better)` },
    { label: 'Can’t be better than', value: figure(bound) },
    { label: 'Time', value: `${Math.floor(seconds)} of ${limit} s` },
  ];
}
