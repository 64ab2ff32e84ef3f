import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Unknown } from '../../../schedule/index.ts';
import { type Alike, type Counted, candidatesOf, dimensions } from './groups.ts';
import { latest, newsAmong, type Told } from './telling.ts';

const person = (personId: string, minor: number, given: Partial<Counted> = {}): Counted => ({
  ...{ personId, key: `${personId}-1`, currency: 'EUR', minor, minutes: 60, mid: null },
  ...{ title: null, location: null, seniority: null, kind: null },
  ...given,
});
const pays = [1500, 1600, 1700, 1800, 1900, 2000, 2100, 2200];
const eight = (given: (index: number) => Partial<Counted>) =>
  pays.map((minor, index) => person(`p${index}`, minor, given(index)));

/** Looks at the whole and at every table, as a page of the product does. */
function look(told: readonly Told[], people: readonly Counted[], within: Alike = {}): readonly Told[] {
  const groups: Alike[] = [within];
  for (const by of dimensions)
    for (const value of new Set(people.map((one) => one[by]))) groups.push({ ...within, [by]: value });
  const candidates = groups.flatMap((alike) => candidatesOf(people, alike));
  return [...told, ...newsAmong(told, candidates, '2026-05-04')];
}
const groupsOf = (told: readonly Told[], measure = 'pay') =>
  told.filter((one) => one.measure === measure).map(({ group }) => group);

describe('which figures are told', () => {
  it('are all parts and the whole, where no part is small', () => {
    const told = look(
      [],
      eight((index) => ({ title: index < 4 ? 'joiner' : 'rigger' })),
    );
    expect(groupsOf(told)).toEqual([
      '[["title","joiner"]]',
      '[["title","rigger"]]',
      // The others are everybody under another name.
      ...['[["kind",null]]', '[["location",null]]', '[["seniority",null]]', '[]'],
    ]);
  });

  it('leave the whole out, where it less the parts would be one person or two', () => {
    const title = (index: number) => (index < 3 ? 'joiner' : index < 6 ? 'rigger' : 'crane');
    const told = look(
      [],
      eight((index) => ({ title: title(index) })),
    );
    expect(groupsOf(told)).toEqual(['[["title","joiner"]]', '[["title","rigger"]]']);
  });

  it('leave a part out where a filter tells the others of it', () => {
    const people = eight((index) => ({ title: 'joiner', location: index < 5 ? 'yard' : 'quay' }));
    const told = look([], people);
    const smaller = eight((index) => ({ title: 'joiner', location: index < 4 ? 'yard' : 'quay' }));
    // Somebody has moved from one place to the other.
    expect(groupsOf(look(told, smaller)).length).toBe(groupsOf(told).length);
  });

  it('stay as they are when one person joins or gets a raise, and change with three', () => {
    const before = eight(() => ({})).slice(0, 5);
    const told = look([], before);
    const whole = { group: '[]', measure: 'pay', currency: 'EUR' } as const;
    expect(latest(told, whole)?.value).toBe(1700);
    const raised = (count: number) =>
      before.map((one, at) => (at < count ? { ...one, key: `${one.personId}-2`, minor: 9900 } : one));
    expect(look(told, [...before, person('new', 9900)])).toEqual(told);
    for (const count of [1, 2]) expect(look(told, raised(count))).toEqual(told);
    expect(latest(look(told, raised(5)), whole)?.value).toBe(9900);
  });

  it('about positions are not told where another midpoint for one or two would show their pay', () => {
    const mid = (minor: number) => ({ minor, minutes: 60 });
    const alike = look(
      [],
      eight(() => ({ mid: mid(1800) })),
    );
    expect(groupsOf(alike, 'compa')).toContain('[]');
    const one = look(
      [],
      eight((index) => ({ mid: mid(index === 4 ? 1700 : 1800) })),
    );
    expect([groupsOf(one).includes('[]'), groupsOf(one, 'compa')]).toEqual([true, []]);
    // Who keeps bands moves one, and looks again.
    const moved = eight((index) => ({ mid: mid(index < 2 ? 1801 : 1800) }));
    expect(look(alike, moved)).toEqual(alike);
  });

  it('are the same at the next look', () => {
    const people = eight((index) => ({ title: index < 4 ? 'joiner' : 'rigger', kind: index % 2 ? 'a' : 'b' }));
    const told = look([], people);
    expect(look(told, people)).toEqual(told);
  });
});

