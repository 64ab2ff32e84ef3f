import { defineActs } from '../../../platform/audit/index.ts';

const same = 'how many rows say what is so already';
const refused = 'how many rows were not taken';

/** What is recorded of roles and availability coming in by a file; each role and each series has an entry of its own. */
export const importActs = defineActs({
  'schedule.roles_compared': {
    sentence: '{actor} compared a file with the roles of the schedule',
    target: 'organisation',
    reads: true,
    fields: { rows: 'how many rows it had', rates: 'whether with what an hour costs' },
  },
  'schedule.roles_imported': {
    sentence: '{actor} imported roles from a file',
    target: 'organisation',
    fields: {
      ...{ added: 'how many roles were added', changed: 'how many were changed', shifts: 'how many shifts were added' },
      ...{ same, placesMade: 'how many departments and locations were made for them', refused },
    },
  },
  'schedule.availability_compared': {
    sentence: '{actor} compared a file with when people can work',
    target: 'organisation',
    reads: true,
    fields: { rows: 'how many rows it had' },
  },
  'schedule.availability_imported': {
    sentence: '{actor} imported from a file when people can work',
    target: 'organisation',
    fields: {
      ...{ added: 'how many times were added', changed: 'how many were changed', people: 'of how many people' },
      ...{ same, refused },
    },
  },
});
