import type { Pay, PersonPay, Raising } from '../contract.ts';
import { bodyOf, draftOf, isComplete, type WageDraft } from '../draft.ts';
import type { Raise } from './contract.ts';

/** What a window to propose begins with. */
export interface Start {
  readonly personId: string;
  readonly name: string;
  readonly today: string;
  readonly currency: string;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** What they earn now, in all work or in a role of its own. */
  readonly earns: (roleId: string | null) => Pay | null;
  readonly draft: RaiseDraft;
}

/** A proposal as it is typed. */
export interface RaiseDraft {
  readonly from: string;
  readonly title: string;
  readonly roleIds: readonly string[];
  readonly changesPay: boolean;
  readonly wage: WageDraft;
  readonly reason: string;
}

/** The first of the next month: when most raises begin. */
export function nextMonth(today: string): string {
  return Temporal.PlainDate.from(today).with({ day: 1 }).add({ months: 1 }).toString();
}

const wageOf = (today: string, currency: string, roleId: string | null, pay: Pay | null): WageDraft => {
  const fresh = draftOf(today, pay?.currency ?? currency, null);
  if (pay === null) return { ...fresh, roleId };
  const { kind, minor, weeklyMinutes } = pay;
  const unit = {
    kind,
    amount: minor / unitsOf(pay),
    weeklyHours: weeklyMinutes === null ? '' : weeklyMinutes / 60,
  } as const;
  return { ...fresh, roleId, ...unit };
};

const unitsOf = ({ currency }: Pay): number => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2);
};

/** A fresh proposal for somebody, which begins with what they have. */
export function startOf(pay: PersonPay, raising: Raising): Start {
  const { personId, name, today, currency, roles } = pay;
  const current = pay.entries.filter(({ id }) => pay.current.includes(id));
  const earns = (roleId: string | null) =>
    (current.find((entry) => entry.roleId === roleId) ?? current.find((entry) => entry.roleId === null))?.pay ?? null;
  return {
    ...{ personId, name, today, currency, roles, earns },
    draft: {
      ...{ from: nextMonth(today), title: raising.title ?? '', roleIds: raising.knows, reason: '' },
      ...{ changesPay: true, wage: wageOf(today, currency, null, earns(null)) },
    },
  };
}

/** A proposal that is changed begins with what it says. */
export function startOfRaise(raise: Raise): Start {
  const { personId, name, today, currency, knownRoles, pay, from, title, roleIds, reason } = raise;
  const roleId = pay?.roleId ?? null;
  return {
    ...{ personId, name, today, currency, roles: knownRoles },
    earns: (of) => (pay !== null && of === roleId ? pay.before : null),
    draft: {
      ...{ from, title: title.after ?? '', roleIds, reason, changesPay: pay !== null },
      wage: wageOf(today, currency, roleId, pay?.after ?? null),
    },
  };
}

/** What is sent. */
export function raiseBody({ from, title, roleIds, changesPay, wage, reason }: RaiseDraft) {
  const sent = bodyOf({ ...wage, says: 'pay' });
  const pay = changesPay && sent.says === 'pay' ? { roleId: wage.roleId, pay: sent.pay } : null;
  return { from, title: title.trim() || null, roles: [...roleIds], pay, reason };
}

export function isReady({ from, changesPay, wage, reason }: RaiseDraft): boolean {
  const paid = !changesPay || isComplete({ ...wage, says: 'pay', from, why: 'x' });
  return from !== '' && reason.trim() !== '' && paid;
}

/** What the server says of fields, under the names that the window's fields have. */
export function fieldsOf(wrong: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(wrong).map(([name, words]) => [name.replace(/^pay\.pay\./, 'pay.'), words]));
}

/** By how many percent what is typed is more than now; null where that can't be said. */
export function typedPercent(before: Pay | null, wage: WageDraft): number | null {
  if (before === null || wage.amount === '' || before.kind !== wage.kind || before.currency !== wage.currency)
    return null;
  if (before.weeklyMinutes !== null && before.weeklyMinutes !== Number(wage.weeklyHours) * 60) return null;
  const now = before.minor / unitsOf(before);
  return now === 0 ? null : Math.round((Number(wage.amount) / now - 1) * 1000) / 10;
}
