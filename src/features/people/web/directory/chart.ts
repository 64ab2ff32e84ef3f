import type { Box } from './contract.ts';

/** Somebody with those who report to them. */
export interface Branch {
  readonly person: Box;
  readonly reports: readonly Branch[];
}

/** The chart as a tree: whoever reports to nobody whom one may know of stands at the top. Order is kept. */
export function branchesOf(people: readonly Box[]): readonly Branch[] {
  const under = Map.groupBy(people, ({ managerId }) => managerId);
  const branch = (person: Box): Branch => ({ person, reports: (under.get(person.id) ?? []).map(branch) });
  return (under.get(null) ?? []).map(branch);
}

/** How many there are below somebody, over all levels. */
export function sizeOf({ reports }: Branch): number {
  return reports.reduce((sum, report) => sum + 1 + sizeOf(report), 0);
}
