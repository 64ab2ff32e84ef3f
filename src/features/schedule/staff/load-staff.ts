import type { Tx } from '../../../platform/db/index.ts';
import { type Availability, availabilityOf } from '../calendar/availability.ts';
import { dayOfDate } from '../calendar/local.ts';
import { type Span, union } from '../calendar/spans.ts';
import type { ScheduleParts } from '../parts.ts';
import type { Rank } from '../rules/candidate.ts';
import type { PersonalRules } from '../rules/rule.ts';
import { listRanks, whoKnows } from '../work/roles/store.ts';
import { seriesOfPeople } from '../work/series/store.ts';
import { readSettings } from '../work/settings/read-settings.ts';
import { listTimeOff } from './time-off/store.ts';
import { noPreferences, type Preferences } from './wishes/preferences.ts';
import { personalRulesOf, preferencesOf } from './wishes/store.ts';

/** All that scheduling asks of a person. */
export interface Staff extends Availability {
  readonly personId: string;
  /** Whether the person said anything of their time; if not, the three of availability are as the settings say. */
  readonly hasStated: boolean;
  /** Approved absence. It is not taken away from `available`. */
  readonly timeOff: readonly Span[];
  readonly preferences: Preferences;
  readonly rules: PersonalRules;
  readonly roles: ReadonlySet<string>;
  readonly ranks: readonly Rank[];
  /** By qualification the last day (since 1970-01-01) on which it is valid; null: it does not expire. */
  readonly qualifications: ReadonlyMap<string, number | null>;
}

const minute = 60_000;
const likeAll: PersonalRules = { instead: [], without: [] };

/**
 * What people said, may and can, within a window (minutes since 1970): by person, in the order of the ids. One query for
 * each kind of thing, however many people.
 */
export async function loadStaff(
  parts: Pick<ScheduleParts, 'clock' | 'people'>,
  tx: Tx,
  personIds: readonly string[],
  window: Span,
): Promise<ReadonlyMap<string, Staff>> {
  const { unstated } = await readSettings(parts, tx);
  const said = Map.groupBy(await seriesOfPeople(tx, personIds), ({ owner }) =>
    'personId' in owner ? owner.personId : '',
  );
  const [from, until] = [new Date(window.start * minute), new Date(window.end * minute)];
  const absences = await listTimeOff(tx, { personIds, states: ['approved'], from, until });
  const off = Map.groupBy(absences, ({ personId }) => personId);
  const wishes = await preferencesOf(tx, personIds);
  const rules = await personalRulesOf(tx, personIds);
  const known = Map.groupBy(await whoKnows(tx, personIds), ({ personId }) => personId);
  const ranks = Map.groupBy(await listRanks(tx, { personIds }), ({ personId }) => personId);
  const held = await parts.people.heldQualifications(tx, personIds);
  return new Map(
    personIds.map((personId): [string, Staff] => {
      const series = said.get(personId) ?? [];
      const staff = {
        ...availabilityOf(series, [], window, unstated),
        hasStated: series.length > 0,
        timeOff: union((off.get(personId) ?? []).map(spanOf)),
        preferences: wishes.get(personId) ?? noPreferences,
        rules: rules.get(personId) ?? likeAll,
        roles: new Set((known.get(personId) ?? []).map(({ roleId }) => roleId)),
        ranks: (ranks.get(personId) ?? []).map(({ roleId, weekday, rank }) => ({ role: roleId, weekday, rank })),
        qualifications: new Map(
          (held.get(personId) ?? []).map(({ qualificationId, expiresOn }) => [
            qualificationId,
            expiresOn === null ? null : dayOfDate(expiresOn),
          ]),
        ),
      };
      return [personId, { personId, ...staff }];
    }),
  );
}

function spanOf({ startsAt, endsAt }: { readonly startsAt: Date; readonly endsAt: Date }): Span {
  return { start: startsAt.getTime() / minute, end: endsAt.getTime() / minute };
}
