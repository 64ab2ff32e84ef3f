import {
  actions,
  type Block,
  button,
  context,
  header,
  lines,
  type Mrkdwn,
  mrkdwn,
  section,
  slackDate,
} from '../../../../platform/slack/index.ts';
import type { OpenShiftAnswer } from '../claims/shapes.ts';
import { claimAction } from '../claims/tell.ts';
import type { OfferAnswer, OfferShiftAnswer } from '../offers/shapes.ts';
import { offerActions } from '../offers/tell.ts';
import { timesWords } from './shift-words.ts';

/** What others offer somebody, and what is open to them. */
export interface MyTrades {
  readonly offers: readonly OfferAnswer[];
  readonly open: readonly OpenShiftAnswer[];
}

const [mostOffers, mostOpen] = [4, 4];

/** Offers to be answered, in at most 10 blocks. */
export function offerBlocks({ offers }: MyTrades, zone: string | null): readonly Block[] {
  if (offers.length === 0) return [];
  const rows = offers
    .slice(0, mostOffers)
    .flatMap((offer) => [
      section(offerLines(offer, zone)),
      actions(
        [
          button({ actionId: offerActions.accept, text: 'Accept…', value: offer.id, style: 'primary' }),
          button({ actionId: offerActions.decline, text: 'Decline', value: offer.id }),
        ],
        `offer.${offer.id}`,
      ),
    ]);
  return [header('Offered to you'), ...rows, ...moreThan(offers.length - mostOffers)];
}

/** Open shifts to be claimed, in at most 6 blocks. */
export function openBlocks({ open }: MyTrades, zone: string | null): readonly Block[] {
  if (open.length === 0) return [];
  const rows = open.slice(0, mostOpen).map((shift) =>
    section(lines(placeLines(shift, zone), mrkdwn`${shift.effect.words}`), {
      accessory: button({
        actionId: claimAction,
        text: 'Claim…',
        value: shift.shiftId,
        label: `Claim ${timesWords(shift, null)}`,
      }),
    }),
  );
  return [header('Open shifts'), ...rows, ...moreThan(open.length - mostOpen)];
}

/** What is offered, by whom, for what, and until when. */
export function offerLines({ gives, fromName, note, people, expiresAt }: OfferAnswer, zone: string | null): Mrkdwn {
  const returns = people.flatMap((one) => one.returns);
  const until = new Date(expiresAt);
  return lines(
    placeLines(gives, zone),
    mrkdwn`From ${fromName}, until ${slackDate(until, `${expiresAt.slice(0, 16).replace('T', ' ')} UTC`)}`,
    ...(returns.length === 0 ? [] : [mrkdwn`In return for ${returnWords(returns, zone)}`]),
    ...(note ? [mrkdwn`“${note.slice(0, 300)}”`] : []),
  );
}

/** When, what and where. */
export function placeLines(
  shift: Pick<OfferShiftAnswer, 'startsAt' | 'endsAt' | 'localStart' | 'localEnd' | 'roleName' | 'locationName'>,
  zone: string | null,
): Mrkdwn {
  return mrkdwn`*${timesWords(shift, zone)}*\n${shift.roleName}, ${shift.locationName}`;
}

function returnWords(returns: readonly OfferShiftAnswer[], zone: string | null): string {
  const [only] = returns;
  if (returns.length > 1 || only === undefined) return `one of ${returns.length} shifts of yours`;
  return `${timesWords(only, zone)}, ${only.roleName}`;
}

function moreThan(count: number): readonly Block[] {
  return count > 0 ? [context([mrkdwn`and ${count} more, on the web`])] : [];
}
