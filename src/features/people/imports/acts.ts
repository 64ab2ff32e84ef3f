import { defineActs } from '../../../platform/audit/index.ts';

/** What is recorded of people coming in by a file, and of the list going out as one. */
export const importActs = defineActs({
  'people.import_previewed': {
    sentence: '{actor} compared a file with the list of members',
    target: 'organisation',
    reads: true,
    fields: { rows: 'how many rows it had' },
  },
  'people.members_imported': {
    sentence: '{actor} imported people from a file',
    target: 'organisation',
    fields: {
      added: 'how many were added',
      changed: 'how many were changed',
      invited: 'how many of them were invited by mail',
      same: 'how many were as the file says already',
      placesMade: 'how many departments and locations were made for them',
      refused: 'how many rows were not taken',
    },
  },
  'people.member_added': {
    sentence: '{actor} added {target} by an import',
    target: 'person',
    fields: { roles: 'roles they are to have', invited: 'whether they were invited by mail' },
  },
  'people.member_updated': {
    sentence: '{actor} changed {target} by an import',
    target: 'person',
    fields: {
      changed: 'names of what was changed',
      rolesBefore: 'roles until then',
      roles: 'roles from then on, where these were changed',
      invited: 'whether they were invited by mail',
    },
  },
  'people.members_exported': {
    sentence: '{actor} took the list of members along with their addresses',
    target: 'organisation',
    reads: true,
    fields: { members: 'how many were on it' },
  },
});
