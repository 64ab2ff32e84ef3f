import { hoursText } from '../board/days.ts';
import type { Entry, Planned, Stretch, Version } from './contract.ts';

/** "09:00–17:05", or "since 09:00" for what runs. */
export function timesWords({ localStart, localEnd }: Pick<Stretch, 'localStart' | 'localEnd'>): string {
  return localEnd === null ? `since ${localStart.slice(11)}` : `${localStart.slice(11)}–${localEnd.slice(11)}`;
}

/** "Bar, Harbour", as far as it is known. */
export function placeWords({ roleName, locationName }: Pick<Entry | Planned, 'roleName' | 'locationName'>): string {
  return [roleName, locationName].filter((one) => one !== null && one !== '').join(', ');
}

/** "+1 h 30 min", "−45 min", "0 h". */
export function differenceWords(minutes: number): string {
  if (minutes === 0) return hoursText(0);
  return `${minutes < 0 ? '−' : '+'}${hoursText(Math.abs(minutes))}`;
}

/** "Break 12:00–12:30", several of them with commas; empty without any. */
export function breakWords({ breaks }: Pick<Stretch, 'breaks'>): string {
  if (breaks.length === 0) return '';
  return `${breaks.length === 1 ? 'Break' : 'Breaks'} ${breaks.map(timesWords).join(', ')}`;
}

/** Minutes worked of what runs, at a moment: the server's figure is as old as its answer. */
export function workedUntil({ startsAt, endsAt, breaks }: Stretch, now: Date): number {
  const minute = (at: string | null) => Math.floor((at === null ? now.getTime() : Date.parse(at)) / 60_000);
  const rested = breaks.reduce((sum, one) => sum + minute(one.endsAt) - minute(one.startsAt), 0);
  return Math.max(0, minute(endsAt) - minute(startsAt) - rested);
}

const actNames: Readonly<Record<Version['act'], string>> = {
  in: 'Clocked in',
  break: 'Began a break',
  back: 'Ended the break',
  out: 'Clocked out',
  correction: 'Corrected',
};

/** What made a version, in words. */
export function versionWords({ act, removed }: Version): string {
  return removed ? 'Taken out' : actNames[act];
}
