import type { Span } from '../calendar/spans.ts';
import type { Need } from '../forecast/needs.ts';

/** What a role needs by its forecast, and when somebody is there, both in any order. */
export interface Demand {
  readonly roleId: string;
  readonly needs: readonly Need[];
  readonly there: readonly Span[];
}

/** In minutes of people, of half hours that have a forecast. */
export interface Coverage {
  readonly needed: number;
  readonly covered: number;
  /** Needed, and nobody is there. */
  readonly short: number;
  /** There, and not needed. */
  readonly over: number;
  /** How much of what is needed is covered, in per cent; null: nobody is needed. */
  readonly share: number | null;
}

export interface CoverageTables {
  readonly totals: Coverage;
  readonly roles: readonly (Coverage & { readonly roleId: string })[];
}

type Sums = Omit<Coverage, 'share'>;
const nothing: Sums = { needed: 0, covered: 0, short: 0, over: 0 };

/** How far people on shift cover what is forecast, role by role: too many in one make up for nobody in another. */
export function coverageOf(demands: readonly Demand[]): CoverageTables {
  const roles = demands.flatMap((demand) =>
    demand.needs.length === 0 ? [] : [{ roleId: demand.roleId, ...sumsOf(demand) }],
  );
  return {
    totals: withShare(roles.reduce((sums, one) => sumOf(sums, one), nothing)),
    roles: roles.map(({ roleId, ...sums }) => ({ roleId, ...withShare(sums) })),
  };
}

function withShare(sums: Sums): Coverage {
  return { ...sums, share: sums.needed === 0 ? null : Math.round((sums.covered * 1000) / sums.needed) / 10 };
}

function sumOf(one: Sums, other: Sums): Sums {
  return {
    ...{ needed: one.needed + other.needed, covered: one.covered + other.covered },
    ...{ short: one.short + other.short, over: one.over + other.over },
  };
}

/** Goes through needs and people once, both by beginning: a year of half hours has 17,520. */
function sumsOf({ needs, there }: Demand): Sums {
  const coming = there.toSorted((one, other) => one.start - other.start);
  let next = 0;
  let present: readonly Span[] = [];
  let sums = nothing;
  for (const need of needs.toSorted((one, other) => one.start - other.start)) {
    const arrived: Span[] = [];
    for (let one = coming[next]; one !== undefined && one.start < need.end; one = coming[next]) {
      arrived.push(one);
      next += 1;
    }
    present = [...present, ...arrived].filter(({ end }) => end > need.start);
    sums = sumOf(sums, within(need, present));
  }
  return sums;
}

/** People come and go within a half hour too. */
function within({ start, end, people }: Need, present: readonly Span[]): Sums {
  const moments = [
    start,
    ...present.flatMap((one) => [one.start, one.end]).filter((at) => at > start && at < end),
    end,
  ];
  const cuts = [...new Set(moments)].toSorted((one, other) => one - other);
  return cuts.slice(1).reduce((sums, until, index) => {
    const from = cuts[index] ?? until;
    const count = present.filter((one) => one.start <= from && one.end >= until).length;
    const minutes = until - from;
    return sumOf(sums, {
      ...{ needed: people * minutes, covered: Math.min(people, count) * minutes },
      ...{ short: Math.max(0, people - count) * minutes, over: Math.max(0, count - people) * minutes },
    });
  }, nothing);
}
