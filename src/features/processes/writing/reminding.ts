/** Days before the day to look through a process by on which whoever answers for it is reminded; 0: it is today or past. */
export const reminderDays = [30, 7, 0] as const;
export type ReminderDays = (typeof reminderDays)[number];

/**
 * Which reminder is due so many days before the day, which may be past: the latest whose time has come, so that what was
 * not looked at for some days is told of once.
 */
export function dueReminder(daysLeft: number): ReminderDays | null {
  return reminderDays.findLast((days) => daysLeft <= days) ?? null;
}

/** How far away the day is, in words. */
export function dueWords(daysLeft: number): string {
  if (daysLeft < -1) return `was due ${-daysLeft} days ago`;
  if (daysLeft < 0) return 'was due yesterday';
  if (daysLeft === 0) return 'is due today';
  return daysLeft === 1 ? 'is due tomorrow' : `is due in ${daysLeft} days`;
}
