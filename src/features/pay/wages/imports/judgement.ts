import type { WorkRole } from '../../../schedule/index.ts';
import type { AskedNote, BandNote } from '../../bands/note.ts';
import type { WageEntry } from '../wage.ts';
import type { Mapping } from './columns.ts';
import type { Wanted } from './read-row.ts';

/** What of the organisation the rows are held against. */
export interface Found {
  /** Names of everybody whom the file can be about. */
  readonly names: ReadonlyMap<string, string>;
  readonly idsByAddress: ReadonlyMap<string, string>;
  /** Asks the policies whether who imports may enter somebody's wage. */
  readonly mayEnter: (personId: string) => boolean;
  readonly roles: readonly WorkRole[];
  /** Every word about the pay of the people in the file, by person. */
  readonly entries: ReadonlyMap<string, readonly WageEntry[]>;
  readonly noteOf: (asked: AskedNote) => BandNote | null;
}

export interface Case {
  readonly columns: number;
  readonly mapping: Mapping;
  /** Wages outside their band are meant so. */
  readonly outsideBand: boolean;
  readonly found: Found;
}

/** A wage as the import would enter it. */
export type WantedWage = Wanted & { readonly personId: string; readonly roleName: string | null };

/** An import adds entries and changes none: what is wrong is corrected by hand, by an entry that names it. */
export type Judged =
  | { readonly verdict: 'new'; readonly wanted: WantedWage; readonly outside: boolean }
  | { readonly verdict: 'same'; readonly wanted: WantedWage }
  | { readonly verdict: 'error'; readonly why: string; readonly outside?: boolean };

/** What an import makes of a row. */
export type Verdict = {
  readonly line: number;
  /** Their name; or the address that the row gives. */
  readonly name: string;
  /** Whose pay the verdict says something about, to whoever reads it. */
  readonly looksAt: string | null;
} & Judged;
