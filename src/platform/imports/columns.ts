/** For each field the number of its column, from zero; null where the file does not tell it. */
export type Mapping<Field extends string> = { readonly [One in Field]: number | null };

/** Names under which a field is given in files, in folded spelling. */
export type Spellings<Field extends string> = Readonly<Record<Field, readonly string[]>>;

/** A name as it is compared, here as in the database: without case, accents and double spaces. */
export function folded(name: string): string {
  const marks = /[\u0300-\u036f]/g;
  return name.normalize('NFD').replaceAll(marks, '').replaceAll(/\s+/g, ' ').toLowerCase();
}

/** Which column tells what, by the names in the header; the first one that fits counts. */
export function guessMapping<Field extends string>(
  header: readonly string[],
  spellings: Spellings<Field>,
): Mapping<Field> {
  const names = header.map((name) =>
    folded(name)
      .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );
  return mapped(spellings, (field) => {
    const column = names.findIndex((name) => spellings[field].includes(name));
    return column === -1 ? null : column;
  });
}

/** What was asked for, with all other fields as null; a column that the file does not have tells nothing. */
export function mappingWithin<Field extends string>(
  asked: Partial<Mapping<Field>>,
  columns: number,
  spellings: Spellings<Field>,
): Mapping<Field> {
  return mapped(spellings, (field) => {
    const column = asked[field] ?? null;
    return column !== null && column < columns ? column : null;
  });
}

function mapped<Field extends string>(
  spellings: Spellings<Field>,
  columnOf: (field: Field) => number | null,
): Mapping<Field> {
  const fields = Object.keys(spellings) as Field[];
  return Object.fromEntries(fields.map((field) => [field, columnOf(field)])) as Mapping<Field>;
}

/** Several values in one cell: between semicolons, bars, commas or line breaks, or one known name that has such in it. */
export function listed(cell: string, isKnown: (name: string) => boolean): readonly string[] {
  const within = (text: string, mark: RegExp): readonly string[] =>
    isKnown(text) ? [text] : text.split(mark).map((part) => part.trim());
  const parts = within(cell, /[;|\r\n]+/).flatMap((part) => within(part, /,/));
  return [...new Map(parts.filter(Boolean).map((part) => [folded(part), part])).values()];
}

/** What a row says in each field, as it was written; nothing where the file does not tell it. */
export function toldBy<Field extends string>(cells: readonly string[], mapping: Mapping<Field>): Record<Field, string> {
  const columns = Object.entries(mapping) as [Field, number | null][];
  const told = columns.map(([field, column]) => [field, column === null ? '' : (cells[column] ?? '').trim()]);
  return Object.fromEntries(told) as Record<Field, string>;
}
