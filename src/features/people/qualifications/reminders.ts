import { z } from 'zod';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler, jobKind } from '../../../platform/jobs/index.ts';
import { openAddress } from '../address.ts';
import type { PeopleContext } from '../context.ts';
import { readOrganisation } from '../organisation.ts';
import { covers, nowhere } from '../places/place.ts';
import { placesOf } from '../places/store.ts';
import { activePeople, type StoredPerson } from '../store.ts';
import { type Ending, reminderLetter } from './letters.ts';
import { dueReminder, reminderDays } from './qualification.ts';
import { expiringBetween, noteReminder } from './store.ts';

type Context = Pick<PeopleContext, 'db' | 'clock' | 'vault' | 'mail' | 'publicUrl'>;

/** Every hour, so that it is done early in the day of each time zone; what was said is not said again. */
const remind = jobKind('people.remind_qualifications', z.object({}), {
  cron: '17 * * * *',
  onePerKey: true,
  atOnce: 1,
});

/** Before this hour of the organisation's day nobody is written to. */
const firstHour = 7;

/** The work of reminding. `organisations` lists all organisations. */
export function reminderJobs(context: Context, organisations: () => Promise<readonly OrgId[]>): readonly JobHandler[] {
  return [
    handles(remind, async () => {
      for (const orgId of await organisations()) await remindOfEnds(context, orgId);
    }),
  ];
}

type Due = Ending & { readonly person: StoredPerson };

/**
 * Reminds of the qualifications of an organisation that end in 60, 30 or 7 days: everybody of their own, in one mail,
 * and whoever answers for them of all of theirs, in another. Mails and the note that they went out are one unit of work.
 */
export async function remindOfEnds(context: Context, orgId: OrgId): Promise<void> {
  await context.db.inOrg(orgId, async (tx) => {
    const { timeZone } = await readOrganisation(tx, context.clock.now());
    const local = Temporal.Instant.fromEpochMilliseconds(context.clock.now().getTime()).toZonedDateTimeISO(timeZone);
    if (local.hour < firstHour) return;
    const due = await takeDue(context, tx, local.toPlainDate());
    if (due.length === 0) return;
    for (const [recipient, endings] of await recipientsOf(tx, due)) await write(context, tx, recipient, endings);
  });
}

async function takeDue({ clock }: Context, tx: Tx, today: Temporal.PlainDate): Promise<readonly Due[]> {
  const until = today.add({ days: reminderDays[0] });
  const expiring = await expiringBetween(tx, today.toString(), until.toString());
  if (expiring.length === 0) return [];
  const people = new Map((await activePeople(tx)).map((person) => [person.id, person]));
  const due: Due[] = [];
  for (const one of expiring) {
    const daysLeft = today.until(one.expiresOn).days;
    const days = dueReminder(daysLeft);
    const person = people.get(one.personId);
    if (days === null || !person || !(await noteReminder(tx, one, days, clock.now()))) continue;
    due.push({ person, name: person.name, qualification: one.qualification, expiresOn: one.expiresOn, daysLeft });
  }
  return due;
}

/** Who is written to, and about what: the holders, and of each the people who answer for them. */
async function recipientsOf(
  tx: Tx,
  due: readonly Due[],
): Promise<readonly (readonly [StoredPerson, readonly Ending[]])[]> {
  const everybody = await activePeople(tx);
  const places = await placesOf(
    tx,
    everybody.map(({ id }) => id),
  );
  const placesFor = ({ id }: StoredPerson) => places.get(id) ?? nowhere;
  const heads = everybody.filter(({ roles }) => roles.includes('owner') || roles.includes('admin'));
  const schedulers = everybody.filter(({ roles }) => roles.includes('scheduler'));
  /** Owners and admins only where nobody is nearer: else every ending of a large organisation would reach them. */
  const responsibleFor = (person: StoredPerson) => {
    const near = schedulers.filter((one) => covers(placesFor(one).reach, placesFor(person)));
    return near.length > 0 ? near : heads;
  };
  const own = Map.groupBy(due, ({ person }) => person);
  const letters: [StoredPerson, readonly Ending[]][] = [...own].map(([person, endings]) => [
    person,
    endings.map((ending) => ({ ...ending, name: null })),
  ]);
  const asked = due.flatMap((ending) => responsibleFor(ending.person).map((recipient) => ({ recipient, ending })));
  const others = asked.filter(({ recipient, ending }) => recipient.id !== ending.person.id);
  for (const [recipient, list] of Map.groupBy(others, ({ recipient: one }) => one)) {
    letters.push([recipient, list.map(({ ending }) => ending)]);
  }
  return letters;
}

async function write(
  { vault, mail, publicUrl }: Context,
  tx: Tx,
  recipient: StoredPerson,
  endings: readonly Ending[],
): Promise<void> {
  // Whom Slack alone knows has no address here.
  const address = await openAddress(vault, tx, recipient);
  if (address) await mail.send(tx, reminderLetter(address, endings, `${publicUrl}/qualifications`));
}
