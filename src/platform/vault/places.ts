/**
 * A column that holds sealed values. Every slice declares its own beside its migrations: what is not declared is refused
 * by the vault when it is to be sealed, as a rotation of keys would forget it.
 */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  /** The column that names the row, and that the value is bound to; default `id`. */
  readonly row?: string;
  /** Type of that column; default `uuid`. */
  readonly rowType?: 'uuid' | 'text';
  /** `installation` for tables without organisation, written in units of work of the owner. */
  readonly of?: 'organisation' | 'installation';
  /** For a value that stands as base64 within a JSON object: the keys in it, and the table has no organisation. */
  readonly within?: { readonly sealed: string; readonly organisation: string; readonly row: string };
}

/** Where one sealed value stands. It opens only there. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
}

/** What a value is bound to beside its key: the parts that its place is made of. */
export function contextOf(owner: string, place: Place): readonly string[] {
  return [owner, place.table, place.column, place.rowId];
}

/** What the vault itself keeps sealed. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'instance_secrets', column: 'sealed', row: 'name', rowType: 'text', of: 'installation' },
];

/** Refuses what a rotation would not find. */
export function assertDeclared(places: readonly SealedPlace[], place: { table: string; column: string }): void {
  if (places.some((known) => known.table === place.table && known.column === place.column)) return;
  throw new Error(
    `${place.table}.${place.column} holds sealed values but no slice declares it: ` +
      'add it to sealedPlaces beside the migrations of its slice (docs/operating/keys.md)',
  );
}
