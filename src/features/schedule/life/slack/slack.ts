import type { OrgId } from '../../../../platform/db/index.ts';
import type {
  Block,
  CommandAnswer,
  CommandRequest,
  SlackClient,
  SlackSurface,
} from '../../../../platform/slack/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { answerBlocks, openedAction, scheduleBlocks } from './home-blocks.ts';
import { mySchedule } from './my-schedule.ts';

type Parts = Pick<ScheduleParts, 'db' | 'clock' | 'people' | 'publicUrl'>;

/** Somebody in Slack who is shown their schedule. */
interface Reader {
  readonly orgId: OrgId;
  readonly slackUserId: string;
  readonly client: SlackClient;
}

/** What the schedule adds to the Home tab of Coact. */
export function scheduleSection(parts: Parts): (reader: Reader) => Promise<readonly Block[]> {
  return async ({ orgId, slackUserId, client }) => {
    const schedule = await mySchedule(parts, orgId, slackUserId);
    const zone = schedule.shifts.length === 0 ? null : await zoneOfMember(client, slackUserId);
    return scheduleBlocks(schedule, { zone, publicUrl: parts.publicUrl });
  };
}

/** `/coact shifts`. */
export function shiftsWord(parts: Parts) {
  return {
    word: 'shifts',
    help: 'your next shifts',
    answer: (request: CommandRequest) => answerShifts(parts, request),
  };
}

async function answerShifts(parts: Parts, request: CommandRequest): Promise<CommandAnswer> {
  const { orgId, slackUserId, client } = request;
  const schedule = await mySchedule(parts, orgId, slackUserId);
  const zone = schedule.shifts.length === 0 ? null : await zoneOfMember(client, slackUserId);
  return { ack: { text: 'Your next shifts', blocks: answerBlocks(schedule, { zone, publicUrl: parts.publicUrl }) } };
}

/** The time zone that Slack keeps for somebody; null where it does not say, or not in time. */
async function zoneOfMember(client: SlackClient, slackUserId: string): Promise<string | null> {
  const read = await client.readMember(slackUserId);
  return read.ok ? read.member.timeZone : null;
}

/** What people do to their schedule in Slack. */
export function scheduleSurface(): SlackSurface {
  // Buttons that open a page send an action too; it only has to be answered.
  return { actions: { [`${openedAction}:*`]: async () => ({}) } };
}
