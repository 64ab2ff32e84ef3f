import { z } from '../zod.ts';

/** For each field the number of the column that tells it. */
export type Mapping<Field extends string> = Readonly<Record<Field, number | null>>;

/** What every preview tells of the file itself. */
export const previewShape = {
  columns: z.array(z.object({ name: z.string(), sample: z.string() })),
  refusedFile: z.string().nullable(),
};

/** The numbers of columns by these fields. */
export function mappingSchema<Field extends string>(fields: readonly Field[]) {
  const column = z.number().nullable();
  return z.object(Object.fromEntries(fields.map((field) => [field, column])) as Record<Field, typeof column>);
}

export const verdictSchema = z.enum(['new', 'changed', 'same', 'error']);
export type RowVerdict = z.infer<typeof verdictSchema>;

/** A row as its preview stands in the list. */
export interface ShownRow {
  readonly line: number;
  /** Whom or what it is about, and what tells it apart. */
  readonly title: string;
  readonly beneath: string;
  readonly verdict: RowVerdict;
  /** What it does, a line for each. */
  readonly does: readonly string[];
  readonly why: string | null;
}

/** What an import's page needs to know of any preview. */
export interface AnyPreview {
  readonly columns: readonly { readonly name: string; readonly sample: string }[];
  readonly rows: readonly { readonly verdict: RowVerdict; readonly mark: string }[];
  readonly refusedFile: string | null;
}
