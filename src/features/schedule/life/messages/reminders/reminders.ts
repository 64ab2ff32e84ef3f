import { newId } from '../../../../../platform/clock/index.ts';
import { type OrgId, orgOf, type Tx } from '../../../../../platform/db/index.ts';
import { RetryLater } from '../../../../../platform/jobs/index.ts';
import { dayWords, spanWords } from '../../../calendar/describe.ts';
import type { ScheduleParts } from '../../../parts.ts';
import { shiftTold } from '../../../plan/publishing/changes.ts';
import { toldOf } from '../../../plan/publishing/store.ts';
import { loadPlaces } from '../../places.ts';
import { remindOfShift, remindOnce } from './job-kinds.ts';
import {
  deleteReminder,
  findLead,
  forgetShiftsBefore,
  insertReminder,
  lockReminder,
  type OwnReminder,
  releaseShift,
  takeShiftsDue,
} from './store.ts';

/** As long as a reminder may be, and as many as may wait for a person. */
export const longestReminder = 300;
export const mostReminders = 50;

/** How far ahead a look goes: further than the next one is away, so that no reminder falls between two. */
const aheadMs = 6 * 60_000;
const day = 86_400_000;

const textAt = (id: string) => ({ table: 'own_reminders', column: 'text_sealed', rowId: id });

/** Adds a reminder to oneself, and the job that brings it. */
export async function addReminder(
  { clock, vault, jobs }: ScheduleParts,
  tx: Tx,
  { text, ...wanted }: Pick<OwnReminder, 'personId' | 'dueAt' | 'zone'> & { readonly text: string },
): Promise<OwnReminder> {
  const id = newId(clock);
  const reminder = { ...wanted, id, textSealed: await vault.seal(tx, textAt(id), text) };
  await insertReminder(tx, reminder);
  await jobs.enqueue(tx, remindOnce, { orgId: orgOf(tx), reminderId: id }, { startAfter: wanted.dueAt });
  return reminder;
}

/** What somebody wrote to themselves, opened. */
export function textOf(
  { vault }: Pick<ScheduleParts, 'vault'>,
  tx: Tx,
  { id, textSealed }: OwnReminder,
): Promise<string> {
  return vault.openText(tx, textAt(id), textSealed);
}

const link = { label: 'Open my schedule', path: '/team/mine' };

/** Tells somebody what they wanted to be reminded of. The row goes in the same transaction: a second try finds nothing. */
export async function bringReminder(parts: ScheduleParts, orgId: OrgId, id: string): Promise<void> {
  await parts.db.inOrg(orgId, async (tx) => {
    const reminder = await lockReminder(tx, id);
    if (reminder === null) return;
    const ahead = reminder.dueAt.getTime() - parts.clock.now().getTime();
    // The queue goes by the database's clock.
    if (ahead > 0) throw new RetryLater(ahead / 1000);
    const text = await textOf(parts, tx, reminder);
    const { personId } = reminder;
    // A subject is one line, and cut where it is long.
    const isShort = text.length <= 100 && !text.includes('\n');
    const said = isShort
      ? { subject: `Reminder: ${text}`, lines: [] }
      : { subject: 'A reminder of yours', lines: [text] };
    await parts.people.tell(tx, [{ personId, event: 'reminder', key: `reminder/${id}`, ...said, link }]);
    await deleteReminder(tx, id);
  });
}

/** Finds the shifts whose reminder is due soon, and gives each a job of its own for the minute. */
export async function findShiftsDue({ db, clock, jobs }: ScheduleParts, orgId: OrgId): Promise<void> {
  const now = clock.now();
  await db.inOrg(orgId, async (tx) => {
    await forgetShiftsBefore(tx, new Date(now.getTime() - day));
    for (const due of await takeShiftsDue(tx, now, new Date(now.getTime() + aheadMs))) {
      const { personId, shiftId, startsAt, dueAt } = due;
      const payload = { orgId, personId, shiftId, startsAt: startsAt.toISOString() };
      await jobs.enqueue(tx, remindOfShift, payload, { startAfter: dueAt });
    }
  });
}

/**
 * Reminds somebody of a shift, if it is still theirs at that time and they still want it this long before. One that was
 * moved is found anew by its new time. Told under a key of shift and time, so that twice is once.
 */
export async function bringShiftReminder(
  parts: ScheduleParts,
  orgId: OrgId,
  { personId, shiftId, startsAt }: { readonly personId: string; readonly shiftId: string; readonly startsAt: Date },
): Promise<void> {
  const { db, clock, people } = parts;
  await db.inOrg(orgId, async (tx) => {
    const now = clock.now();
    const start = startsAt.getTime() / 60_000;
    const told = (await toldOf(tx, [shiftId])).find((one) => one.personId === personId && one.start === start);
    if (told === undefined || startsAt <= now) return;
    const minutes = await findLead(tx, personId);
    // Meanwhile they want it later, or not at all.
    if (minutes === null || startsAt.getTime() - minutes * 60_000 > now.getTime() + aheadMs)
      return releaseShift(tx, personId, shiftId, startsAt);
    const { roleName, locationName } = (await loadPlaces(parts, tx)).nameOf(told.roleId);
    const shift = shiftTold(told);
    const where = [roleName, locationName].filter(Boolean).join(', ');
    const subject = `Your shift begins at ${shift.localStart.slice(11)}: ${where}`;
    const lines = [`${dayWords(shift.localStart.slice(0, 10))} ${spanWords(shift)}`];
    const key = `reminder/${shiftId}/${startsAt.toISOString()}`;
    await people.tell(tx, [{ personId, event: 'reminder', key, subject, lines, link }]);
  });
}
