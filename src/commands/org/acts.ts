import { defineActs } from '../../platform/audit/index.ts';

/** What the operator does to an organisation from the command line. */
export const acts = defineActs({
  'operator.organisation_exported': {
    sentence: '{actor} exported everything of {target}, addresses of members among it',
    target: 'organisation',
    reads: true,
    fields: { rows: 'how many rows were written' },
  },
  'operator.organisation_erased': {
    sentence: '{actor} erased {target}',
    target: 'organisation',
  },
  'operator.backup_made': {
    sentence: '{actor} backed up the installation, {target} among it',
    target: 'organisation',
    reads: true,
    fields: { file: 'name of the file, without its folder' },
  },
  'operator.backup_restored': {
    sentence: '{actor} restored the installation from a backup; what happened since it was made is gone',
    target: 'organisation',
    fields: { madeAt: 'when the backup was made' },
  },
});

export type OperatorAction = keyof typeof acts;
