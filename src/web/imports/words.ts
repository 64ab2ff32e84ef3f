import { plural } from '../figures.ts';
import type { AnyPreview, RowVerdict } from './contract.ts';

/** The verdicts in the order in which they are of interest, with their words and colours. */
export const verdicts: readonly { readonly verdict: RowVerdict; readonly label: string; readonly color: string }[] = [
  { verdict: 'error', label: 'In error', color: 'red' },
  { verdict: 'new', label: 'New', color: 'pine' },
  { verdict: 'changed', label: 'Changed', color: 'lilac' },
  { verdict: 'same', label: 'As it is', color: 'gray' },
];

type Rows = readonly { readonly verdict: RowVerdict }[];

export function countOf(rows: Rows, verdict: RowVerdict): number {
  return rows.filter((row) => row.verdict === verdict).length;
}

/** What the button says; null while there is nothing to import. */
export function importLabel(rows: Rows, one: string, many: string): string | null {
  const [added, changed] = [countOf(rows, 'new'), countOf(rows, 'changed')];
  if (added + changed === 0) return null;
  if (changed === 0) return `Add ${plural(added, one, many)}`;
  if (added === 0) return `Change ${plural(changed, one, many)}`;
  return `Add ${added}, change ${changed}`;
}

/** What differs, in a line: "Roles: employee → publisher". */
export function changeLine(label: string, before: string, after: string): string {
  return `${label}: ${before === '' ? '' : `${before} → `}${after === '' ? 'none' : after}`;
}

/** A column as it is offered: its name, and what stands in it first. */
export function columnLabel({ name, sample }: AnyPreview['columns'][number], index: number): string {
  const shown = name === '' ? `Column ${index + 1}` : name;
  return sample === '' ? shown : `${shown} (${sample.length > 24 ? `${sample.slice(0, 23)}…` : sample})`;
}
