/** What somebody earns by one word about it: an unknown, for who is told sums and reckons. */
export interface Unknown {
  readonly personId: string;
  readonly key: string;
  /** How much of it is in the sum, as a fraction; one unless told. Positions in bands are pay over midpoints, say. */
  readonly weight?: readonly [part: number, of: number];
}

/** A sum that is told, as the unknowns that are in it. */
export type ToldSum = readonly Unknown[];

/** Fewer people than this would tell what a single one earns. */
export const fewest = 3;

/** Below 2^26, so that products are whole numbers; what depends over fractions depends over this field too. */
const prime = 67_108_859;
const times = (one: number, other: number) => (one * other) % prime;

/**
 * Whether a sum may be told beside those that were told: not where sums and differences of them all, in whatever multiples,
 * would come down to one or two people. (A sum over three people is no shelter if the same sum with one person more is told
 * too.) Unknowns that are in the very same sums can't be told apart, so they are reckoned with as one column.
 */
export function mayTell(told: readonly ToldSum[], next: ToldSum): boolean {
  if (peopleIn(next).size < fewest) return false;
  const { rows, columns } = matrixOf([...told, next]);
  const few = columns.flatMap((people, column) => (people.size < fewest ? [{ people, column }] : []));
  const exposed = [...Map.groupBy(few.flatMap(ofEach), ({ personId }) => personId).values()];
  const most = Math.max(0, ...exposed.map((mine) => mine.length));
  const open = vectorsOf(nullSpace(rows, columns.length), columns.length, 2 * most + 2);
  const [simple, others] = [exposed.filter(isSimple), exposed.filter((mine) => !isSimple(mine))];
  if (areParallel(simple.flatMap((mine) => mine.map(({ column }) => open[column] ?? [])))) return false;
  for (const [at, mine] of others.entries())
    for (const theirs of [...others.slice(at), ...simple]) {
      const both = new Set([...mine, ...theirs].map(({ personId }) => personId));
      const inside = new Set(
        [...mine, ...theirs].filter((of) => of.people.isSubsetOf(both)).map(({ column }) => column),
      );
      if (areDependent([...inside].map((column) => open[column] ?? []))) return false;
    }
  return true;
}

type Exposed = { readonly people: ReadonlySet<string>; readonly column: number };

/** One unknown, that is in other sums than anybody else's: nearly everybody of a large organisation, so they are not tried in pairs. */
const isSimple = (mine: readonly Exposed[]) => mine.length === 1 && mine[0]?.people.size === 1;

/** Whether one of the vectors is nothing, or two of them point the same way. */
function areParallel(vectors: readonly (readonly number[])[]): boolean {
  const seen = new Set<string>();
  for (const vector of vectors) {
    const first = vector.find((number) => number !== 0);
    if (first === undefined) return true;
    const scale = inverseOf(first);
    seen.add(vector.map((number) => times(number, scale)).join(' '));
  }
  return seen.size < vectors.length;
}

/**
 * What is left open about each column, as a vector of at most so many numbers: mixed, where there would be more. What depends
 * still does when it is mixed; what does not could come to by chance, once in some tens of millions, and then less is told.
 */
function vectorsOf(
  beyond: readonly (readonly number[])[],
  width: number,
  most: number,
): readonly (readonly number[])[] {
  const columns = Array.from({ length: width }, (_, column) => beyond.map((vector) => vector[column] ?? 0));
  if (beyond.length <= most) return columns;
  // Of Cauchy's: no square part of such a mix is degenerate.
  const mixes = Array.from({ length: most }, (_, row) =>
    beyond.map((__, at) => inverseOf(row * beyond.length + at + 1)),
  );
  const mixed = (column: readonly number[], mix: readonly number[]) =>
    column.reduce((sum, number, at) => (number === 0 ? sum : (sum + times(number, mix[at] ?? 0)) % prime), 0);
  return columns.map((column) => mixes.map((mix) => mixed(column, mix)));
}

const ofEach = (of: { readonly people: ReadonlySet<string>; readonly column: number }) =>
  [...of.people].map((personId) => ({ personId, ...of }));

const peopleIn = (sum: ToldSum): Set<string> => new Set(sum.map(({ personId }) => personId));

/** A row for each sum, a column for all unknowns that are as much in the same sums, with whose they are. */
function matrixOf(sums: readonly ToldSum[]) {
  const unknowns = new Map<string, { readonly personId: string; readonly sums: Map<number, number> }>();
  for (const [row, sum] of sums.entries())
    for (const { personId, key, weight } of sum) {
      const name = `${personId} ${key}`;
      const unknown = unknowns.get(name) ?? { personId, sums: new Map<number, number>() };
      unknown.sums.set(row, weight === undefined ? 1 : inField(weight));
      unknowns.set(name, unknown);
    }
  const alike = [...Map.groupBy(unknowns.values(), (one) => [...one.sums].join(' ')).values()];
  const rows = sums.map((_, row) => alike.map(([one]) => one?.sums.get(row) ?? 0));
  return { rows, columns: alike.map((of) => new Set(of.map(({ personId }) => personId))) };
}

/** A fraction as a number of the field; never nothing, since what is in a sum is in it. */
function inField([part, of]: readonly [number, number]): number {
  const found = times(part % prime, inverseOf(of % prime));
  return found === 0 ? 1 : found;
}

/** Vectors that every row is orthogonal to, in the field of `prime`: what is left open by all that is told. */
function nullSpace(rows: readonly (readonly number[])[], width: number): readonly (readonly number[])[] {
  const { reduced, pivots } = eliminate(rows, width);
  const free = Array.from({ length: width }, (_, column) => column).filter((column) => !pivots.includes(column));
  return free.map((column) => {
    const vector = new Array<number>(width).fill(0);
    vector[column] = 1;
    for (const [row, pivot] of pivots.entries()) vector[pivot] = (prime - (reduced[row]?.[column] ?? 0)) % prime;
    return vector;
  });
}

/** Gauss and Jordan: each pivot is the only number in its column. */
function eliminate(rows: readonly (readonly number[])[], width: number) {
  const reduced = rows.map((row) => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < width && pivots.length < reduced.length; column += 1) {
    const at = pivots.length;
    const found = reduced.findIndex((row, index) => index >= at && row[column] !== 0);
    const pivot = reduced[found];
    if (pivot === undefined) continue;
    [reduced[found], reduced[at]] = [reduced[at] ?? [], pivot];
    const scale = inverseOf(pivot[column] ?? 1);
    for (const [index, value] of pivot.entries()) pivot[index] = times(value, scale);
    for (const row of reduced) if (row !== pivot) subtract(row, pivot, row[column] ?? 0);
    pivots.push(column);
  }
  return { reduced, pivots };
}

function subtract(row: number[], pivot: readonly number[], factor: number): void {
  if (factor === 0) return;
  for (const [index, value] of pivot.entries()) row[index] = ((row[index] ?? 0) + times(prime - factor, value)) % prime;
}

/** By Fermat: a number to the power of prime − 2. */
function inverseOf(value: number): number {
  let [result, square] = [1, value];
  for (let power = prime - 2; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = times(result, square);
    square = times(square, square);
  }
  return result;
}

/** Columns that depend on each other without the others: a reckoner can find a multiple of them that is told. */
function areDependent(vectors: readonly (readonly number[])[]): boolean {
  if (vectors.length === 0) return false;
  return eliminate(vectors, vectors[0]?.length ?? 0).pivots.length < vectors.length;
}
