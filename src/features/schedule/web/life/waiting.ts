import { useQuery } from '@tanstack/react-query';
import { useSignedIn } from '../../../../web/queries.ts';
import { schedules } from '../access.ts';
import { claimsQuery, offersQuery } from './life-api.ts';
import type { OfferLists } from './life-contract.ts';

/** How much waits for me on the pages of offers and open shifts; the navigation shows it. */
export function useWaiting(): Readonly<Partial<Record<string, number>>> {
  const me = useSignedIn();
  const isOpen = me.organisation?.setup.named === true && me.security.secondFactor !== 'needed';
  const offers = useQuery({ ...offersQuery, enabled: isOpen }).data;
  const claims = useQuery({ ...claimsQuery, enabled: isOpen && schedules(me) }).data;
  return { '/team/offers': offers === undefined ? 0 : waitingOffers(offers), '/team/open': claims?.length ?? 0 };
}

/** Offers that I can accept, and those on which I decide; each once. */
export function waitingOffers({ forMe, toDecide }: Pick<OfferLists, 'forMe' | 'toDecide'>): number {
  const ids = [...forMe.filter(({ mayAccept }) => mayAccept), ...toDecide.filter(({ mayDecide }) => mayDecide)].map(
    ({ id }) => id,
  );
  return new Set(ids).size;
}
