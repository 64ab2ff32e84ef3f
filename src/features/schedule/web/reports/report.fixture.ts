import type { Figures, Report } from './report-contract.ts';

const figuresOf = (given: Partial<Figures> = {}): Figures => ({
  ...{ people: 3, assignments: 12, planned: 5760, worked: null, overtime: 120, workedOvertime: null },
  ...{ costMinor: 153_600, workedCostMinor: null, costMinutes: 5760, otherCosts: [] },
  ...given,
});
const spread = { least: 0, most: 4, mean: 1.5 };

/** The report of a harbour with a bar and a door, as a scheduler reads it; may be changed in part. */
export function reportOf(change: Partial<Report> = {}): Report {
  const bar = { roleId: 'r1', name: 'Bar', locationName: 'Harbour' };
  return {
    ...{ from: '2026-05-18', to: '2026-05-31', currency: 'EUR', exact: false, pays: false, timeClock: false },
    choices: {
      roles: [
        { id: 'r1', name: 'Bar', locationId: 'l1', departmentId: null },
        { id: 'r2', name: 'Door', locationId: 'l1', departmentId: null },
      ],
      ...{ locations: [{ id: 'l1', name: 'Harbour' }], departments: [] },
    },
    totals: figuresOf(),
    people: [{ personId: 'p1', name: 'Ana', ...figuresOf({ people: 1, planned: 1920, costMinor: null }) }],
    roles: [{ ...bar, ...figuresOf() }],
    locations: [{ locationId: 'l1', name: 'Harbour', ...figuresOf() }],
    fairness: {
      people: [
        { personId: 'p1', name: 'Ana', minutes: 1920, wanted: 2400, weekends: 1, nights: 4, disliked: 0 },
        { personId: 'p2', name: 'Ben', minutes: 0, wanted: null, weekends: 0, nights: 0, disliked: 0 },
      ],
      spread: { minutes: { least: 0, most: 1920, mean: 960 }, weekends: spread, nights: spread, disliked: spread },
    },
    filled: {
      totals: { places: 28, filled: 21 },
      roles: [{ ...bar, places: 28, filled: 21 }],
      weekdays: [0, 1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, places: 4, filled: 3 })),
    },
    coverage: {
      totals: { needed: 3000, covered: 2700, short: 300, over: 90 },
      roles: [{ ...bar, needed: 3000, covered: 2700, short: 300, over: 90 }],
    },
    changes: {
      noticeDays: 14,
      totals: { traded: 2, claimed: 1, told: 20, late: 3, premiumMinutes: 90 },
      roles: [{ ...bar, traded: 2, claimed: 1, told: 20, late: 3, premiumMinutes: 90 }],
    },
    ...change,
  };
}
