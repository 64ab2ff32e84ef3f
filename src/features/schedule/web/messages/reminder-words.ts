import { dayWords } from '../../calendar/describe.ts';

/** How long before a shift somebody is usually reminded, in minutes. */
const usual = [15, 30, 60, 120, 180, 360, 720, 1_440, 2_880, 10_080];

/** A length of time as people say it: "2 hours", "1 day", "1 hour 30 minutes". */
export function leadWords(minutes: number): string {
  const parts = [
    [Math.floor(minutes / 1_440), 'day'],
    [Math.floor((minutes % 1_440) / 60), 'hour'],
    [minutes % 60, 'minute'],
  ] as const;
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`])).join(' ');
}

/** What can be chosen; what was chosen by other ways stands among it. */
export function leadChoices(chosen: number | null): readonly { readonly value: string; readonly label: string }[] {
  const all =
    chosen === null || usual.includes(chosen) ? usual : [...usual, chosen].toSorted((one, other) => one - other);
  return [
    { value: '', label: 'No reminder' },
    ...all.map((minutes) => ({ value: String(minutes), label: `${leadWords(minutes)} before` })),
  ];
}

/** When a reminder comes. */
export function whenWords(local: string): string {
  const [day = '', time = ''] = local.split('T');
  return `${dayWords(day)}, ${time}`;
}
