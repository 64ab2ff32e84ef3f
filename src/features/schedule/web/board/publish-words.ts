import { plural } from '../../../../web/figures.ts';
import { hoursText } from './days.ts';
import type { Period } from './plan-contract.ts';
import type { PublicationRow, Publishing } from './publish-contract.ts';

/** "2 shifts more, 1 moved". */
export function tellWords({ added, removed, moved }: Publishing['tells'][number]): string {
  const parts = [
    ...(added > 0 ? [`${plural(added, 'shift')} more`] : []),
    ...(removed > 0 ? [`${plural(removed, 'shift')} less`] : []),
    ...(moved > 0 ? [`${plural(moved, 'shift')} changed`] : []),
  ];
  return parts.join(', ');
}

/** "Told 12 people, 7 have seen it". */
export function seenWords({ told, seen }: Pick<PublicationRow, 'told' | 'seen'>): string {
  if (told === 0) return 'Told nobody';
  const people = plural(told, 'person', 'people');
  return seen >= told
    ? `Told ${people}, everybody has seen it`
    : `Told ${people}, ${seen} ${seen === 1 ? 'has' : 'have'} seen it`;
}

/** How far the period is from what people know. */
export function stateWords({ published, changes }: Pick<Period, 'published' | 'changes'>): string {
  if (published === 'none') return 'Not published yet';
  const where = published === 'all' ? 'Published' : 'Published in part';
  return changes === 0 ? where : `${where}, ${plural(changes, 'change')} since`;
}

/** What changes owe by a rule pack; null when nothing. */
export function premiumWords(minutes: number): string | null {
  return minutes === 0 ? null : `The changes come late: a rule pack asks for ${hoursText(minutes)} of extra pay.`;
}

/** "Version 3", or what else told people. */
export function versionName({ number, kind }: Pick<PublicationRow, 'number' | 'kind'>): string {
  return {
    publish: `Version ${number}`,
    trade: `Version ${number}, by a trade`,
    claim: `Version ${number}, by a claim`,
    left: `Version ${number}, as somebody left`,
  }[kind];
}
