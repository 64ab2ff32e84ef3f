import type { Dimension, Group } from '../contract.ts';

/** By what people are compared, as headings. */
export const tableWords: Readonly<Record<Dimension, string>> = {
  title: 'Title',
  location: 'Location',
  seniority: 'Seniority',
  kind: 'Kind of employment',
};

const kinds: Readonly<Record<string, string>> = {
  full_time: 'Full time',
  part_time: 'Part time',
  temporary: 'Temporary',
  contractor: 'Contractor',
  apprentice: 'Apprentice',
  volunteer: 'Volunteer',
};

type Name = Pick<Group, 'by' | 'value' | 'label'>;

/** What a group is called. */
export function groupText({ by, value, label }: Name): string {
  if (value === null) return by === 'location' ? 'No single location' : 'Not said';
  return (by === 'kind' ? kinds[value] : undefined) ?? label ?? value;
}

/** What is asked for behind the path to see a group alone. */
export function queryOf({ by, value }: Name): string {
  if (by === null) return '';
  return `?by=${by}${value === null ? '' : `&value=${encodeURIComponent(value)}`}`;
}
