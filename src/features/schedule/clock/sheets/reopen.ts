import { byPerson } from '../../acts.ts';
import type { Doing } from '../doing.ts';
import { approvedWith, putSheet } from './store.ts';

/**
 * Opens approved timesheets again in which hours of these days have just changed, and tells the person and whoever
 * approved them: what they said yes to is not what it says now.
 * @returns the first days of the periods that are open again
 */
export async function reopenFor(doing: Doing, personId: string, days: readonly string[]): Promise<readonly string[]> {
  const { parts, tx, by } = doing;
  const approved = await approvedWith(tx, personId, days);
  for (const sheet of approved) {
    await putSheet(tx, { ...sheet, approvedAt: null });
    await parts.audit.append(tx, {
      ...byPerson({ personId: by }),
      action: 'schedule.timesheet_reopened',
      target: { type: 'person', id: personId },
      detail: { period: sheet.firstDay },
    });
    const names = await parts.people.namesOf(tx, [personId]);
    const whose = (reader: string) => (reader === personId ? 'Your' : `${names.get(personId) ?? 'Somebody'}’s`);
    const at = sheet.approvedAt?.getTime() ?? 0;
    await parts.people.tell(
      tx,
      [...new Set([personId, sheet.approvedBy])]
        .filter((reader) => reader !== by)
        .map((reader) => ({
          ...{ personId: reader, event: 'hours_decided' as const },
          key: `timesheet/${personId}/${sheet.firstDay}/open/${at}`,
          subject: `${whose(reader)} timesheet from ${sheet.firstDay} is open again`,
          lines: ['Hours in it were changed after it was approved. It has to be approved anew.'],
          link: { label: 'Open the timesheet', path: sheetPath(reader === personId ? 'me' : personId, sheet.firstDay) },
        })),
    );
  }
  return approved.map(({ firstDay }) => firstDay);
}

/** The page with somebody's timesheet. */
export function sheetPath(person: string, firstDay: string): string {
  return person === 'me' ? `/team/clock?from=${firstDay}` : `/team/clock/people/${person}?from=${firstDay}`;
}
