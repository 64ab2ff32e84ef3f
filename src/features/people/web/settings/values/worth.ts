import { minorUnits } from '../../../../../web/figures.ts';
import type { EventValues, Worth } from './values-api.ts';

/** Kinds of events with what they are called; each amount counts in requests of these kinds. */
export const events = [
  { key: 'awareness', label: 'Awareness', explains: 'per employee who acted, on requests of either kind' },
  { key: 'share', label: 'Share', explains: 'per post made' },
  { key: 'click', label: 'Click', explains: 'per visit by a person' },
  { key: 'like', label: 'Like', explains: 'of a post that exists' },
  { key: 'reshare', label: 'Reshare', explains: 'of a post that exists' },
  { key: 'comment', label: 'Comment', explains: 'on a post that exists' },
] as const;
export type EventKey = (typeof events)[number]['key'];

/** Amounts as somebody types them, in units of the currency: 1.5 dollars. */
export type Typed = Readonly<Record<EventKey, number>>;

function byEvent(of: (key: EventKey) => number): Record<EventKey, number> {
  return {
    awareness: of('awareness'),
    share: of('share'),
    click: of('click'),
    like: of('like'),
    reshare: of('reshare'),
    comment: of('comment'),
  };
}

export const typedOf = (worth: Worth): Typed => byEvent((key) => worth[key] / minorUnits(worth.currency));

/** In minor units. What has more decimals than the currency knows is rounded. */
export function worthOf(typed: Typed, currency: string): Worth {
  return { currency, ...byEvent((key) => Math.round(typed[key] * minorUnits(currency))) };
}

/** The values that hold today. */
export function worthToday({ values, today }: EventValues): Worth {
  const held = values.findLast(({ from }) => from === null || from <= today) ?? values[0];
  if (held === undefined) throw new Error('an organisation without event values');
  const { from: _from, ...worth } = held;
  return worth;
}

export const isSameWorth = (left: Worth, right: Worth): boolean =>
  left.currency === right.currency && events.every(({ key }) => left[key] === right[key]);

/** Days that are priced otherwise than by what was set for them, the last word on each first: those can be undone. */
export function standingRepricings({ repricings }: EventValues): EventValues['repricings'] {
  return repricings.filter(
    ({ worth, from, until }, index) =>
      worth !== null && !repricings.slice(index + 1).some((later) => later.from <= from && later.until >= until),
  );
}
