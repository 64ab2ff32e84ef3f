import type { CsvRow } from '../../../../platform/csv/index.ts';
import { toldBy, unfitRow } from '../../../../platform/imports/index.ts';
import { type Pay, standings, type WageEntry } from '../wage.ts';
import type { Mapping, Told } from './columns.ts';
import type { Case, Found, Judged, Verdict, WantedWage } from './judgement.ts';
import { wantedIn } from './read-row.ts';

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;
const wrong = (why: string): Judged => ({ verdict: 'error', why });

/** Whom a row names: an id, or an address; as they are compared. */
export function whoIn(
  cells: readonly string[],
  mapping: Mapping,
): { readonly id: string } | { readonly address: string } {
  const cell = toldBy(cells, mapping).person.toLowerCase();
  return uuid.test(cell) ? { id: cell } : { address: cell };
}

type ReadRow = { readonly row: CsvRow; readonly told: Told } & (
  | { readonly wanted: WantedWage }
  | { readonly why: string }
);

/** Judges every row against what is known of people's pay and the rows above it. */
export function judge(rows: readonly CsvRow[], about: Case): readonly Verdict[] {
  const read = rows.map((row): ReadRow => ({ row, told: toldBy(row.cells, about.mapping), ...readRow(row, about) }));
  const days = Map.groupBy(
    read.flatMap((one) => ('wanted' in one ? one.wanted : [])),
    scopeKey,
  );
  const above = new Map<string, number>();
  return read.map((one): Verdict => {
    const { line } = one.row;
    const name = nameOf(one, about);
    if ('why' in one) return { line, name, looksAt: null, verdict: 'error', why: one.why };
    const { wanted } = one;
    const key = `${scopeKey(wanted)} ${wanted.from}`;
    const first = above.get(key);
    if (first !== undefined) {
      const why = `Line ${first} is about the same day and work of this person. Keep one of the two.`;
      return { line, name, looksAt: null, verdict: 'error', why };
    }
    above.set(key, line);
    return { line, name, ...judgeWage(wanted, days.get(scopeKey(wanted)) ?? [], about) };
  });
}

const scopeKey = ({ personId, roleId }: Pick<WantedWage, 'personId' | 'roleId'>) => `${personId} ${roleId ?? ''}`;

/** A cell that is no address is not repeated: it may be somebody's pay, in the wrong column. */
function nameOf(read: ReadRow, { mapping, found }: Case): string {
  const who = whoIn(read.row.cells, mapping);
  const id = 'id' in who ? who.id : found.idsByAddress.get(who.address);
  const known = id === undefined ? undefined : found.names.get(id);
  if (known) return known;
  return 'address' in who && who.address.includes('@') ? who.address.slice(0, 100) : '';
}

function readRow({ cells }: CsvRow, { columns, mapping, found }: Case): { wanted: WantedWage } | { why: string } {
  const unfit = unfitRow(cells, columns);
  if (unfit !== null) return { why: unfit };
  const told = toldBy(cells, mapping);
  if (told.person === '') return { why: 'Nobody is named. Give an e-mail or an id.' };
  const who = whoIn(cells, mapping);
  const personId = 'id' in who ? who.id : (found.idsByAddress.get(who.address) ?? '');
  if (!found.names.has(personId))
    return { why: 'Nobody here has this e-mail or id. Mend it, or add them to the members first.' };
  if (!found.mayEnter(personId)) return { why: 'Nobody but an owner enters their own wage. Leave this row out.' };
  const wanted = wantedIn(told, found.roles);
  if ('why' in wanted) return wanted;
  const role = found.roles.find(({ id }) => id === wanted.value.roleId);
  return { wanted: { ...wanted.value, personId, roleName: role?.name ?? null } };
}

type JudgedWage = Judged & Pick<Verdict, 'looksAt'>;

function judgeWage(wanted: WantedWage, inFile: readonly WantedWage[], { found, outsideBand }: Case): JudgedWage {
  const { personId } = wanted;
  const stands = standsIn(wanted, found, inFile);
  if (stands === 'same') return { verdict: 'same', wanted, looksAt: personId };
  if (stands === 'clash') {
    const why = 'There is another entry from this day on already. Correct that one on the page of their pay.';
    return { ...wrong(why), looksAt: personId };
  }
  const note = wanted.roleId === null ? found.noteOf(wanted) : null;
  if (note === null || outsideBand) return { verdict: 'new', wanted, outside: note !== null, looksAt: null };
  const why = `${note.sentence} Mend it, or say that wages outside their band are meant so.`;
  return { verdict: 'error', why, outside: true, looksAt: null };
}

/**
 * Whether an entry would say what is so already, or contradict what is said of its day. Said already is what stands on the
 * day itself, or what goes on from a day before with no other word in between, here or in the file.
 */
function standsIn(
  { personId, roleId, from, pay }: WantedWage,
  found: Pick<Found, 'entries'>,
  inFile: readonly WantedWage[],
): 'same' | 'clash' | 'free' {
  const entries = found.entries.get(personId) ?? [];
  const standing = standings(entries);
  const isOf = (entry: WageEntry, ...wanted: readonly string[]) =>
    entry.roleId === roleId && wanted.includes(standing.get(entry.id) ?? '');
  const said = entries.filter((one) => isOf(one, 'holds', 'waits') && one.told.says !== 'withdrawn');
  const onDay = said.filter((one) => one.from === from);
  if (onDay.some((one) => says(one, pay))) return 'same';
  if (onDay.length > 0) return 'clash';
  const before = said.filter((one) => one.from < from);
  const [last] = before.toSorted((one, other) => (one.from < other.from ? 1 : -1));
  if (last === undefined || !says(last, pay) || before.some((one) => isOf(one, 'waits'))) return 'free';
  return inFile.some((one) => one.from > last.from && one.from < from) ? 'free' : 'same';
}

function says({ told }: WageEntry, pay: Pay): boolean {
  if (told.says !== 'pay' || told.pay.kind !== pay.kind) return false;
  const minutes = (one: Pay) => (one.kind === 'hourly' ? 0 : one.weeklyMinutes);
  const { minor, currency } = told.pay;
  return minor === pay.minor && currency === pay.currency && minutes(told.pay) === minutes(pay);
}
