import { orgOf, type Tx } from '../../../platform/db/index.ts';

/** How an organisation wants its pay to be handled. */
export interface PaySettings {
  readonly managersSee: boolean;
  readonly secondPerson: boolean;
  /** How many people approve a raise. */
  readonly approvals: number;
  readonly peopleSeeBands: boolean;
}

interface Tables {
  pay_settings: {
    org_id: string;
    managers_see: boolean;
    second_person: boolean;
    approvals: number;
    people_see_bands: boolean;
    changed_at: Date;
  };
}

/** The settings; who never asked for any has the most private ones. */
export async function readPaySettings(tx: Tx): Promise<PaySettings> {
  const row = await tx.on<Tables>().selectFrom('pay_settings').selectAll().executeTakeFirst();
  const { managers_see = false, second_person = false, approvals = 1, people_see_bands = false } = row ?? {};
  return { managersSee: managers_see, secondPerson: second_person, approvals, peopleSeeBands: people_see_bands };
}

export async function writePaySettings(
  tx: Tx,
  { managersSee, secondPerson, approvals, peopleSeeBands }: PaySettings,
  changed_at: Date,
): Promise<void> {
  const change = {
    ...{ managers_see: managersSee, second_person: secondPerson, approvals, people_see_bands: peopleSeeBands },
    changed_at,
  };
  await tx
    .on<Tables>()
    .insertInto('pay_settings')
    .values({ ...change, org_id: orgOf(tx) })
    .onConflict((conflict) => conflict.column('org_id').doUpdateSet(change))
    .execute();
}
