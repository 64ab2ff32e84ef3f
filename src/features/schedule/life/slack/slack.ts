import type { OrgId } from '../../../../platform/db/index.ts';
import type {
  Block,
  CommandAnswer,
  CommandRequest,
  SlackClient,
  SlackSurface,
} from '../../../../platform/slack/index.ts';
import { claimAction } from '../claims/tell.ts';
import { offerActions } from '../offers/tell.ts';
import { asMember, type SlackParts } from './act-as.ts';
import { answerBlocks, openedAction, type Reading, scheduleBlocks } from './home-blocks.ts';
import { mySchedule } from './my-schedule.ts';
import { myTrades } from './my-trades.ts';
import { openOffer, submitOffer } from './offer-flow.ts';
import { offerAction, offerCallback } from './offer-window.ts';
import {
  decline,
  openAccept,
  openClaim,
  submitAccept,
  submitClaim,
  type TradeParts,
  zoneOfMember,
} from './trade-flow.ts';
import { acceptCallback, claimCallback } from './trade-windows.ts';

/** Somebody in Slack who is shown their schedule. */
interface Reader {
  readonly orgId: OrgId;
  readonly slackUserId: string;
  readonly client: SlackClient;
}

/** What the schedule adds to the Home tab of Coact. */
export function scheduleSection(parts: SlackParts): (reader: Reader) => Promise<readonly Block[]> {
  return async (reader) => scheduleBlocks(await readFor(parts, reader));
}

/** `/coact shifts`. */
export function shiftsWord(parts: SlackParts) {
  return {
    word: 'shifts',
    help: 'your next shifts, and what is open to you',
    answer: async (request: CommandRequest): Promise<CommandAnswer> => ({
      ack: { text: 'Your next shifts', blocks: answerBlocks(await readFor(parts, request)) },
    }),
  };
}

const nothing = { schedule: { takesPart: false, shifts: [], timeOff: [] }, trades: { offers: [], open: [] } };

/** All that a Slack member is shown, also one whom Slack alone knows. */
async function readFor(parts: SlackParts, { orgId, slackUserId, client }: Reader): Promise<Reading> {
  const { publicUrl } = parts;
  const read = await asMember(parts, orgId, slackUserId, async (tx, asking) => {
    const schedule = await mySchedule(parts, tx, asking.actor.personId);
    // Open shifts ask every rule about everybody's weeks: not for those whom nobody plans.
    return { schedule, trades: schedule.takesPart ? await myTrades(parts, tx, asking) : nothing.trades };
  });
  if (read === null || !read.schedule.takesPart) return { ...nothing, zone: null, publicUrl };
  return { ...read, zone: await zoneOfMember(client, slackUserId), publicUrl };
}

/** What people do to their schedule in Slack. */
export function scheduleSurface(parts: TradeParts): SlackSurface {
  return {
    actions: {
      [offerActions.accept]: (request) => openAccept(parts, request),
      [offerActions.decline]: (request) => decline(parts, request),
      [claimAction]: (request) => openClaim(parts, request),
      [offerAction]: (request) => openOffer(parts, request),
      // Buttons that open a page send an action too; it only has to be answered.
      [`${openedAction}:*`]: async () => ({}),
    },
    views: {
      [acceptCallback]: (request) => submitAccept(parts, request),
      [claimCallback]: (request) => submitClaim(parts, request),
      [offerCallback]: (request) => submitOffer(parts, request),
    },
  };
}
