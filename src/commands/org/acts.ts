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
});
