import { dayOfDate } from '../calendar/local.ts';
import type { Rule } from '../rules/rule.ts';
import type { Reported } from './load-report.ts';
import type { Telling } from './store.ts';

/** What was told of some shifts after, before or instead of what the scheduler planned first. */
export interface Changes {
  /** Shifts that changed hands by a trade, and open ones that somebody claimed. */
  readonly traded: number;
  readonly claimed: number;
  /** How often a scheduler told somebody of a shift, and how often that was later than the notice that is due. */
  readonly told: number;
  readonly late: number | null;
  readonly premiumMinutes: number;
}

export interface ChangeTables {
  readonly noticeDays: number | null;
  readonly totals: Changes;
  readonly roles: readonly (Changes & { readonly roleId: string })[];
}

/** Trades, claims, late notice and the pay that changes owe, by role. */
export function changesIn({ tellings, roles, rules }: Pick<Reported, 'tellings' | 'roles' | 'rules'>): ChangeTables {
  const noticeDays = noticeOf(rules);
  const byRole = Map.groupBy(tellings, ({ roleId }) => roleId);
  return {
    noticeDays,
    totals: countOf(tellings, noticeDays),
    roles: roles.flatMap(({ id }) => {
      const of = byRole.get(id);
      return of === undefined ? [] : [{ roleId: id, ...countOf(of, noticeDays) }];
    }),
  };
}

/** The longest notice that a rule asks for; null: none does. */
function noticeOf(rules: readonly Rule[]): number | null {
  const days = rules.flatMap((rule) => (rule.kind === 'notice' ? [rule.days] : []));
  return days.length === 0 ? null : Math.max(...days);
}

function countOf(tellings: readonly Telling[], noticeDays: number | null): Changes {
  const of = (kind: Telling['kind']) => tellings.filter((one) => one.kind === kind);
  const isLate = ({ day, toldOn }: Telling) => day - (dayOfDate(toldOn) ?? 0) < (noticeDays ?? 0);
  return {
    ...{ traded: of('trade').length, claimed: of('claim').length, told: of('publish').length },
    late: noticeDays === null ? null : of('publish').filter(isLate).length,
    premiumMinutes: tellings.reduce((sum, { premiumMinutes }) => sum + premiumMinutes, 0),
  };
}
