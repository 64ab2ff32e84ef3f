import { actions, type Block, button, context, header, mrkdwn, section } from '../../../../platform/slack/index.ts';
import type { MySchedule } from './my-schedule.ts';
import { shiftLines, timeOffLine } from './shift-words.ts';

/** Opens a page; the click only has to be answered. */
export const openedAction = 'schedule.opened';

/** Where the reader is, and where the web app is. */
export interface Reading {
  readonly zone: string | null;
  readonly publicUrl: string;
}

const [mostShifts, mostTimeOff] = [5, 4];

/** What the Home tab shows of somebody's schedule: at most 14 blocks; none for whom no work is planned. */
export function scheduleBlocks({ takesPart, shifts, timeOff }: MySchedule, reading: Reading): readonly Block[] {
  if (!takesPart) return [];
  const rows = shifts.slice(0, mostShifts).map((shift) => section(shiftLines(shift, reading.zone)));
  const more =
    shifts.length > mostShifts ? [context([mrkdwn`and ${shifts.length - mostShifts} more in four weeks`])] : [];
  return [
    header('Your next shifts'),
    ...(rows.length === 0 ? [section(noShifts)] : rows),
    ...more,
    ...(timeOff.length === 0 ? [] : [header('Your time off')]),
    ...timeOff.slice(0, mostTimeOff).map((one) => section(timeOffLine(one))),
    actions([pageButton(reading, 'My schedule', '/team/mine'), pageButton(reading, 'Time off', '/team/time-off')]),
  ];
}

const mostAnswered = 10;

/** What `/coact shifts` answers. */
export function answerBlocks({ shifts }: MySchedule, reading: Reading): readonly Block[] {
  const rows = shifts.slice(0, mostAnswered).map((shift) => section(shiftLines(shift, reading.zone)));
  return [
    ...(rows.length === 0 ? [section(noShifts)] : rows),
    actions([pageButton(reading, 'My schedule', '/team/mine')]),
  ];
}

const noShifts = mrkdwn`No shifts are published for you in the next four weeks. You are told as soon as there are.`;

function pageButton({ publicUrl }: Reading, text: string, path: string) {
  return button({ actionId: `${openedAction}:${path}`, text, url: new URL(path, publicUrl).href });
}
