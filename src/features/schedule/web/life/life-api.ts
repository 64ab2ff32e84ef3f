import { queryOptions, type UseMutationResult, useMutation, useQueryClient } from '@tanstack/react-query';
import { call, nothing } from '../../../../web/api.ts';
import type { Span } from '../board/days.ts';
import {
  claimedSchema,
  claimsSchema,
  offerDetailSchema,
  offerSchema,
  offersSchema,
  openShiftsSchema,
  partnersSchema,
} from './life-contract.ts';
import type { Part } from './part.ts';

const root = '/api/schedule';

/** Offers that concern me: those made to me, my own, those that I decide about. */
export const offersQuery = queryOptions({
  queryKey: ['schedule', 'offers'],
  queryFn: ({ signal }) => call(offersSchema, 'GET', `${root}/offers`, { signal }),
});

export const offerQuery = (id: string) =>
  queryOptions({
    queryKey: ['schedule', 'offers', id],
    queryFn: ({ signal }) => call(offerDetailSchema, 'GET', `${root}/offers/${encodeURIComponent(id)}`, { signal }),
  });

/** Who could take a shift of mine. @param part null: all of it */
export const partnersQuery = (assignmentId: string, part: Part | null) =>
  queryOptions({
    queryKey: ['schedule', 'partners', assignmentId, part],
    queryFn: ({ signal }) => {
      const path = `${root}/assignments/${assignmentId}/partners` as const;
      if (part === null) return call(partnersSchema, 'GET', path, { signal });
      const asked = new URLSearchParams({ from: part.from, to: part.to });
      return call(partnersSchema, 'GET', `${path}?${asked}`, { signal });
    },
    staleTime: 0,
  });

/** Shifts with a place that nobody has, in roles that I know. */
export const openShiftsQuery = ({ from, to }: Span) =>
  queryOptions({
    queryKey: ['schedule', 'open-shifts', from, to],
    queryFn: ({ signal }) => call(openShiftsSchema, 'GET', `${root}/open-shifts?from=${from}&to=${to}`, { signal }),
  });

/** Who wants which open shift; for those who pick. */
export const claimsQuery = queryOptions({
  queryKey: ['schedule', 'claims'],
  queryFn: async ({ signal }) => (await call(claimsSchema, 'GET', `${root}/claims`, { signal })).claims,
});

/** What is offered, and to whom: chosen people each with what may be taken in return, or everyone. */
export interface WantedOffer {
  readonly assignmentId: string;
  readonly part: Part | null;
  readonly note: string;
  /** On the clock of the shift's location; null: as long as the organisation allows. */
  readonly expiresAt: string | null;
  readonly people: readonly { readonly personId: string; readonly returns: readonly string[] }[] | 'everyone';
}

/** Something that is done about trades and open shifts. */
export type LifeAct =
  | { readonly act: 'offer'; readonly offer: WantedOffer }
  | { readonly act: 'accept'; readonly id: string; readonly returnAssignmentId: string | null }
  | { readonly act: 'decline' | 'withdraw' | 'approve'; readonly id: string }
  | { readonly act: 'refuse'; readonly id: string; readonly reason: string }
  | { readonly act: 'claim'; readonly shiftId: string }
  | { readonly act: 'unclaim' | 'pick'; readonly claimId: string }
  | { readonly act: 'pass'; readonly claimId: string; readonly reason: string };

/** What an act came to: a shift that waits for somebody, or is settled. */
export type Outcome = 'waiting' | 'settled';

/** Does one of the acts; whatever came of it, everything about the schedule is read again. */
export function useLife(): UseMutationResult<Outcome, Error, LifeAct> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: sendAct,
    onSettled: () => client.invalidateQueries({ queryKey: ['schedule'] }),
  });
}

async function sendAct(act: LifeAct): Promise<Outcome> {
  switch (act.act) {
    case 'offer':
      await call(nothing, 'POST', `${root}/offers`, { body: bodyOf(act.offer) });
      return 'waiting';
    case 'accept': {
      const { id, returnAssignmentId } = act;
      const path = `${root}/offers/${encodeURIComponent(id)}/accept` as const;
      const { state } = await call(offerSchema, 'POST', path, { body: { returnAssignmentId } });
      return state === 'waiting' ? 'waiting' : 'settled';
    }
    case 'decline':
    case 'withdraw':
    case 'approve':
      await call(nothing, 'POST', `${root}/offers/${encodeURIComponent(act.id)}/${act.act}`);
      return 'settled';
    case 'refuse': {
      const path = `${root}/offers/${encodeURIComponent(act.id)}/refuse` as const;
      await call(nothing, 'POST', path, { body: { reason: act.reason } });
      return 'settled';
    }
    default:
      return sendClaim(act);
  }
}

type ClaimAct = Extract<LifeAct, { readonly act: 'claim' | 'unclaim' | 'pick' | 'pass' }>;

async function sendClaim(act: ClaimAct): Promise<Outcome> {
  if (act.act === 'claim') {
    const path = `${root}/open-shifts/${encodeURIComponent(act.shiftId)}/claims` as const;
    const { state } = await call(claimedSchema, 'POST', path, { body: {} });
    return state === 'asked' ? 'waiting' : 'settled';
  }
  const path = `${root}/claims/${encodeURIComponent(act.claimId)}` as const;
  if (act.act === 'pass') await call(nothing, 'POST', `${path}/refuse`, { body: { reason: act.reason } });
  else if (act.act === 'pick') await call(nothing, 'POST', `${path}/pick`);
  else await call(nothing, 'DELETE', path);
  return 'settled';
}

function bodyOf({ assignmentId, part, note, expiresAt, people }: WantedOffer) {
  return {
    assignmentId,
    ...(part === null ? {} : { from: part.from, to: part.to }),
    note,
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(people === 'everyone' ? { everyone: true } : { people: people.map((one) => ({ ...one })) }),
  };
}
