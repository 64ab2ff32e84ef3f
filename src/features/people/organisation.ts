import type { Address } from '../../platform/auth/index.ts';
import { newId } from '../../platform/clock/index.ts';
import { type OrgId, orgId, orgOf, type Tx } from '../../platform/db/index.ts';
import { sealAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { foundEventValues, readWorth } from './event-values/event-values.ts';
import { firstWorth, type Worth } from './event-values/values.ts';
import {
  claimInstallation,
  findOrganisation,
  findPerson,
  insertOrganisation,
  insertPerson,
  updateOrganisation,
  updatePerson,
} from './store.ts';

export type Organisation = {
  readonly id: OrgId;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  /** Of wages; what events are worth has one of its own. */
  readonly currency: string;
  /** Figures of fewer people than this are shown as "fewer than". */
  readonly smallGroup: number;
  /** What events are worth now. */
  readonly eventValues: Worth;
  readonly setupDone: boolean;
};

export type OrganisationChange = Partial<
  Pick<Organisation, 'name' | 'timeZone' | 'currency' | 'smallGroup' | 'setupDone'>
>;

export type Founder = { readonly userId: string; readonly name: string; readonly email?: Address | undefined };
type Founding = { readonly name: string; readonly timeZone: string; readonly owner: Founder };

/** Makes an organisation with its first owner. False when that organisation exists already. */
export async function foundOrganisation(context: PeopleContext, id: OrgId, founding: Founding): Promise<boolean> {
  const { db, clock, vault, audit } = context;
  return db.inOrg(id, async (tx) => {
    const now = clock.now();
    const made = await insertOrganisation(tx, {
      name: founding.name,
      time_zone: founding.timeZone,
      currency: firstWorth.currency,
      small_group: 5,
      setup_done_at: null,
      created_at: now,
    });
    if (!made) return false;
    await foundEventValues(tx);
    const personId = newId(clock);
    const { userId, name, email } = founding.owner;
    await insertPerson(tx, {
      id: personId,
      user_id: userId,
      slack_user_id: null,
      name,
      email_sealed: null,
      email_key: null,
      ...(email ? await sealAddress(vault, tx, personId, email) : {}),
      roles: ['owner', 'employee'],
      state: 'active',
      deactivated_by: null,
      joined_at: now,
      created_at: now,
    });
    const target = { type: 'organisation', id };
    await audit.append(tx, { actor: { kind: 'person', id: personId }, action: 'people.organisation_founded', target });
    return true;
  });
}

export type SetupOutcome = { readonly ok: true; readonly orgId: OrgId } | { readonly ok: false };

/**
 * The set-up of an installation: its first owner founds the one organisation. Asked again by the same owner it changes
 * names and time zone; anybody else is refused.
 */
export async function setUp(context: PeopleContext, founding: Founding): Promise<SetupOutcome> {
  const { db, clock, vault, audit } = context;
  const wanted = orgId(newId(clock));
  const claimed = await db.asOwner((tx) => claimInstallation(tx, wanted, clock.now()));
  if (await foundOrganisation(context, claimed, founding)) return { ok: true, orgId: claimed };
  return db.inOrg(claimed, async (tx) => {
    const person = await findPerson(tx, { userId: founding.owner.userId });
    if (person?.state !== 'active' || !person.roles.includes('owner')) return { ok: false };
    await updateOrganisation(tx, { name: founding.name, time_zone: founding.timeZone });
    const { name, email } = founding.owner;
    await updatePerson(tx, person.id, { name, ...(email ? await sealAddress(vault, tx, person.id, email) : {}) });
    await audit.append(tx, {
      actor: { kind: 'person', id: person.id },
      action: 'people.organisation_changed',
      target: { type: 'organisation', id: claimed },
      detail: { fields: 'name,timeZone' },
    });
    return { ok: true, orgId: claimed };
  });
}

/** The settings of the unit of work's organisation. */
export async function readOrganisation(tx: Tx, now: Date): Promise<Organisation> {
  const row = await findOrganisation(tx);
  if (!row) throw new Error('an organisation that does not exist');
  return {
    id: orgId(row.org_id),
    name: row.name,
    timeZone: row.time_zone,
    currency: row.currency,
    smallGroup: row.small_group,
    eventValues: await readWorth(tx, now),
    setupDone: row.setup_done_at !== null,
  };
}

/** Changes settings and records which ones. */
export async function changeOrganisation(
  context: Pick<PeopleContext, 'audit' | 'clock'>,
  tx: Tx,
  personId: string,
  change: OrganisationChange,
): Promise<void> {
  const now = context.clock.now();
  const { setupDone, name, timeZone, currency, smallGroup } = change;
  const columns = {
    ...(name === undefined ? {} : { name }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(currency === undefined ? {} : { currency }),
    ...(smallGroup === undefined ? {} : { small_group: smallGroup }),
    ...(setupDone === undefined ? {} : { setup_done_at: setupDone ? now : null }),
  };
  if (Object.keys(columns).length > 0) await updateOrganisation(tx, columns);
  await context.audit.append(tx, {
    actor: { kind: 'person', id: personId },
    action: 'people.organisation_changed',
    target: { type: 'organisation', id: orgOf(tx) },
    detail: { fields: Object.keys(change).toSorted().join(',') },
  });
}
