import type { Tx } from '../../../platform/db/index.ts';
import type { Asker, Resource } from '../../../platform/policy/index.ts';
import { listRoles } from '../../schedule/index.ts';
import { seesBands } from '../bands/seeing.ts';
import { bandAnswerOf } from '../bands/standing.ts';
import { todayOf } from '../day.ts';
import type { PayParts } from '../parts.ts';
import { asResource, type PayResource } from './looking.ts';
import { openWages } from './sealing.ts';
import type { EntryAnswer, PersonPayAnswer } from './shapes.ts';
import { type Standing, standings, type WageEntry, wagesOf } from './wage.ts';

type Parts = Pick<PayParts, 'vault' | 'clock' | 'people'>;
type OrgId = Asker['orgId'];

/** Who is shown it, and what the policies say to them. */
export interface Reader {
  readonly orgId: OrgId;
  readonly own: boolean;
  readonly allowed: (action: string, resource: Resource) => boolean;
}

/** What one person earns, as they or somebody who may see it is shown. Who asks records it before. */
export async function showPay(parts: Parts, tx: Tx, whose: PayResource, reader: Reader): Promise<PersonPayAnswer> {
  const all = await openWages(parts, tx, [whose.personId]);
  // What waits or was refused has not been said to the person.
  const entries = reader.own ? all.filter(({ approved }) => approved === true) : all;
  const roles = await listRoles(tx);
  const roleNames = new Map(roles.map(({ id, name }) => [id, name]));
  const names = await parts.people.namesOf(tx, [
    ...entries.flatMap(({ enteredBy, decidedBy }) => [enteredBy, decidedBy ?? []].flat()),
  ]);
  const standing = standings(entries);
  const today = await todayOf(parts, tx);
  const answer = (entry: WageEntry) => answerOf(entry, standing.get(entry.id) ?? 'refused', names, roleNames, reader);
  return {
    ...{ personId: whose.personId, name: whose.name, today },
    currency: (await parts.people.organisation(tx)).currency,
    ...{ current: currentOf(entries, today), coming: comingOf(entries, standing, today) },
    entries: entries.toReversed().map(answer),
    roles: roles.map(({ id, name }) => ({ id, name })),
    mayEnter: reader.allowed('pay.enter', asResource(whose, reader.orgId)),
    raising: null,
    ...(await bandAnswerOf(parts, tx, whose.personId, { entries, today, shows: await seesBands(tx, reader) })),
  };
}

/** Ids of the entries by which somebody is paid today: the one for all first. */
function currentOf(entries: readonly WageEntry[], today: string): string[] {
  const wageOn = wagesOf(entries);
  const scopes = [null, ...new Set(entries.flatMap(({ roleId }) => roleId ?? []))];
  return [...new Set(scopes.flatMap((roleId) => wageOn(roleId, today)?.id ?? []))];
}

function comingOf(entries: readonly WageEntry[], standing: ReadonlyMap<string, Standing>, today: string): string[] {
  return entries
    .filter(({ id, from }) => from > today && standing.get(id) === 'holds')
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .map(({ id }) => id);
}

function answerOf(
  entry: WageEntry,
  stands: Standing,
  names: ReadonlyMap<string, string>,
  roleNames: ReadonlyMap<string, string>,
  { orgId, allowed }: Reader,
): EntryAnswer {
  const { id, roleId, from, told, corrects, personId: person, enteredBy, enteredAt, decidedBy, decidedAt } = entry;
  const nameOf = (of: string) => names.get(of) ?? 'A former member';
  const second = decidedBy !== null && decidedBy !== enteredBy ? decidedBy : null;
  return {
    ...{ id, roleId, from, corrects, stands },
    roleName: roleId === null ? null : (roleNames.get(roleId) ?? 'A former role'),
    says: told.says,
    pay: told.says === 'pay' ? { weeklyMinutes: null, ...told.pay } : null,
    why: told.why,
    ...{ enteredBy: nameOf(enteredBy), enteredAt: enteredAt.toISOString() },
    decidedBy: second === null ? null : nameOf(second),
    decidedAt: second === null ? null : (decidedAt?.toISOString() ?? null),
    mayDecide: stands === 'waits' && allowed('pay.decide', { type: 'EnteredWage', id, orgId, person, enteredBy }),
  };
}
