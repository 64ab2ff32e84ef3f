import type { Context } from 'hono';
import { type CsvRow, readCsv } from '../csv/index.ts';
import { problem } from '../http/index.ts';
import { guessMapping, type Mapping, mappingWithin, type Spellings } from './columns.ts';

const mostBytes = 5_000_000;
/** In base 64 a file is a third longer; the rest is for what was chosen, and for the marks. */
export const bodyLimit = 10_000_000;
/** A file's text in a body. */
export const mostText = Math.ceil((mostBytes * 4) / 3) + 1_000_000;

/** A file of rows, and which column tells what. */
export type ReadImport<Field extends string> = {
  readonly ok: true;
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly mapping: Mapping<Field>;
};

/** Why a file can't be judged at all. */
export type Refused = {
  readonly ok: false;
  readonly code: 'too_large' | 'unreadable' | 'no_columns';
  readonly why: string;
};

/**
 * Reads a file as it arrives in a body.
 * @param file in base 64
 * @param asked null: as the header tells
 */
export function readImport<Field extends string>(
  file: string,
  asked: Partial<Mapping<Field>> | null,
  spellings: Spellings<Field>,
  mostRows: number,
): ReadImport<Field> | Refused {
  const bytes = new Uint8Array(Buffer.from(file, 'base64'));
  if (bytes.length > mostBytes)
    return { ok: false, code: 'too_large', why: 'This file has more than 5 MB. Split it into smaller ones.' };
  const read = readCsv(bytes, { mostRows });
  if (!read.ok) return { ok: false, code: 'unreadable', why: `Line ${read.line}: ${read.why}` };
  const { header, rows } = read;
  const mapping = asked === null ? guessMapping(header, spellings) : mappingWithin(asked, header.length, spellings);
  return { ok: true, header, rows, mapping };
}

/** The answer to a file that can't be judged. */
export function refuse(c: Context, { code, why }: Refused): Response {
  return problem(c, 422, code, why, { fields: { [code === 'no_columns' ? 'mapping' : 'file']: why } });
}
