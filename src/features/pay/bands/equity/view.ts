import type { Tx } from '../../../../platform/db/index.ts';
import { todayOf } from '../../day.ts';
import type { PayParts } from '../../parts.ts';
import { type Alike, type Counted, candidatesOf, type Dimension, dimensions, groupName, isOf } from './groups.ts';
import { tell } from './keeping.ts';
import { loadCounted, loadLabels } from './load.ts';
import type { EquityAnswer, Within } from './shapes.ts';
import { latest, type Told } from './telling.ts';

type Parts = Pick<PayParts, 'vault' | 'clock' | 'people'>;
type Row = EquityAnswer['whole'];

/** Medians of pay and of positions in bands by group: of everybody, or of those who are alike in one thing. */
export async function viewEquity(parts: Parts, tx: Tx, within: Within | null): Promise<EquityAnswer> {
  const today = await todayOf(parts, tx);
  const [people, labels] = [await loadCounted(parts, tx, today), await loadLabels(parts, tx)];
  const narrow: Alike = within === null ? {} : { [within.by]: within.value };
  const tables = dimensions
    .filter((by) => by !== within?.by)
    .map((by) => ({ by, values: valuesOf(people, narrow, by) }));
  const groups = [narrow, ...tables.flatMap(({ by, values }) => values.map((value) => ({ ...narrow, [by]: value })))];
  const candidates = groups.flatMap((alike) => candidatesOf(people, alike));
  const told = await tell(parts, tx, candidates);
  const rowOf = (alike: Alike, by: Dimension | null, value: string | null): Row => {
    const name = groupName(alike);
    const here = candidates.filter(({ group }) => group === name);
    return { ...named(by, value, labels), figures: figuresOf(here, told) };
  };
  return {
    ...{ today, within: within && named(within.by, within.value, labels) },
    choices: dimensions.flatMap((by) => valuesOf(people, {}, by).map((value) => named(by, value, labels))),
    whole: rowOf(narrow, null, null),
    tables: tables.map(({ by, values }) => ({
      ...{ by, rows: values.map((value) => rowOf({ ...narrow, [by]: value }, by, value)) },
    })),
  };
}

/** What the people of a group are in something, the ones of whom nothing is said last. */
function valuesOf(people: readonly Counted[], narrow: Alike, by: Dimension): readonly (string | null)[] {
  const found = new Set(people.filter(isOf(narrow)).map((person) => person[by]));
  const said = [...found].flatMap((value) => value ?? []).toSorted((one, other) => one.localeCompare(other));
  return found.has(null) && said.length > 0 ? [...said, null] : said;
}

function named(by: Dimension | null, value: string | null, labels: ReadonlyMap<string, string>) {
  const label = value === null ? null : (labels.get(`${by} ${value}`) ?? value);
  return { by, value, label };
}

/** What was told last of a group that is large enough still, each currency apart. */
function figuresOf(
  here: readonly { readonly group: string; readonly measure: Told['measure']; readonly currency: string }[],
  told: readonly Told[],
): Row['figures'] {
  const currencies = [...new Set(here.map(({ currency }) => currency))].toSorted();
  return currencies.flatMap((currency) => {
    const of = (measure: Told['measure']) => {
      const candidate = here.find((one) => one.currency === currency && one.measure === measure);
      const found = candidate && latest(told, candidate);
      return found ? { value: found.value, people: found.of.length, on: found.on } : null;
    };
    const [pay, compa] = [of('pay'), of('compa')];
    return pay === null && compa === null ? [] : [{ currency, pay, compa }];
  });
}
