import { minorUnits } from '../../../../web/figures.ts';
import type { Cycle, Cycles, Guidelines, Zone } from './contract.ts';
import { zones } from './contract.ts';

type TypedNumber = number | '';
type Range = Readonly<Record<'suggested' | 'min' | 'max', TypedNumber>>;

/** How a review is set up, as it is typed. */
export interface CycleDraft {
  readonly name: string;
  readonly from: string;
  readonly budget: TypedNumber;
  readonly currency: string;
  readonly weeklyHours: TypedNumber;
  /** In percent. */
  readonly guidelines: Readonly<Record<Zone, Range>>;
  /** By manager; empty: none. */
  readonly shares: Readonly<Record<string, TypedNumber>>;
  readonly without: readonly string[];
}

const range = (suggested: number, min: number, max: number): Range => ({ suggested, min, max });
/** More for who earns little of what their title may, less for who earns much of it. */
const usual: CycleDraft['guidelines'] = {
  ...{ below: range(5, 3, 8), lower: range(4, 3, 6), middle: range(3, 2, 4) },
  ...{ upper: range(2, 1, 3), above: range(0, 0, 1), unbanded: range(3, 2, 4) },
};

/** A fresh review, from the first of the next month but one, or what one says that is set up anew. */
export function draftOfCycle(known: Pick<Cycles, 'today' | 'currency'>, cycle: Cycle | null): CycleDraft {
  if (cycle === null) {
    const from = Temporal.PlainDate.from(known.today).with({ day: 1 }).add({ months: 2 }).toString();
    return {
      ...{ name: '', from, budget: '', currency: known.currency, weeklyHours: 40 },
      ...{ guidelines: usual, shares: {}, without: [] },
    };
  }
  const { name, from, currency, weeklyMinutes, without, guidelines } = cycle;
  const units = minorUnits(currency);
  return {
    ...{ name, from, currency, weeklyHours: weeklyMinutes / 60, without },
    budget: (cycle.budget ?? 0) / units,
    guidelines: guidelines === null ? usual : eachZone((zone) => eachPart((part) => guidelines[zone][part] / 10)),
    shares: Object.fromEntries(cycle.shares.map(({ managerId, budget }) => [managerId, budget / units])),
  };
}

/** What is sent: amounts in the smallest unit, percentages in tenths. */
export function bodyOfCycle({ name, from, budget, currency, weeklyHours, guidelines, shares, without }: CycleDraft) {
  const minor = (amount: TypedNumber) => Math.round(Number(amount) * minorUnits(currency));
  const given = Object.entries(shares).filter(([, amount]) => amount !== '');
  return {
    ...{ name: name.trim(), from, currency, without: [...without] },
    ...{ budget: minor(budget), weeklyMinutes: Math.round(Number(weeklyHours) * 60) },
    guidelines: eachZone((zone) => eachPart((part) => Math.round(Number(guidelines[zone][part]) * 10))) as Guidelines,
    shares: given.map(([managerId, amount]) => ({ managerId, budget: minor(amount) })),
  };
}

/** Whether there is enough to send; what is wrong of it the server says. */
export function isWholeCycle({ name, from, budget, weeklyHours, guidelines }: CycleDraft): boolean {
  if (name.trim() === '' || from === '' || budget === '' || weeklyHours === '') return false;
  return zones.every((zone) => Object.values(guidelines[zone]).every((value) => value !== ''));
}

function eachZone<T>(of: (zone: Zone) => T): Record<Zone, T> {
  return {
    ...{ below: of('below'), lower: of('lower'), middle: of('middle') },
    ...{ upper: of('upper'), above: of('above'), unbanded: of('unbanded') },
  };
}

const eachPart = (of: (part: keyof Range) => number) => ({
  suggested: of('suggested'),
  min: of('min'),
  max: of('max'),
});
