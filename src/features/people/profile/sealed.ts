import { z } from 'zod';
import type { Tx } from '../../../platform/db/index.ts';
import type { SealedPlace, Vault } from '../../../platform/vault/index.ts';
import { type EmergencyContact, type Phone, phoneKinds } from './profile.ts';
import type { ProfileChange, StoredProfile } from './store.ts';

type Column = 'legal_name_sealed' | 'pronouns_sealed' | 'phones_sealed' | 'address_sealed' | 'emergency_sealed';

/** Where this folder keeps sealed values. */
export const profilePlaces: readonly SealedPlace[] = [
  { table: 'profiles', column: 'legal_name_sealed', row: 'person_id' },
  { table: 'profiles', column: 'pronouns_sealed', row: 'person_id' },
  { table: 'profiles', column: 'phones_sealed', row: 'person_id' },
  { table: 'profiles', column: 'address_sealed', row: 'person_id' },
  { table: 'profiles', column: 'emergency_sealed', row: 'person_id' },
  { table: 'portraits', column: 'sealed', row: 'person_id' },
  { table: 'person_notes', column: 'sealed' },
];

const placeOf = (column: Column, personId: string) => ({ table: 'profiles', column, rowId: personId });

/** The personal values of a profile, opened. */
export type PersonalValues = {
  readonly legalName: string | null;
  readonly pronouns: string | null;
  readonly phones: readonly Phone[];
  readonly address: string | null;
  readonly emergency: EmergencyContact | null;
};

const phones: z.ZodType<readonly Phone[]> = z.array(z.object({ kind: z.enum(phoneKinds), number: z.string() }));
const emergency: z.ZodType<EmergencyContact> = z.object({
  name: z.string(),
  relation: z.string(),
  phone: z.string(),
});

/** Opens all that a profile holds sealed. */
export async function openValues(vault: Vault, tx: Tx, profile: StoredProfile | null): Promise<PersonalValues> {
  const open = async (column: Column) => {
    const sealed = profile?.[column] ?? null;
    return profile === null || sealed === null ? null : vault.openText(tx, placeOf(column, profile.person_id), sealed);
  };
  const [phonesText, emergencyText] = [await open('phones_sealed'), await open('emergency_sealed')];
  return {
    legalName: await open('legal_name_sealed'),
    pronouns: await open('pronouns_sealed'),
    phones: phonesText === null ? [] : phones.parse(JSON.parse(phonesText)),
    address: await open('address_sealed'),
    emergency: emergencyText === null ? null : emergency.parse(JSON.parse(emergencyText)),
  };
}

/** The columns for values that are to be kept; what is left out is left as it is, null and empty lists are forgotten. */
export async function sealValues(
  vault: Vault,
  tx: Tx,
  personId: string,
  values: Partial<PersonalValues>,
): Promise<ProfileChange> {
  const change: ProfileChange = {};
  const seal = async (column: Column, text: string | null | undefined) => {
    if (text === undefined) return;
    change[column] = text === null ? null : await vault.seal(tx, placeOf(column, personId), text);
  };
  const json = (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value));
  await seal('legal_name_sealed', values.legalName);
  await seal('pronouns_sealed', values.pronouns);
  await seal('phones_sealed', values.phones?.length === 0 ? null : json(values.phones));
  await seal('address_sealed', values.address);
  await seal('emergency_sealed', json(values.emergency));
  return change;
}
