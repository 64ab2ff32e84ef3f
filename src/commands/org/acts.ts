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
  'operator.sign_in_link_made': {
    sentence: '{actor} made a one-time link by which {target} can sign in',
    target: 'person',
    fields: { minutes: 'how long the link is good for' },
  },
});
