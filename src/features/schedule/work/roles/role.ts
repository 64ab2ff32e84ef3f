import type { RoleCondition } from '../../rules/rule.ts';

/** A job at a location, as schedulers describe it. What an hour of it costs stands apart, sealed. */
export interface WorkRole {
  readonly id: string;
  readonly name: string;
  readonly locationId: string;
  readonly departmentId: string | null;
  readonly colour: string;
  /** Simple scheduling order: 1 is filled first; null after all ranked. */
  readonly importance: number | null;
  readonly conditions: readonly RoleCondition[];
  readonly archived: boolean;
}

/** A management rank of somebody in a role: 1 is best, 0 is never. `weekday`: 0 for Monday; null for every day. */
export interface RoleRank {
  readonly personId: string;
  readonly weekday: number | null;
  readonly rank: number;
}
