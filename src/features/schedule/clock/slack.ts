import { newId } from '../../../platform/clock/index.ts';
import { type CommandAnswer, type CommandRequest, mrkdwn, section } from '../../../platform/slack/index.ts';
import { asMember, type SlackParts } from '../life/slack/act-as.ts';
import { hours } from '../rules/words.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import { press } from './clocking.ts';
import { clockOff } from './doing.ts';
import { type ClockAct, clockActs } from './entry.ts';
import type { ClockAnswer } from './shapes.ts';
import { showClock } from './state.ts';

/** `/coact clock`: what the clock shows; with `in`, `out`, `break` or `back` behind it, does that. */
export function clockWord(parts: SlackParts) {
  return {
    word: 'clock',
    takesMore: true,
    help: 'where your company uses the time clock, what it shows; with `in`, `out`, `break` or `back` behind it, does that',
    answer: async (request: CommandRequest): Promise<CommandAnswer> => {
      const said = await answerTo(parts, request);
      return { ack: { text: 'Your time clock', blocks: [section(mrkdwn`${said ?? notYours}`)] } };
    },
  };
}

const notYours = 'You don’t take part in this company’s schedule any more, so there is no time clock for you.';

/** Null for whom the clock isn't. The same command that arrives twice counts once. */
function answerTo(parts: SlackParts, { orgId, slackUserId, text, triggerId }: CommandRequest): Promise<string | null> {
  return asMember(parts, orgId, slackUserId, async (tx, { actor: { personId } }) => {
    if (!(await readSettings(parts, tx)).timeClock) return clockOff.sentence;
    const said = text.trim().toLowerCase().split(/\s+/).slice(1).join(' ');
    const act = clockActs.find((one) => one === said);
    if (act === undefined && said !== '') return usage;
    const key = `slack ${triggerId ?? newId(parts.clock)}`.slice(0, 100);
    const doing = { parts, tx, orgId, by: personId };
    const refusal = act === undefined ? null : await press(doing, { act, key, roleId: null });
    return refusal?.sentence ?? wordsOf(await showClock(parts, tx, personId), act);
  });
}

const usage = 'Say `/coact clock in`, `out`, `break` or `back`; `/coact clock` alone says how it is.';

/** What the clock shows, in a sentence or two. */
function wordsOf({ entry, onBreak, shift, recent }: ClockAnswer, act: ClockAct | undefined): string {
  const place = shift === null ? 'work that nobody planned' : `${shift.roleName ?? ''}, ${shift.locationName ?? ''}`;
  if (entry === null) {
    const [last] = recent;
    if (act === 'out' && last) return `You are clocked out. You worked ${hours(last.workedMinutes)}.`;
    return shift === null ? 'You are not clocked in.' : `You are not clocked in. Your shift: ${place}. ${usage}`;
  }
  const since = `since ${entry.localStart.slice(11)} for ${place}`;
  const late = entry.forgotten ? ' Did you forget to clock out? Say on the web when you left.' : '';
  return onBreak
    ? `You are on a break, clocked in ${since}.${late}`
    : `You are clocked in ${since}: ${hours(entry.workedMinutes)} so far.${late}`;
}
