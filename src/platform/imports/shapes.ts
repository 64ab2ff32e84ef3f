import { z } from '@hono/zod-openapi';
import type { CsvRow } from '../csv/index.ts';
import { mostText } from './read-import.ts';

/** In base 64, so that the bytes arrive as they are: what they are encoded in is found out here. */
export const fileShape = z.string().max(mostText, 'This file has more than 5 MB. Split it.');

const column = z.number().int().min(0).max(500).nullable();

/** Which column tells what, for these fields. */
export function mappingShape<Field extends string>(fields: readonly Field[]) {
  return z.strictObject(Object.fromEntries(fields.map((field) => [field, column])) as Record<Field, typeof column>);
}

/** What the preview said of each row, in their order. */
export const marksShape = (mostRows: number) =>
  z.array(z.string().max(16)).max(mostRows, `These are more than ${mostRows} rows.`);

/** What changes of these fields. */
export const changeShape = <const Fields extends readonly [string, ...string[]]>(fields: Fields) =>
  z.object({ field: z.enum(fields), before: z.string(), after: z.string() });

/** The columns of a file, each with the first that stands in it. */
export const columnsShape = z.array(z.object({ name: z.string(), sample: z.string() }));

export function showColumns(header: readonly string[], rows: readonly CsvRow[]): z.infer<typeof columnsShape> {
  const sampleOf = (index: number) => rows.find(({ cells }) => cells[index]?.trim())?.cells[index] ?? '';
  return header.map((name, index) => ({ name, sample: sampleOf(index).slice(0, 80) }));
}
