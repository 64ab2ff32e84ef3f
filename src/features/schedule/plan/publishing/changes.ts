import { dayWords, spanWords } from '../../calendar/describe.ts';
import { type PremiumRule, premiumMinutes, type ShiftChange } from '../../rules/premium.ts';
import { type Shift, shiftOf } from '../../rules/shift.ts';
import type { Assignment } from '../plan.ts';
import type { PublishedShift } from './store.ts';

/** An assignment that is to be told. */
export interface Telling {
  readonly assignment: Assignment;
  /** What the person works of it. */
  readonly shift: Shift;
}

/** What differs for one person between what they were told and the plan. */
export interface PersonChange {
  readonly personId: string;
  readonly added: readonly Telling[];
  readonly removed: readonly PublishedShift[];
  readonly moved: readonly { readonly from: PublishedShift; readonly to: Telling }[];
  readonly unchanged: number;
}

/** Compares the plan with what people were told, by person. A shift at another time, or of another length, is moved. */
export function changesOf(plan: readonly Telling[], told: readonly PublishedShift[]): readonly PersonChange[] {
  const people = new Set([
    ...plan.map(({ assignment }) => assignment.personId),
    ...told.map(({ personId }) => personId),
  ]);
  const planned = Map.groupBy(plan, ({ assignment }) => assignment.personId);
  const known = Map.groupBy(told, ({ personId }) => personId);
  return [...people].map((personId) => {
    const left = [...(known.get(personId) ?? [])];
    const take = (fits: (one: PublishedShift) => boolean) => {
      const index = left.findIndex(fits);
      return index < 0 ? undefined : left.splice(index, 1)[0];
    };
    const fresh = (planned.get(personId) ?? []).filter(
      ({ assignment: { shiftId, start, end } }) =>
        take((one) => one.shiftId === shiftId && one.start === start && one.end === end) === undefined,
    );
    const unchanged = (planned.get(personId)?.length ?? 0) - fresh.length;
    const [added, moved]: [Telling[], { from: PublishedShift; to: Telling }[]] = [[], []];
    for (const telling of fresh) {
      const from = take(({ shiftId }) => shiftId === telling.assignment.shiftId);
      if (from === undefined) added.push(telling);
      else moved.push({ from, to: telling });
    }
    return { personId, added, removed: left, moved, unchanged };
  });
}

/** Whether somebody has to be told. */
export function isChanged({ added, removed, moved }: PersonChange): boolean {
  return added.length + removed.length + moved.length > 0;
}

/** What changes owe by rule packs, by what they are about; nothing before people were told for the first time. */
export interface Premiums {
  readonly added: (telling: Telling) => number;
  readonly moved: (from: PublishedShift, to: Telling) => number;
  readonly removed: (one: PublishedShift) => number;
}

/** @param isFirst nobody was told of the work of this role yet, so that nothing changes for anybody */
export function premiumsOf(
  rules: readonly PremiumRule[],
  today: number,
  isFirst: (roleId: string) => boolean,
): Premiums {
  const isVoluntary = ({ assignment: { madeBy } }: Telling) => madeBy === 'trade' || madeBy === 'claim';
  const owed = (roleId: string, change: ShiftChange) => (isFirst(roleId) ? 0 : premiumMinutes(change, rules));
  return {
    added: (telling) =>
      owed(telling.shift.role, {
        ...{ change: 'added', lostMinutes: 0, voluntary: isVoluntary(telling) },
        daysBefore: telling.shift.day - today,
      }),
    moved: (from, to) => {
      const lostMinutes = Math.max(0, shiftTold(from).workMinutes - to.shift.workMinutes);
      const daysBefore = Math.min(shiftTold(from).day, to.shift.day) - today;
      const change = lostMinutes > 0 ? 'cut' : 'moved';
      return owed(from.roleId, { change, lostMinutes, daysBefore, voluntary: isVoluntary(to) });
    },
    removed: (one) => {
      const { day, workMinutes } = shiftTold(one);
      return owed(one.roleId, { change: 'cut', lostMinutes: workMinutes, daysBefore: day - today, voluntary: false });
    },
  };
}

/** A shift as it was told, in local time. */
export function shiftTold({ shiftId, roleId, start, end, zone, breakMinutes }: PublishedShift): Shift {
  return shiftOf({ ...{ id: shiftId, role: roleId, location: '', zone, needs: 1 }, start, end, breakMinutes });
}

/** As many lines are sent; more are read on the web. */
const mostLines = 60;

/** What a person reads: their own shifts only, and of a change only what has changed. */
export function linesFor(
  { added, removed, moved }: PersonChange,
  isFirst: boolean,
  placeOf: (roleId: string) => string,
): readonly string[] {
  const words = (shift: Shift) =>
    `${dayWords(shift.localStart.slice(0, 10))} ${spanWords(shift)}, ${placeOf(shift.role)}`;
  const byStart = (one: { readonly start: number }, other: { readonly start: number }) => one.start - other.start;
  const news = added.map(({ shift }) => shift).toSorted(byStart);
  const lines = [
    ...news.map((shift) => (isFirst ? words(shift) : `New: ${words(shift)}`)),
    ...moved.map(({ from, to }) => `Changed: ${words(to.shift)} (it was ${words(shiftTold(from))})`),
    ...removed.map((one) => `Not yours any more: ${words(shiftTold(one))}`),
  ];
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines), `And ${lines.length - mostLines} more, on the web.`];
}
