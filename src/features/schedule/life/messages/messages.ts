import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { byPerson } from '../../acts.ts';
import type { ScheduleParts } from '../../parts.ts';
import { type Audience, addressedBy } from './audience.ts';
import { countSentSince, insertMessage, type StoredMessage } from './store.ts';

/** As long as a message may be. */
export const longestText = 2_000;
/** As many somebody sends in an hour: enough for a busy day, too few for a mistake that repeats itself. */
const mostAnHour = 30;
const mostPeople = 2_000;
const hour = 3_600_000;

export type Sent =
  | { readonly kind: 'sent'; readonly message: StoredMessage }
  | { readonly kind: 'absent' }
  | { readonly kind: 'refused'; readonly status: 422 | 429; readonly code: string; readonly sentence: string };

const textAt = (id: string) => ({ table: 'messages', column: 'text_sealed', rowId: id });

/** Under this key everybody who gets a message is told of it. */
export const keyOf = (id: string) => `message/${id}`;

/** Sends a message: kept with whom it went to, told to each of them by their own choice, and recorded without its words. */
export async function sendMessage(
  parts: ScheduleParts,
  tx: Tx,
  asking: Asking,
  { to, text }: { readonly to: Audience; readonly text: string },
): Promise<Sent> {
  const { clock, vault, audit, people } = parts;
  const { personId } = asking.actor;
  const now = clock.now();
  const addressed = await addressedBy(parts, tx, asking, to);
  if (addressed === null) return { kind: 'absent' };
  const refusal = await refusalFor(tx, personId, addressed.people.length, now);
  if (refusal !== null) return refusal;
  const id = newId(clock);
  const message = { id, sentBy: personId, sentAt: now, to, textSealed: await vault.seal(tx, textAt(id), text) };
  const ids = addressed.people.map((person) => person.id);
  await insertMessage(tx, message, ids);
  const name = (await people.namesOf(tx, [personId])).get(personId) || 'Your scheduler';
  const subject = to.kind === 'person' ? `${name} writes to you` : `${name} writes to ${addressed.words}`;
  const link = { label: 'Open my schedule', path: '/team/mine' };
  await people.tell(
    tx,
    ids.map((each) => ({ personId: each, event: 'message', key: keyOf(id), subject, lines: [text], link })),
  );
  await audit.append(tx, {
    ...byPerson(asking.actor),
    action: 'schedule.message_sent',
    target: { type: 'message', id },
    detail: { to: to.kind, of: to.id, people: ids.length },
  });
  return { kind: 'sent', message };
}

async function refusalFor(tx: Tx, sender: string, people: number, now: Date): Promise<Sent | null> {
  const refused = (status: 422 | 429, code: string, sentence: string) =>
    ({ kind: 'refused', status, code, sentence }) as const;
  if (people === 0) return refused(422, 'nobody', 'There is nobody there to write to just now.');
  if (people > mostPeople)
    return refused(422, 'too_many_people', `More than ${mostPeople} people would get it. Write to fewer at once.`);
  if ((await countSentSince(tx, sender, new Date(now.getTime() - hour))) < mostAnHour) return null;
  return refused(429, 'too_many_messages', `${mostAnHour} messages an hour are the most. Write again a little later.`);
}

/** The words of a message, opened. */
export function wordsOf({ vault }: Pick<ScheduleParts, 'vault'>, tx: Tx, message: StoredMessage): Promise<string> {
  return vault.openText(tx, textAt(message.id), message.textSealed);
}
