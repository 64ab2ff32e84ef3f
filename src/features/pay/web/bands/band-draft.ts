import { minorUnits } from '../../../../web/figures.ts';
import type { Band } from '../contract.ts';

type Typed = number | '';

/** A band as it is typed. */
export interface BandDraft {
  readonly title: string;
  readonly locationId: string | null;
  readonly from: string;
  /** Empty: until another one. */
  readonly until: string;
  readonly per: Band['per'];
  readonly min: Typed;
  readonly mid: Typed;
  readonly max: Typed;
  readonly currency: string;
  readonly weeklyHours: Typed;
}

/** A fresh band, or what one says that is to be changed. */
export function draftOfBand(today: string, currency: string, band: Band | null): BandDraft {
  if (band === null)
    return {
      ...{ title: '', locationId: null, from: today, until: '', per: 'hour', currency },
      ...{ min: '', mid: '', max: '', weeklyHours: '' },
    };
  const { title, locationId, from, until, per, weeklyMinutes } = band;
  const units = minorUnits(band.currency);
  return {
    ...{ title, locationId, from, per, currency: band.currency, until: until ?? '' },
    ...{ min: band.min / units, mid: band.mid / units, max: band.max / units },
    weeklyHours: weeklyMinutes === null ? '' : weeklyMinutes / 60,
  };
}

/** What is sent. Amounts leave as whole numbers of the smallest unit. */
export function bodyOfBand({ title, locationId, from, until, per, min, mid, max, currency, weeklyHours }: BandDraft) {
  const minor = (amount: Typed) => Math.round(Number(amount) * minorUnits(currency));
  const said = {
    ...{ title: title.trim(), locationId, from, until: until === '' ? null : until, currency },
    ...{ min: minor(min), mid: minor(mid), max: minor(max) },
  };
  if (per === 'hour') return { ...said, per };
  return { ...said, per, weeklyMinutes: Math.round(Number(weeklyHours) * 60) };
}

/** Whether there is enough to send; what is wrong of it the server says. */
export function isWhole({ title, from, per, min, mid, max, weeklyHours }: BandDraft): boolean {
  if (title.trim() === '' || from === '') return false;
  return [min, mid, max].every((amount) => amount !== '') && (per === 'hour' || weeklyHours !== '');
}
