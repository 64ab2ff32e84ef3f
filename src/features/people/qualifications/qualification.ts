/** Something that people can be asked to hold: a licence, a course, a certificate. */
export type Qualification = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Whether every holder has a last day. */
  readonly expires: boolean;
  /** It is given to nobody any more; who holds it does so still. */
  readonly archived: boolean;
};

/** What somebody holds. */
export type Held = {
  readonly qualificationId: string;
  /** The last day on which it is valid, `YYYY-MM-DD`; null where it does not expire. */
  readonly expiresOn: string | null;
};

/** Days before the last one on which somebody is reminded. */
export const reminderDays = [60, 30, 7] as const;
export type ReminderDays = (typeof reminderDays)[number];

/**
 * Which reminder is due so many days before the last one: the latest whose time has come, so that what was entered late,
 * or not looked at for some days, is reminded of once and not three times. Null before the first and after the last day.
 */
export function dueReminder(daysLeft: number): ReminderDays | null {
  if (daysLeft < 0) return null;
  return reminderDays.findLast((days) => daysLeft <= days) ?? null;
}

/**
 * Sentences by field for what can't be held so; null when all is well. Whoever holds an archived one already may keep it.
 */
export function unfitting(
  wanted: readonly Held[],
  known: readonly Qualification[],
  before: readonly Held[],
): Readonly<Record<string, string>> | null {
  const fields = wanted.flatMap(({ qualificationId, expiresOn }, index) => {
    const at = (field: string, sentence: string) => [[`held.${index}.${field}`, sentence] as const];
    const qualification = known.find(({ id }) => id === qualificationId);
    if (!qualification) return at('qualificationId', 'There is no such qualification.');
    const kept = before.some((held) => held.qualificationId === qualificationId);
    if (qualification.archived && !kept)
      return at('qualificationId', 'This qualification is archived. Bring it back first.');
    if (wanted.findIndex((held) => held.qualificationId === qualificationId) < index) {
      return at('qualificationId', 'This qualification is in the list twice.');
    }
    if (qualification.expires && expiresOn === null)
      return at('expiresOn', 'Please enter the last day on which it is valid.');
    if (!qualification.expires && expiresOn !== null) return at('expiresOn', 'This qualification does not expire.');
    return [];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : null;
}
