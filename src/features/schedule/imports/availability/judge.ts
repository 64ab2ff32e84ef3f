import type { CsvRow } from '../../../../platform/csv/index.ts';
import { folded, toldBy, unfitRow } from '../../../../platform/imports/index.ts';
import type { Worker } from '../../../people/index.ts';
import type { AvailabilityKind } from '../../calendar/availability.ts';
import { dayMinutes } from '../../calendar/local.ts';
import type { AvailabilityPayload, StoredSeries } from '../../work/series/series-rows.ts';
import { type Cell, dateIn, daysIn, timeIn } from '../cells.ts';
import { isAt, type Times, timesKey, timesOf, timesWords } from '../times.ts';
import type { Told } from './columns.ts';
import type { Case, Judged, Verdict } from './judgement.ts';

const mostSeries = 500;
const wrong = (why: string): Judged => ({ verdict: 'error', why });

/** What is judged, with the people by what a row may call them. */
type Index = Case & {
  readonly byId: ReadonlyMap<string, Worker>;
  readonly byName: ReadonlyMap<string, readonly Worker[]>;
  readonly series: ReadonlyMap<string, readonly StoredSeries<AvailabilityPayload>[]>;
  /** Lines of the rows so far by person and times. */
  readonly above: Map<string, Map<string, number>>;
};

/** The address of a row as it is compared; empty where it gives none. */
export function addressOf({ person, email }: Told): string {
  return (email === '' && person.includes('@') ? person : email).toLowerCase();
}

/** Judges every row against what people have said and the rows above it. */
export function judge(rows: readonly CsvRow[], about: Case): readonly Verdict[] {
  const { workers, series } = about.found;
  const index: Index = {
    ...about,
    byId: new Map(workers.map((worker) => [worker.id, worker])),
    byName: Map.groupBy(workers, ({ name }) => folded(name)),
    series: Map.groupBy(series, ({ owner }) => ('personId' in owner ? owner.personId : '')),
    above: new Map(),
  };
  return rows.map((row) => {
    const told = toldBy(row.cells, about.mapping);
    const found = whoIs(told, index);
    const name = 'value' in found ? found.value.name : told.person;
    const person = name === told.email || name.includes('@') ? '' : name;
    return { line: row.line, person, email: addressOf(told), ...judgeRow(row, told, found, index) };
  });
}

function judgeRow(row: CsvRow, told: Told, found: Cell<Worker>, index: Index): Judged {
  const unfit = unfitRow(row.cells, index.columns);
  if (unfit !== null) return wrong(unfit);
  if ('why' in found) return wrong(found.why);
  const kind = kindIn(told, index);
  if ('why' in kind) return wrong(kind.why);
  const times = timesIn(told, index);
  if ('why' in times) return wrong(times.why);
  const { id } = found.value;
  const said = index.above.get(id) ?? new Map<string, number>();
  const key = timesKey(times.value);
  const same = said.get(key);
  if (same !== undefined) return wrong(`Line ${same} is about the same time of this person. Keep one of the two.`);
  const there = index.series.get(id) ?? [];
  if (there.length + said.size >= mostSeries)
    return wrong(`A calendar has at most ${mostSeries} series: take out what is over.`);
  index.above.set(id, said.set(key, row.line));
  return judgeTimes(id, kind.value, times.value, there);
}

/** Whom a row is about: by address, or by a name that nobody else of theirs has. */
function whoIs(told: Told, { found, byId, byName }: Index): Cell<Worker> {
  const address = addressOf(told);
  if (address !== '') {
    const worker = byId.get(found.idsByAddress.get(address) ?? '');
    return worker === undefined
      ? { why: 'Nobody whom you schedule has this e-mail. Mend it, or give their name alone.' }
      : { value: worker };
  }
  if (told.person === '') return { why: 'Nobody is named. Give a name or an e-mail.' };
  const [worker, ...others] = byName.get(folded(told.person)) ?? [];
  if (worker === undefined) return { why: 'Nobody whom you schedule has this name. Mend it, or give their e-mail.' };
  return others.length === 0
    ? { value: worker }
    : { why: 'Several people whom you schedule have this name. Give the row an e-mail.' };
}

/** How people say it, in folded spelling. */
const kindWords: Readonly<Record<AvailabilityKind, readonly string[]>> = {
  available: ['available', 'can', 'can work', 'yes', 'y', 'free', 'verfugbar', 'ja', 'disponible', 'disponivel'],
  preferred: ['preferred', 'prefer', 'prefers', 'would like to', 'would like', 'likes', 'wanted', 'bevorzugt'],
  unavailable: [
    ...['unavailable', 'not available', 'can t', 'cannot', 'can not', 'no', 'n', 'off', 'busy'],
    ...['nicht verfugbar', 'nein', 'indisponible', 'no disponible', 'indisponivel'],
  ],
};
const kinds = Object.entries(kindWords) as readonly [AvailabilityKind, readonly string[]][];

/** A file without a column for it tells when people can work. */
function kindIn({ kind: cell }: Told, { mapping }: Index): Cell<AvailabilityKind> {
  if (mapping.kind === null) return { value: 'available' };
  const word = folded(cell).replaceAll(/['’]/g, ' ');
  const kind = kinds.find(([, words]) => words.includes(word))?.[0];
  return kind === undefined
    ? { why: `“${cell.slice(0, 60)}” says nothing of whether they can work. Use available, preferred or unavailable.` }
    : { value: kind };
}

function timesIn(told: Told, { from, found }: Index): Cell<Times> {
  if (told.days === '' && told.date === '') return { why: 'No day is given. Give days of the week, or a date.' };
  const days = told.days === '' ? { value: null } : daysIn(told.days);
  if ('why' in days) return days;
  const date = told.date === '' ? { value: from } : dateIn(told.date);
  if ('why' in date) return date;
  const until = told.until === '' ? { value: null } : dateIn(told.until);
  if ('why' in until) return until;
  if ((told.start === '') !== (told.end === ''))
    return { why: 'Give both the time at which it starts and at which it ends, or neither for whole days.' };
  const start = told.start === '' ? { value: 0 } : timeIn(told.start);
  if ('why' in start) return start;
  const end = told.end === '' ? { value: dayMinutes } : timeIn(told.end);
  if ('why' in end) return end;
  const asked = { days: days.value, from: date.value, until: until.value, start: start.value, end: end.value };
  const times = timesOf(asked, found.weekStart);
  return typeof times === 'string' ? { why: times } : { value: times };
}

/** What is there already stays, and says something else where the row does; any other time is added. */
function judgeTimes(
  personId: string,
  kind: AvailabilityKind,
  times: Times,
  there: readonly StoredSeries<AvailabilityPayload>[],
): Judged {
  const known = there.filter((series) => isAt(series, times));
  if (known.some(({ payload }) => payload.kind === kind)) return { verdict: 'same' };
  const [series] = known;
  const when = { field: 'times', before: '', after: timesWords(times) } as const;
  const before = series?.payload.kind ?? '';
  const changes = [{ field: 'kind', before, after: kind } as const, when];
  return series === undefined
    ? { verdict: 'new', personId, kind, times, changes }
    : { verdict: 'changed', personId, kind, series, changes };
}
