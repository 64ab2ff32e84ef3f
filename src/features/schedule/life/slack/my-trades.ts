import type { Tx } from '../../../../platform/db/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import { dayIn } from '../../work/settings/read-settings.ts';
import { showOpenShifts } from '../claims/open-shifts.ts';
import { showOffers } from '../offers/show.ts';
import { listOffers } from '../offers/store.ts';
import { daysAhead } from './my-schedule.ts';
import type { MyTrades } from './trade-blocks.ts';

type Parts = Pick<ScheduleParts, 'clock' | 'people' | 'vault' | 'wages'>;

/** The offers that somebody can answer, and the open shifts that they can claim. */
export async function myTrades(parts: Parts, tx: Tx, asking: Asking): Promise<MyTrades> {
  const { personId } = asking.actor;
  const asked = await listOffers(tx, { askedId: personId, states: ['open'] });
  const offers = await showOffers(parts, tx, asking, asked);
  const { shifts } = await myOpenShifts(parts, tx, personId);
  return {
    offers: offers.filter(({ mayAccept }) => mayAccept),
    open: shifts.filter(({ state }) => state === 'open'),
  };
}

/** Open shifts of the weeks ahead in the roles that somebody knows. */
export async function myOpenShifts(parts: Parts, tx: Tx, personId: string) {
  const from = dayIn((await parts.people.organisation(tx)).timeZone, parts.clock.now());
  const to = dateOf((dayOfDate(from) ?? 0) + daysAhead);
  return showOpenShifts(parts, tx, personId, { from, to });
}
