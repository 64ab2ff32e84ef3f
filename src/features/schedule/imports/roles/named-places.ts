import { folded } from '../../../../platform/imports/index.ts';
import type { Place } from '../../../people/index.ts';
import { line } from '../../work/fields.ts';
import type { Cell } from '../cells.ts';
import type { Case, PlaceRef } from './judgement.ts';

/** More at once means that the wrong column was taken for places. */
const mostNewPlaces = 200;

/** Departments or locations, by what a row may call them. */
export interface NamedPlaces {
  /** The place of a cell that is not empty. */
  readonly find: (cell: string) => Cell<PlaceRef>;
  readonly nameOf: (ref: PlaceRef) => string;
  /** Names that rows have asked for and the organisation does not have, whatever was chosen for them. */
  readonly missing: () => readonly string[];
}

/** What rows may call departments, or locations. */
export function namedPlaces(
  kind: 'department' | 'location',
  places: readonly Place[],
  { choices, mayAddPlaces }: Pick<Case, 'choices' | 'mayAddPlaces'>,
): NamedPlaces {
  const known = new Map(places.map((place) => [folded(place.name), place]));
  const names = new Map(places.map(({ id, name }) => [id, name]));
  const toMake = new Map<string, string>();
  const missing = (cell: string): Cell<PlaceRef> => {
    const name = line('a name').safeParse(cell);
    if (!name.success) return { why: `“${cell.slice(0, 60)}” can be no ${kind}: ${name.error.issues[0]?.message}` };
    const key = folded(name.data);
    if (!mayAddPlaces)
      return { why: `There is no ${kind} “${name.data}”. Mend the name, or ask an owner or admin to add it.` };
    if (!toMake.has(key) && toMake.size === mostNewPlaces)
      return { why: `These would be more than ${mostNewPlaces} new ${kind}s. Check which column the ${kind}s are in.` };
    const create = toMake.get(key) ?? name.data;
    toMake.set(key, create);
    return choices.createPlaces
      ? { value: { create } }
      : { why: `There is no ${kind} “${create}”. Mend the name, or choose to create what is missing.` };
  };
  return {
    find: (cell) => {
      const place = known.get(folded(cell));
      if (place === undefined) return missing(cell);
      return place.archived
        ? { why: `The ${kind} “${place.name}” is archived. Bring it back under Settings, or leave the row out.` }
        : { value: { id: place.id } };
    },
    nameOf: (ref) => ('id' in ref ? (names.get(ref.id) ?? '') : ref.create),
    missing: () => [...toMake.values()],
  };
}
