import type { Tx } from '../../../platform/db/index.ts';
import type { Notice } from '../../people/index.ts';
import { type NetworkName, networkTitles } from '../network.ts';
import type { Parts } from '../parts.ts';
import { dayOf } from './day.ts';
import type { Sessions } from './sessions.ts';
import { type EndingRow, findEnding, listOrganisations } from './store.ts';

/** Days before the end at which a person hears of it; the last time when it has come. */
const stages = [7, 2, 0] as const;
const [firstStage] = stages;

/** Hours of the organisation's day in which people are told such things. */
const wakingHours = { from: 9, to: 18 };

/** Opens the window to connect, with the network as its value. The Home tab has the same button. */
export const renewAction = 'share.connect_home';

/**
 * How near the end of a connection is, as people are told: 7 from a week before, 2 from two days before, 0 once it has
 * come; null while it is far.
 * @param endsOn, today YYYY-MM-DD
 */
export function stageOf(endsOn: string, today: string): (typeof stages)[number] | null {
  const days = Temporal.PlainDate.from(today).until(Temporal.PlainDate.from(endsOn), { largestUnit: 'day' }).days;
  return stages.findLast((stage) => days <= stage) ?? null;
}

/**
 * Tells people in time that a connection which nothing renews is about to end (LinkedIn: 60 days), so that they renew it
 * while that is one click; when it has ended, the account wants to be connected again. Each stage is told once.
 */
export async function tellOfEndings(parts: Parts, sessions: Sessions): Promise<void> {
  const today = dayOf(parts.clock.now());
  const until = Temporal.PlainDate.from(today).add({ days: firstStage }).toString();
  for (const orgId of await parts.db.directory(listOrganisations)) {
    const ending = await parts.db.inOrg(orgId, (tx) => findEnding(tx, until));
    for (const { id, ends_on } of ending) {
      if (stageOf(ends_on, today) !== 0) continue;
      const held = await sessions.current({ orgId, id });
      if (held?.endsAt && held.endsAt <= parts.clock.now()) await sessions.markLost({ orgId, id }, held.session);
    }
    await parts.db.inOrg(orgId, (tx) => tellOne(parts, tx, ending, today));
  }
}

async function tellOne(parts: Parts, tx: Tx, ending: readonly EndingRow[], today: string): Promise<void> {
  if (ending.length === 0) return;
  const { hour } = Temporal.Instant.fromEpochMilliseconds(parts.clock.now().getTime()).toZonedDateTimeISO(
    await parts.timeZoneOf(tx),
  );
  if (hour < wakingHours.from || hour >= wakingHours.to) return;
  await parts.tell(
    tx,
    ending.flatMap((row) => noticeOf(row, today)),
  );
}

function noticeOf({ id, person_id, network, ends_on }: EndingRow, today: string): Notice[] {
  const stage = stageOf(ends_on, today);
  if (stage === null) return [];
  const title = networkTitles[network];
  return [
    {
      personId: person_id,
      event: 'reminder',
      key: `account-ending/${id}/${ends_on}/${stage}`,
      subject: stage === 0 ? `Your connection to ${title} has ended` : `Your connection to ${title} ends soon`,
      lines: linesOf(network, ends_on, stage),
      buttons: [{ label: `Renew ${title}`, actionId: renewAction, value: network, style: 'primary' }],
    },
  ];
}

function linesOf(network: NetworkName, endsOn: string, stage: (typeof stages)[number]): string[] {
  const title = networkTitles[network];
  const day = Temporal.PlainDate.from(endsOn).toLocaleString('en-GB', { day: 'numeric', month: 'long' });
  const how = 'Renew it in Slack: here, or in the Home tab of Coact.';
  if (stage === 0)
    return [`${title} ends every connection after a while. To share there again, connect it once more.`, how];
  return [`On ${day} ${title} ends it, as it does with every connection. Until then renewing takes one click.`, how];
}