describe('who reckons with every table, filter and day', () => {
  const value = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null });
  const somebody = fc.record({
    ...{ minor: fc.integer({ min: 1000, max: 3000 }), mid: fc.constantFrom(null, 1500, 2000) },
    ...{ title: value, location: value, seniority: value, kind: fc.constantFrom('a', 'b') },
  });
  const change = fc.record({ at: fc.nat(11), minor: fc.integer({ min: 1000, max: 3000 }), title: value });
  const peopleOf = (drawn: readonly (Omit<Partial<Counted>, 'mid'> & { minor: number; mid: number | null })[]) =>
    drawn.map(({ mid, minor, ...given }, index) =>
      person(`p${index}`, minor, { ...given, mid: mid === null ? null : { minor: mid, minutes: 60 } }),
    );

  it('learns of nobody, nor of two together: by means of those in the middle, and of groups as wholes', () => {
    const drawn = fc.array(somebody, { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(drawn, fc.array(change, { maxLength: 3 }), (first, changes) => {
        let people = peopleOf(first);
        let told = look([], people);
        for (const kind of ['a', 'b']) told = look(told, people, { kind });
        for (const [day, { at, minor, title }] of changes.entries()) {
          people = people.map((one, index) =>
            index === at ? { ...one, minor, title, key: `${one.personId}-${day + 2}` } : one,
          );
          told = look(told, people, { kind: 'a' });
          told = look(told, people);
        }
        for (const sums of [told.map(({ of }) => of), told.map(({ middle }) => middle)])
          expect(exposed(sums)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('would learn of somebody, were everything told that is large enough', () => {
    const people = eight((index) => ({ title: index < 3 ? 'joiner' : index < 6 ? 'rigger' : 'crane' }));
    const groups: Alike[] = [{}, { title: 'joiner' }, { title: 'rigger' }];
    const all = groups.flatMap((alike) => candidatesOf(people, alike));
    expect(exposed(all.map(({ of }) => of))).toEqual([['p6', 'p7']]);
  });
});

/** People, alone or in pairs, of whom some multiple of the sums speaks alone. By fractions, another way than the product's. */
function exposed(sums: readonly (readonly Unknown[])[]): readonly (readonly string[])[] {
  const columns = [...new Map(sums.flat().map((one) => [`${one.personId} ${one.key}`, one.personId]))];
  const rows = sums.map((sum) => {
    const weights = new Map(sum.map((one) => [`${one.personId} ${one.key}`, one.weight ?? ([1, 1] as const)]));
    return columns.map(([name]) => {
      const [part, of] = weights.get(name) ?? [0, 1];
      return part / of;
    });
  });
  const people = [...new Set(columns.map(([, personId]) => personId))];
  const whole = rankOf(rows);
  const pairs = people.flatMap((one, at) => people.slice(at).map((other) => [...new Set([one, other])]));
  return pairs.filter((pair) => {
    const without = rows.map((row) => row.filter((_, column) => !pair.includes(columns[column]?.[1] ?? '')));
    return rankOf(without) < whole;
  });
}

function rankOf(rows: readonly (readonly number[])[]): number {
  // Rows of one length, so that a small number is a small number.
  const left = rows.map((row) => {
    const length = Math.hypot(...row) || 1;
    return row.map((number) => number / length);
  });
  let rank = 0;
  for (const column of (rows[0] ?? []).keys()) {
    const size = (index: number) => Math.abs(left[index]?.[column] ?? 0);
    const rest = Array.from({ length: left.length - rank }, (_, at) => rank + at);
    const found = rest.toSorted((one, other) => size(other) - size(one))[0];
    const pivot = found === undefined ? undefined : left[found];
    if (found === undefined || pivot === undefined || size(found) < 1e-7) continue;
    [left[found], left[rank]] = [left[rank] ?? [], pivot];
    for (const row of left.slice(rank + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      for (const [index, number] of pivot.entries()) row[index] = (row[index] ?? 0) - factor * number;
    }
    rank += 1;
  }
  return rank;
}
