import { newId } from '../../../../platform/clock/index.ts';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Notice } from '../../../people/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { shiftsByIds } from '../../plan/shift-store.ts';
import type { Settings } from '../../work/settings/settings.ts';
import type { OpenShift } from '../claims/open-shifts.ts';
import { claimAction } from '../claims/tell.ts';
import { loadPlaces, type Places, shiftWords, whenWords } from '../places.ts';
import type { Opening } from './opening.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people'>;

/** Somebody with the open shifts that they could have. */
export interface Told {
  readonly personId: string;
  readonly theirs: readonly { readonly opening: Opening; readonly room: OpenShift }[];
}

/** More are counted, and seen on the web. */
const mostListed = 3;

const aloneKey = ({ id }: Pick<Opening, 'id'>) => `open-shift/${id}`;

/** Tells people of open shifts: each person once, of all of theirs. */
export async function tellOpen(
  { clock, people }: Parts,
  tx: Tx,
  claims: Settings['claims'],
  found: readonly Told[],
): Promise<void> {
  if (found.length === 0) return;
  const places = await loadPlaces({ people }, tx);
  const batch = newId(clock);
  const how = claims === 'first' ? 'Whoever claims one first has it.' : 'A scheduler picks among all who ask for one.';
  await people.tell(
    tx,
    found.map(({ personId, theirs }): Notice => {
      const sorted = theirs.toSorted((one, other) => one.room.free.span.start - other.room.free.span.start);
      const [first] = sorted;
      const listed = sorted.slice(0, mostListed).map(({ room }) => wordsOf(places, room));
      const more = sorted.length > mostListed ? [`and ${sorted.length - mostListed} more`] : [];
      const notice = {
        ...{ personId, event: 'shift_open' as const, lines: [...listed, ...more, how] },
        link: { label: 'Open shifts', path: '/team/open' },
      };
      if (first === undefined || sorted.length > 1)
        return {
          ...notice,
          key: `open-shifts/${batch}`,
          subject: `${sorted.length} shifts are open that you could take`,
        };
      const { planned } = first.room.loaded;
      return {
        ...{ ...notice, key: aloneKey(first.opening) },
        subject: `A shift is open that you could take: ${whenWords(planned, first.room.free.span)}`,
        buttons: [{ label: 'Claim…', actionId: claimAction, value: planned.id, style: 'primary' }],
      };
    }),
  );
}

function wordsOf(places: Places, { loaded, free }: OpenShift): string {
  return shiftWords(places, loaded.planned, free.span);
}

/** Takes the button off the messages about single shifts that can't be claimed any more. */
export async function tellClosed({ people }: Parts, tx: Tx, closed: readonly Opening[]): Promise<void> {
  if (closed.length === 0) return;
  const places = await loadPlaces({ people }, tx);
  const ids = closed.map(({ shiftId }) => shiftId);
  const shifts = new Map((await shiftsByIds(tx, ids)).map((shift) => [shift.id, shift]));
  for (const opening of closed) {
    const shift = shifts.get(opening.shiftId);
    const words = shift === undefined ? [] : [shiftWords(places, shift, shift)];
    await people.retell(tx, aloneKey(opening), { lines: [...words, 'It is not open any more.'] });
  }
}
