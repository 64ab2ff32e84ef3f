import type { ShownRow } from '../../../../web/imports/contract.ts';
import type { TimeField, TimeRow } from './availability-contract.ts';

/** What a column may tell, with the words that the choice shows. */
export const timeFields: readonly { readonly field: TimeField; readonly label: string }[] = [
  { field: 'person', label: 'Person' },
  { field: 'email', label: 'E-mail' },
  { field: 'kind', label: 'Can or can’t' },
  { field: 'days', label: 'Days of the week' },
  { field: 'date', label: 'Date, or first day' },
  { field: 'start', label: 'Start' },
  { field: 'end', label: 'End' },
  { field: 'until', label: 'Repeats until' },
];

const kindWords: Readonly<Record<string, string>> = {
  available: 'Can work',
  preferred: 'Would like to work',
  unavailable: 'Can’t work',
};

/** A row as it stands in the list: "Can work: every week on Mon, 09:00–17:00". */
export function shownTime({ line, person, email, verdict, changes, why }: TimeRow): ShownRow {
  const kind = changes.find(({ field }) => field === 'kind');
  const when = changes.find(({ field }) => field === 'times')?.after ?? '';
  const words = (name: string) => kindWords[name] ?? name;
  const before = kind === undefined || kind.before === '' ? '' : `${words(kind.before)} → `;
  const does = kind === undefined ? [] : [`${before}${words(kind.after)}: ${when}`];
  return { line, title: person || email || 'Nobody', beneath: person === '' ? '' : email, verdict, does, why };
}
