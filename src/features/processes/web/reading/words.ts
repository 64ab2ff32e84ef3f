import { plural } from '../../../../web/figures.ts';
import type { Asked, Mine, ReadingPerson } from './contract.ts';

const long = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

/** A day that has no time: the same wherever one looks from. */
export const dayWords = (day: string) => long.format(new Date(`${day}T12:00:00Z`));
export const timeWords = (at: string) => moment.format(new Date(at));

/** What is asked of me, in a sentence. */
export function mineWords({ state, dueOn }: Pick<Mine, 'state' | 'dueOn'>): string {
  return state === 'late'
    ? `This was to be confirmed by ${dayWords(dueOn)}. Please do so now.`
    : `Please confirm by ${dayWords(dueOn)} that you have read this.`;
}

/** How far those who are asked are. */
export function countWords({ counts: { asked, confirmed, late } }: Pick<Asked, 'counts'>): string {
  const missing = asked - confirmed;
  if (asked === 0) return 'Nobody is asked now: nobody of them can see this process.';
  if (missing === 0) return asked === 1 ? 'The one who is asked has confirmed.' : `All ${asked} have confirmed.`;
  return `${confirmed} of ${asked} have confirmed${late === 0 ? '' : `, ${plural(late, 'is late', 'are late')}`}.`;
}

/** Of a quiz nothing but whether it is passed, and after how many tries. */
export function quizWords({ passed, tries }: Pick<ReadingPerson, 'passed' | 'tries'>): string | null {
  if (passed === null || (tries === 0 && !passed)) return null;
  return `${passed ? 'quiz passed' : 'quiz not passed yet'} (${plural(tries, 'try', 'tries')})`;
}

export type Shown = 'missing' | 'late' | 'confirmed' | 'all';

/** Those who are searched for. @param place a department's or location's name; null: wherever */
export function filtered(
  people: readonly ReadingPerson[],
  { q, show, place }: { readonly q: string; readonly show: Shown; readonly place: string | null },
): readonly ReadingPerson[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((one) => {
    const name = one.name.toLowerCase();
    const isShown = show === 'all' || (show === 'missing' ? one.state !== 'confirmed' : one.state === show);
    const isThere = place === null || one.departments.includes(place) || one.locations.includes(place);
    return isShown && isThere && words.every((word) => name.includes(word));
  });
}
