import type { Tx } from '../../../platform/db/index.ts';
import type { LeavingList, PersonalDataSource } from '../../people/index.ts';
import { dayWords, ruleWords, spanWords } from '../calendar/describe.ts';
import { wordsOf as messageWords } from '../life/messages/messages.ts';
import { textOf } from '../life/messages/reminders/reminders.ts';
import { findLead, ownReminders } from '../life/messages/reminders/store.ts';
import { messagesBy } from '../life/messages/store.ts';
import type { ScheduleParts } from '../parts.ts';
import { always, dateAt, minutesAt } from '../plan/plan.ts';
import { shiftTold } from '../plan/publishing/changes.ts';
import { type PublishedShift, toldBetween } from '../plan/publishing/store.ts';
import { wordsOf } from '../staff/time-off/requests.ts';
import { listTimeOff } from '../staff/time-off/store.ts';
import { personalRulesOf, preferencesOf } from '../staff/wishes/store.ts';
import { listRoles, whoKnows } from '../work/roles/store.ts';
import { seriesOfPeople } from '../work/series/store.ts';

/** More than anybody sends in the year for which they are kept. */
const mostMessages = 100_000;

/** All that the schedule holds about somebody, for their own copy. */
export function personalSchedule(parts: Pick<ScheduleParts, 'vault'>): PersonalDataSource {
  return {
    title: 'Your schedule',
    read: async (tx, personId) => ({
      roles: await rolesOf(tx, personId),
      wishes: (await preferencesOf(tx, [personId])).get(personId) ?? null,
      rulesOfYourOwn: (await personalRulesOf(tx, [personId])).get(personId) ?? null,
      availability: (await seriesOfPeople(tx, [personId])).map(({ start, minutes, rule, payload }) => ({
        ...{ from: start, minutes, repeats: ruleWords(rule), kind: payload.kind },
      })),
      timeOff: await timeOffOf(parts, tx, personId),
      reminders: await remindersOf(parts, tx, personId),
      messagesYouSent: await messagesOf(parts, tx, personId),
      shifts: (await toldBetween(tx, always, personId)).map(shiftOf(await roleNames(tx))),
    }),
  };
}

/** What opens up when somebody leaves: the shifts to come that they were told of. */
export const shiftsToCome: LeavingList = {
  title: 'Shifts that open up',
  read: async (tx, personId, now) => {
    const names = await roleNames(tx);
    const told = await toldBetween(tx, { start: minutesAt(now), end: always.end }, personId);
    return told.map((one) => {
      const { localStart, localEnd } = shiftTold(one);
      const span = spanWords({ localStart, localEnd });
      return `${dayWords(localStart.slice(0, 10))} ${span}, ${names.get(one.roleId) ?? 'a role'}`;
    });
  },
};

async function roleNames(tx: Tx): Promise<ReadonlyMap<string, string>> {
  return new Map((await listRoles(tx)).map(({ id, name }) => [id, name]));
}

async function rolesOf(tx: Tx, personId: string): Promise<readonly string[]> {
  const names = await roleNames(tx);
  return (await whoKnows(tx, [personId])).map(({ roleId }) => names.get(roleId) ?? '');
}

async function timeOffOf(parts: Pick<ScheduleParts, 'vault'>, tx: Tx, personId: string): Promise<readonly object[]> {
  const found = [];
  for (const request of await listTimeOff(tx, { personIds: [personId] })) {
    const { from, to, zone, minutes, state, askedAt, decidedAt } = request;
    found.push({ from, to, zone, minutes, state, askedAt, decidedAt, ...(await wordsOf(parts, tx, request)) });
  }
  return found;
}

async function remindersOf(parts: Pick<ScheduleParts, 'vault'>, tx: Tx, personId: string): Promise<object> {
  const own = [];
  for (const one of await ownReminders(tx, personId)) own.push({ at: one.dueAt, text: await textOf(parts, tx, one) });
  return { minutesBeforeShifts: await findLead(tx, personId), own };
}

/** Whom they were for is told as a kind: names of others are not theirs to take along. */
async function messagesOf(parts: Pick<ScheduleParts, 'vault'>, tx: Tx, personId: string): Promise<readonly object[]> {
  const sent = [];
  for (const one of await messagesBy(tx, personId, mostMessages))
    sent.push({ at: one.sentAt, to: one.to.kind, text: await messageWords(parts, tx, one) });
  return sent;
}

const shiftOf = (names: ReadonlyMap<string, string>) => (one: PublishedShift) => ({
  ...{ role: names.get(one.roleId) ?? '', startsAt: dateAt(one.start), endsAt: dateAt(one.end), zone: one.zone },
  ...{ breakMinutes: one.breakMinutes, premiumMinutes: one.premiumMinutes, seen: one.seen },
});
