import { locale } from '../../../../web/figures.ts';
import type { Audience, Employment } from './contract.ts';

export const audienceChoices: readonly { readonly value: Audience; readonly label: string }[] = [
  { value: 'me', label: 'Only me' },
  { value: 'managers', label: 'My managers' },
  { value: 'everyone', label: 'Everyone here' },
];

export const phoneLabels = { mobile: 'Mobile', home: 'Home', work: 'Work' } as const;

const kinds: Readonly<Record<NonNullable<Employment['kind']>, string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  temporary: 'Temporary',
  contractor: 'Contractor',
  apprentice: 'Apprentice',
  volunteer: 'Volunteer',
};

/** The kind of employment as people say it. */
export function kindLabel(kind: NonNullable<Employment['kind']>): string {
  return kinds[kind];
}

/** A calendar day, the same in every time zone: "31 Jan 2027". */
export function dayText(day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(day));
}

/** A moment, in the reader's own zone. */
export function momentText(at: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}
