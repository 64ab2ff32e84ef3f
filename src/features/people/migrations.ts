import type { MigrationSet } from '../../platform/db/index.ts';
import type { SealedPlace } from '../../platform/vault/index.ts';
import { profilePlaces } from './profile/sealed.ts';

export const migrations: MigrationSet = { slice: 'people', folder: new URL('./migrations/', import.meta.url) };

/** Columns that hold sealed values: addresses, one that waits in a link to be confirmed, what is personal in profiles, and what people are told. */
export const sealedPlaces: readonly SealedPlace[] = [
  { table: 'people', column: 'email_sealed' },
  { table: 'scim_users', column: 'sealed', row: 'person_id' },
  { table: 'notices', column: 'sealed' },
  ...profilePlaces,
  {
    table: 'sign_in_links',
    column: 'subject',
    row: 'token_hash',
    within: { sealed: 'sealed', organisation: 'orgId', row: 'slackUserId' },
  },
];
