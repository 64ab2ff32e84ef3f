import type { Clock, Correction, Entry, Planned, Sheet, SheetRow } from './contract.ts';

/** Nine to six on a Monday in Lisbon, with half an hour's break. */
export function entryOf(change: Partial<Entry> = {}): Entry {
  return {
    ...{ id: 'e1', personId: 'p1', day: '2026-05-18', zone: 'Europe/Lisbon', version: 4 },
    ...{ startsAt: '2026-05-18T08:00:00.000Z', endsAt: '2026-05-18T17:00:00.000Z' },
    ...{ localStart: '2026-05-18T09:00', localEnd: '2026-05-18T18:00', breakMinutes: 30, workedMinutes: 510 },
    breaks: [
      {
        ...{ startsAt: '2026-05-18T11:00:00.000Z', endsAt: '2026-05-18T11:30:00.000Z' },
        ...{ localStart: '2026-05-18T12:00', localEnd: '2026-05-18T12:30' },
      },
    ],
    ...{ roleId: 'r1', roleName: 'Bar', locationName: 'Harbour', shiftId: 's1', forgotten: false, waiting: false },
    ...change,
  };
}

export function plannedOf(change: Partial<Planned> = {}): Planned {
  return {
    ...{ shiftId: 's1', startsAt: '2026-05-18T08:00:00.000Z', endsAt: '2026-05-18T16:00:00.000Z' },
    ...{ localStart: '2026-05-18T09:00', localEnd: '2026-05-18T17:00', zone: 'Europe/Lisbon' },
    ...{ roleName: 'Bar', locationName: 'Harbour', workMinutes: 450 },
    ...change,
  };
}

export function clockOf(change: Partial<Clock> = {}): Clock {
  const roles = [{ id: 'r1', name: 'Bar', locationName: 'Harbour', zone: 'Europe/Lisbon' }];
  return { entry: null, onBreak: false, shift: null, next: null, roles, recent: [], ...change };
}

/** Somebody who worked an hour more than planned. */
export function rowOf(change: Partial<SheetRow> = {}): SheetRow {
  return {
    ...{ personId: 'p1', name: 'Ana', planned: 450, worked: 510, breaks: 30, unplanned: 0, overtime: 0 },
    ...{ difference: 60, entries: 1, state: 'open', asked: 0, runningSince: null, forgotten: false },
    ...{ approvedBy: null, approvedAt: null, problem: null },
    ...change,
  };
}

export const period = { firstDay: '2026-05-18', lastDay: '2026-05-31', days: 14, isOver: true };

export function sheetOf(change: Partial<Sheet> = {}): Sheet {
  return {
    ...{ period, person: rowOf(), mayDecide: false, zone: 'Europe/Lisbon', roles: clockOf().roles },
    planned: [{ ...plannedOf(), day: '2026-05-18' }],
    entries: [{ ...entryOf(), overtimeMinutes: 0 }],
    ...change,
  };
}

/** Ana asks for an hour less. */
export function correctionOf(change: Partial<Correction> = {}): Correction {
  const present = entryOf();
  return {
    ...{ id: 'c1', personId: 'p1', personName: 'Ana', kind: 'change', zone: 'Europe/Lisbon', present },
    wanted: { ...present, localEnd: '2026-05-18T17:00', workedMinutes: 450 },
    ...{ roleName: null, state: 'asked', reason: 'I left early', answer: null, askedBy: 'Ana' },
    ...{ askedAt: '2026-05-19T08:00:00.000Z', decidedBy: null, mayDecide: false, mayWithdraw: true },
    ...change,
  };
}
