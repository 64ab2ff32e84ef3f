import type { Context } from 'hono';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { problem } from '../../../platform/http/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ScheduleParts } from '../parts.ts';
import { readSettings } from '../work/settings/read-settings.ts';

/** What an act at the clock has at hand. */
export interface Doing {
  readonly parts: ScheduleParts;
  readonly tx: Tx;
  readonly orgId: OrgId;
  /** Who acts. */
  readonly by: string;
}

/** The same with what the policies say to whoever acts. */
export interface AskingDoing extends Doing {
  readonly asking: Asking;
}

/** Why something can't be, for people and programs. */
export interface Refusal {
  readonly code: string;
  readonly sentence: string;
}

export const clockOff: Refusal = {
  code: 'clock_off',
  sentence: 'The time clock is switched off. An owner or admin can switch it on in the settings of the schedule.',
};

/** Does something of the time clock in one unit of work, where the organisation uses it. */
export function atClock(
  c: Context,
  parts: ScheduleParts,
  asking: Asking,
  work: (doing: AskingDoing) => Promise<Response>,
): Promise<Response> {
  return parts.db.inOrg(asking.orgId, async (tx) => {
    if (!(await readSettings(parts, tx)).timeClock) return refuse(c, clockOff);
    return work({ parts, tx, asking, orgId: asking.orgId, by: asking.actor.personId });
  });
}

/** What can't be as things are, as an answer. */
export function refuse(c: Context, { code, sentence }: Refusal): Response {
  return problem(c, 409, code, sentence);
}

/** This moment in whole minutes, as clocks on the wall show it. */
export function minuteNow({ clock }: Pick<ScheduleParts, 'clock'>): number {
  return Math.floor(clock.now().getTime() / 60_000);
}
