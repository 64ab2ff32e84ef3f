import type { Address } from '../../platform/auth/index.ts';
import { newId } from '../../platform/clock/index.ts';
import { type OrgId, orgId, type Tx } from '../../platform/db/index.ts';
import { sealAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import {
  claimInstallation,
  findOrganisation,
  findPerson,
  insertOrganisation,
  insertPerson,
  listEventValues,
  putEventValues,
  updateOrganisation,
  updatePerson,
} from './store.ts';

/** What one event is worth, in minor units of `currency`, from a moment on. */
export type EventValues = {
  readonly validFrom: Date;
  readonly currency: string;
  readonly awareness: number;
  readonly share: number;
  readonly click: number;
};

export type Organisation = {
  readonly id: OrgId;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly currency: string;
  /** Figures of fewer people than this are shown as "fewer than". */
  readonly smallGroup: number;
  readonly eventValues: Pick<EventValues, 'awareness' | 'share' | 'click'>;
  readonly setupDone: boolean;
};

export type OrganisationChange = Partial<
  Pick<Organisation, 'name' | 'timeZone' | 'currency' | 'smallGroup' | 'eventValues' | 'setupDone'>
>;

/** US dollars; the product's definition of advocacy value. */
const firstValues = { currency: 'USD', awareness: 150, share: 300, click: 500 } as const;

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
      currency: firstValues.currency,
      small_group: 5,
      setup_done_at: null,
      created_at: now,
    });
    if (!made) return false;
    await putEventValues(tx, { ...firstValues, valid_from: new Date(0) });
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
  const values = valuesAt(await readEventValues(tx), now);
  return {
    id: orgId(row.org_id),
    name: row.name,
    timeZone: row.time_zone,
    currency: row.currency,
    smallGroup: row.small_group,
    eventValues: { awareness: values.awareness, share: values.share, click: values.click },
    setupDone: row.setup_done_at !== null,
  };
}

export async function readEventValues(tx: Tx): Promise<readonly EventValues[]> {
  const rows = await listEventValues(tx);
  return rows.map(({ valid_from, currency, awareness, share, click }) => ({
    validFrom: valid_from,
    currency,
    awareness,
    share,
    click,
  }));
}

/** The values that hold at a moment. `history` is sorted by time and never empty. */
export function valuesAt(history: readonly EventValues[], at: Date): EventValues {
  const held = history.findLast((values) => values.validFrom <= at) ?? history[0];
  if (!held) throw new Error('an organisation without event values');
  return held;
}

/** Changes settings and records which ones. New values or a new currency hold from now on; history keeps its own. */
export async function changeOrganisation(
  context: Pick<PeopleContext, 'audit' | 'clock'>,
  tx: Tx,
  personId: string,
  change: OrganisationChange,
): Promise<void> {
  const now = context.clock.now();
  const before = await readOrganisation(tx, now);
  const { eventValues, setupDone, name, timeZone, currency, smallGroup } = change;
  const columns = {
    ...(name === undefined ? {} : { name }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(currency === undefined ? {} : { currency }),
    ...(smallGroup === undefined ? {} : { small_group: smallGroup }),
    ...(setupDone === undefined ? {} : { setup_done_at: setupDone ? now : null }),
  };
  if (Object.keys(columns).length > 0) await updateOrganisation(tx, columns);
  if (eventValues || (currency && currency !== before.currency)) {
    const values = { ...before.eventValues, ...eventValues };
    await putEventValues(tx, { ...values, currency: currency ?? before.currency, valid_from: now });
  }
  await context.audit.append(tx, {
    actor: { kind: 'person', id: personId },
    action: 'people.organisation_changed',
    target: { type: 'organisation', id: before.id },
    detail: { fields: Object.keys(change).toSorted().join(',') },
  });
}
