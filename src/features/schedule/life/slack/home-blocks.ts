import { actions, type Block, button, context, header, mrkdwn, section } from '../../../../platform/slack/index.ts';
import type { MySchedule, MyShift } from './my-schedule.ts';
import { offerAction } from './offer-window.ts';
import { shiftLines, timeOffLine, timesWords } from './shift-words.ts';
import { type MyTrades, offerBlocks, openBlocks } from './trade-blocks.ts';

/** Opens a page; the click only has to be answered. */
export const openedAction = 'schedule.opened';

/** Somebody's schedule, and where the reader and the web app are. */
export interface Reading {
  readonly schedule: MySchedule;
  readonly trades: MyTrades;
  readonly zone: string | null;
  readonly publicUrl: string;
}

const [mostShifts, mostTimeOff] = [5, 4];

/** What the Home tab shows of somebody's schedule: at most 29 blocks; none for whom no work is planned. */
export function scheduleBlocks(reading: Reading): readonly Block[] {
  const { trades, zone } = reading;
  const { takesPart, shifts, timeOff } = reading.schedule;
  if (!takesPart) return [];
  const rows = shifts.slice(0, mostShifts).map((shift) => shiftRow(shift, zone));
  const more = shifts.length > mostShifts ? [context([mrkdwn`and ${shifts.length - mostShifts} more`])] : [];
  return [
    ...offerBlocks(trades, zone),
    header('Your next shifts'),
    ...(rows.length === 0 ? [section(noShifts)] : rows),
    ...more,
    ...openBlocks(trades, zone),
    ...(timeOff.length === 0 ? [] : [header('Your time off')]),
    ...timeOff.slice(0, mostTimeOff).map((one) => section(timeOffLine(one))),
    actions([
      pageButton(reading, 'My schedule', '/team/mine'),
      pageButton(reading, 'Offers', '/team/offers'),
      pageButton(reading, 'Time off', '/team/time-off'),
    ]),
  ];
}

/** A shift, with the button that offers it where it may be offered. */
function shiftRow(shift: MyShift, zone: string | null): Block {
  const { assignmentId, onOffer } = shift;
  if (assignmentId === null || onOffer) return section(shiftLines(shift, zone));
  const label = `Offer ${timesWords(shift, null)}`;
  return section(shiftLines(shift, zone), {
    accessory: button({ actionId: offerAction, text: 'Offer…', value: assignmentId, label }),
  });
}

const mostAnswered = 10;

/** What `/coact shifts` answers: the next shifts, and what could become some. */
export function answerBlocks(reading: Reading): readonly Block[] {
  const { schedule, trades, zone } = reading;
  const rows = schedule.shifts.slice(0, mostAnswered).map((shift) => shiftRow(shift, zone));
  const all = [
    ...(rows.length === 0 ? [section(noShifts)] : rows),
    ...offerBlocks(trades, zone),
    ...openBlocks(trades, zone),
  ];
  return [...fitting(all), actions([pageButton(reading, 'My schedule', '/team/mine')])];
}

/** Slack refuses answers of more than about 13,000 characters of JSON; what has no room stands on the web. */
const mostJson = 12_000;

function fitting(blocks: readonly Block[]): readonly Block[] {
  let used = 0;
  return blocks.filter((block) => {
    used += JSON.stringify(block).length;
    return used <= mostJson;
  });
}

const noShifts = mrkdwn`No shifts are published for you in the next four weeks. You are told as soon as there are.`;

function pageButton({ publicUrl }: Reading, text: string, path: string) {
  return button({ actionId: `${openedAction}:${path}`, text, url: new URL(path, publicUrl).href });
}
