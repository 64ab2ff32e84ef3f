/**
 * Two names for one thing. The stand-ins make their own ids (emulate's are random at each start, local-slack gives a
 * view a fresh one at each update), Coact must see ids that stay. Ids are long and unlike any words, so swapping them
 * in the serialized text is enough and needs no knowledge of the fields they stand in.
 */
export interface Aliases {
  /** From now on `inner` is what the stand-in calls the thing that Coact knows as `outer`. */
  set(outer: string, inner: string): void;
  innerOf(outer: string): string;
  toInner(text: string): string;
  toOuter(text: string): string;
}

export function createAliases(): Aliases {
  const inward = new Map<string, string>();
  const outward = new Map<string, string>();
  const swap = (text: string, table: ReadonlyMap<string, string>): string => {
    let swapped = text;
    for (const [from, to] of table) if (swapped.includes(from)) swapped = swapped.replaceAll(from, to);
    return swapped;
  };
  return {
    set: (outer, inner) => {
      if (outer === inner) return;
      inward.set(outer, inner);
      outward.set(inner, outer);
    },
    innerOf: (outer) => inward.get(outer) ?? outer,
    toInner: (text) => swap(text, inward),
    toOuter: (text) => swap(text, outward),
  };
}
