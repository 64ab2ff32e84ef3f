import type { Worker } from '../../../people/index.ts';
import { dayWords } from '../../calendar/describe.ts';
import { localAt } from '../../calendar/zone.ts';
import type { Doing } from '../doing.ts';
import { sheetPath } from '../sheets/reopen.ts';
import type { Correction } from './store.ts';

const askedKey = (id: string) => `clock/correction/${id}/asked`;

/** "Mon, 4 May, 09:00–17:00". */
function workWords({ zone, start, end }: Correction): string {
  const from = localAt(zone, start);
  return `${dayWords(from.slice(0, 10))}, ${from.slice(11)}–${localAt(zone, end).slice(11)}`;
}

/** Tells those who may decide that somebody asks for a correction. */
export async function tellToDecide({ parts, tx }: Doing, worker: Worker, correction: Correction): Promise<void> {
  const wants = { add: 'asks to add hours', change: 'asks to correct hours', remove: 'asks to take hours out' };
  const deciders = await parts.people.answerableFor(tx, worker.id);
  await parts.people.tell(
    tx,
    deciders.map((personId) => ({
      ...{ personId, event: 'approval_needed' as const, key: askedKey(correction.id) },
      subject: `${worker.name || 'Somebody'} ${wants[correction.kind]}: ${workWords(correction)}`,
      lines: [],
      link: { label: 'Look at it and decide', path: '/team/clock?tab=corrections' },
    })),
  );
}

/** Tells the person what was decided about their hours, and those who were asked that there is nothing left to decide. */
export async function tellDecided(
  { parts, tx, by }: Doing,
  worker: Worker,
  correction: Correction,
  answer: string | null,
): Promise<void> {
  const { id, state, askedBy, personId, zone, start } = correction;
  const names = await parts.people.namesOf(tx, [by]);
  await parts.people.retell(tx, askedKey(id), { lines: [`${state} by ${names.get(by) ?? 'somebody'}`] });
  if (by === personId) return;
  const what = askedBy === personId ? `The correction that you asked for was ${state}` : 'Your hours were corrected';
  await parts.people.tell(tx, [
    {
      ...{ personId: worker.id, event: 'hours_decided' as const, key: `clock/correction/${id}/${state}` },
      subject: `${what}: ${workWords(correction)}`,
      lines: answer === null ? [] : [answer],
      link: { label: 'Open my hours', path: sheetPath('me', localAt(zone, start).slice(0, 10)) },
    },
  ]);
}
