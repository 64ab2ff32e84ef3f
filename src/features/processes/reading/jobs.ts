import { z } from 'zod';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import type { ProcessParts } from '../parts.ts';
import { findProcess } from '../writing/store.ts';
import { localOf, tellNewcomers } from './asking.ts';
import { askedOf, everyReader, type Reader } from './audience.ts';
import { isReminderDue, notBegun, type Reading } from './reading.ts';
import { openReadings, progressOf, takeForReminder } from './store.ts';
import { type Overdue, tellStillToRead } from './tell.ts';

type Parts = Pick<ProcessParts, 'db' | 'clock' | 'people' | 'policy'>;

/** Often enough that whoever is new hears of it on their first day; what was said is not said again. */
const follow = jobKind('processes.follow_readings', z.object({}), { cron: '*/15 * * * *', onePerKey: true, atOnce: 1 });

/** Between these hours of the organisation's day people are told; nobody is woken for a text. */
const [firstHour, lastHour] = [7, 20];

/** The work of asking those who are new, and reminding. @param organisations lists all of them */
export function readingJobs(parts: Parts, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(follow, async () => {
      for (const orgId of await organisations()) await parts.db.inOrg(orgId, (tx) => followReadings(parts, tx));
    }),
  ];
}

/** Asks those who have come to belong to an audience, and reminds those whose turn it is: each person in one message. */
export async function followReadings(parts: Parts, tx: Tx): Promise<void> {
  const now = parts.clock.now();
  const readings = await openReadings(tx);
  if (readings.length === 0) return;
  const local = localOf(now, (await parts.people.organisation(tx)).timeZone);
  if (local.hour < firstHour || local.hour >= lastHour) return;
  const today = local.toPlainDate().toString();
  const readers = await everyReader(parts, tx);
  const due = new Map<string, Overdue[]>();
  for (const reading of readings) {
    for (const { personId, overdue } of await followOne(parts, tx, reading, readers, { now, today })) {
      due.set(personId, [...(due.get(personId) ?? []), overdue]);
    }
  }
  for (const [personId, list] of due) await tellStillToRead(parts, tx, personId, list, now);
}

async function followOne(
  parts: Parts,
  tx: Tx,
  reading: Reading,
  readers: readonly Reader[],
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<readonly { readonly personId: string; readonly overdue: Overdue }[]> {
  const found = await findProcess(tx, reading.processId);
  if (!found?.published) return [];
  const ids = askedOf(parts, found, reading.audience, readers).asked.map(({ standing }) => standing.personId);
  await tellNewcomers(parts, tx, reading, found.published, ids);
  const progress = await progressOf(tx, reading.id);
  const turn = ids.filter((id) => isReminderDue(reading, progress.get(id) ?? notBegun(id), now, today));
  if (turn.length === 0) return [];
  const since = new Date(now.getTime() - (reading.remindEvery ?? 1) * 86_400_000);
  const overdue = { processId: reading.processId, title: found.published.title, dueOn: reading.dueOn };
  const taken = await takeForReminder(tx, reading.id, turn, { since, at: now });
  return taken.map((personId) => ({ personId, overdue }));
}
