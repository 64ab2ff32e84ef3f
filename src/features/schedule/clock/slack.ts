import type { OrgId } from '../../../platform/db/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { hours } from '../rules/words.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import { press } from './clocking.ts';
import { clockOff } from './doing.ts';
import { type ClockAct, clockActs } from './entry.ts';
import type { ClockAnswer } from './shapes.ts';
import { showClock } from './state.ts';

/** Who asks in Slack, for what. */
export interface ClockAsk {
  readonly orgId: OrgId;
  /** An active person of the organisation. */
  readonly personId: string;
  /** What stands behind `/coact clock`: `in`, `out`, `break`, `back`, or nothing for what the clock shows. */
  readonly words: string;
  /** Of the command, such as its trigger id: the same command that arrives twice counts once. */
  readonly key: string;
}

/**
 * Does what `/coact clock …` asks for, in a unit of work of its own.
 * @returns sentences for the person
 */
export function clockFromSlack(parts: ScheduleParts, { orgId, personId, words, key }: ClockAsk): Promise<string> {
  return parts.db.inOrg(orgId, async (tx) => {
    if (!(await readSettings(parts, tx)).timeClock) return clockOff.sentence;
    const said = words.trim().toLowerCase();
    const act = clockActs.find((one) => one === said);
    if (act === undefined && said !== '') return usage;
    const doing = { parts, tx, orgId, by: personId };
    const refusal = act === undefined ? null : await press(doing, { act, key: key.slice(0, 100), roleId: null });
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
