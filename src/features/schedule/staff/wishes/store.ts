import { orgOf, type Tx } from '../../../../platform/db/index.ts';
import type { PersonalRules } from '../../rules/rule.ts';
import type { Preferences } from './preferences.ts';

interface Tables {
  preferences: {
    org_id: string;
    person_id: string;
    wanted_minutes: number | null;
    extra_shifts: boolean;
    likings: unknown;
    changed_at: Date;
  };
  personal_rules: { org_id: string; person_id: string; rules: unknown; changed_at: Date };
}

/** What each of these people wishes; whoever said nothing is left out. */
export async function preferencesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .on<Tables>()
    .selectFrom('preferences')
    .selectAll()
    .where('person_id', 'in', personIds)
    .execute();
  return new Map(
    rows.map(({ person_id, wanted_minutes, extra_shifts, likings }) => [
      person_id,
      { wantedMinutes: wanted_minutes, extraShifts: extra_shifts, likings: likings as Preferences['likings'] },
    ]),
  );
}

export async function putPreferences(
  tx: Tx,
  personId: string,
  { wantedMinutes, extraShifts, likings }: Preferences,
  now: Date,
): Promise<void> {
  const said = {
    ...{ wanted_minutes: wantedMinutes, extra_shifts: extraShifts },
    ...{ likings: JSON.stringify(likings), changed_at: now },
  };
  await tx
    .on<Tables>()
    .insertInto('preferences')
    .values({ org_id: orgOf(tx), person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(said))
    .execute();
}

/** What is different for each of these people; whoever is like all others is left out. */
export async function personalRulesOf(
  tx: Tx,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, PersonalRules>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx
    .on<Tables>()
    .selectFrom('personal_rules')
    .selectAll()
    .where('person_id', 'in', personIds)
    .execute();
  return new Map(rows.map(({ person_id, rules }) => [person_id, rules as PersonalRules]));
}

export async function putPersonalRules(tx: Tx, personId: string, rules: PersonalRules, now: Date): Promise<void> {
  const said = { rules: JSON.stringify(rules), changed_at: now };
  await tx
    .on<Tables>()
    .insertInto('personal_rules')
    .values({ org_id: orgOf(tx), person_id: personId, ...said })
    .onConflict((conflict) => conflict.columns(['org_id', 'person_id']).doUpdateSet(said))
    .execute();
}
