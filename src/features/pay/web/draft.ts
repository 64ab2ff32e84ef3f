import { minorUnits } from '../../../web/figures.ts';
import type { Entry, Pay } from './contract.ts';

/** A wage as it is typed. */
export interface WageDraft {
  readonly says: 'pay' | 'ends' | 'withdrawn';
  readonly kind: Pay['kind'];
  readonly amount: number | '';
  readonly currency: string;
  readonly weeklyHours: number | '';
  readonly roleId: string | null;
  readonly from: string;
  readonly why: string;
  /** That it lies outside the band and is meant so. */
  readonly outsideBand: boolean;
}

/** A fresh entry, or one that takes the place of another and begins with what that one says. */
export function draftOf(today: string, currency: string, corrects: Entry | null): WageDraft {
  const pay = corrects?.pay ?? null;
  return {
    says: corrects?.says === 'ends' ? 'ends' : 'pay',
    kind: pay?.kind ?? 'hourly',
    amount: pay === null ? '' : pay.minor / minorUnits(pay.currency),
    currency: pay?.currency ?? currency,
    weeklyHours: pay?.weeklyMinutes ? pay.weeklyMinutes / 60 : '',
    roleId: corrects?.roleId ?? null,
    from: corrects?.from ?? today,
    why: '',
    outsideBand: false,
  };
}

type Sent =
  | { readonly says: 'withdrawn'; readonly why: string }
  | (Scope & { readonly says: 'ends' })
  | (Scope & { readonly says: 'pay'; readonly pay: SentPay; readonly outsideBand?: boolean });
type Scope = Pick<WageDraft, 'roleId' | 'from' | 'why'>;
type SentPay = Pick<Pay, 'minor' | 'currency'> &
  ({ readonly kind: 'hourly' } | { readonly kind: 'monthly' | 'yearly'; readonly weeklyMinutes: number });

/** What is sent. Amounts leave as whole numbers of the smallest unit. */
export function bodyOf(draft: WageDraft): Sent {
  const { says, kind, amount, currency, weeklyHours, roleId, from, why, outsideBand } = draft;
  if (says === 'withdrawn') return { says, why };
  if (says === 'ends') return { says, roleId, from, why };
  const minor = Math.round(Number(amount) * minorUnits(currency));
  const pay: SentPay =
    kind === 'hourly'
      ? { kind, minor, currency }
      : { kind, minor, currency, weeklyMinutes: Math.round(Number(weeklyHours) * 60) };
  return { says, pay, roleId, from, why, ...(outsideBand ? { outsideBand } : {}) };
}

/** Whether there is enough to send; what is wrong of it the server says. */
export function isComplete({ says, kind, amount, weeklyHours, from, why }: WageDraft): boolean {
  if (why.trim() === '') return false;
  if (says === 'withdrawn') return true;
  if (from === '') return false;
  return says === 'ends' || (amount !== '' && (kind === 'hourly' || weeklyHours !== ''));
}
