import { defineActs } from '../../platform/audit/index.ts';
import { accountActs } from './account-acts.ts';
import { keyActs } from './api-keys/acts.ts';
import { importActs } from './imports/acts.ts';
import { scimActs } from './scim/acts.ts';

const worthFields = {
  currency: 'currency of the amounts',
  awareness: 'amount for an employee who acted, in minor units',
  share: 'amount for a share',
  click: 'amount for a click',
  like: 'amount for a like',
  reshare: 'amount for a reshare',
  comment: 'amount for a comment',
} as const;

/** Everything that this slice records. */
export const acts = defineActs({
  'people.organisation_founded': { sentence: '{actor} founded the organisation', target: 'organisation' },
  'people.organisation_changed': {
    sentence: '{actor} changed settings of the organisation',
    target: 'organisation',
    fields: { fields: 'names of the settings' },
  },
  'people.event_values_set': {
    sentence: '{actor} set what events are worth from a day on',
    target: 'organisation',
    fields: { day: 'first day for which it holds', ...worthFields },
  },
  'people.event_values_dropped': {
    sentence: '{actor} took back what events were to be worth from a day on',
    target: 'organisation',
    fields: { day: 'first day for which it was to hold' },
  },
  'people.event_values_repriced': {
    sentence: '{actor} priced past days anew',
    target: 'organisation',
    fields: {
      from: 'first of the days',
      until: 'last of the days',
      by: 'by the values of the day on which it was done, or by their own again',
      ...worthFields,
    },
  },
  'people.member_invited': {
    sentence: '{actor} invited {target}',
    target: 'person',
    fields: { roles: 'roles they are to have' },
  },
  'people.member_changed': {
    sentence: '{actor} changed roles or state of {target}',
    target: 'person',
    fields: {
      rolesBefore: 'roles until then',
      roles: 'roles from then on',
      stateBefore: 'state until then',
      state: 'state from then on',
      departments: 'departments where they work from then on',
      locations: 'locations where they work from then on',
      reachDepartments: 'departments that they schedule from then on; empty means all',
      reachLocations: 'locations that they schedule from then on; empty means all',
    },
  },
  'people.member_removed': { sentence: '{actor} withdrew the invitation of {target}', target: 'person' },
  'people.member_joined': {
    sentence: '{target} joined the organisation',
    target: 'person',
    fields: { roles: 'roles, where the operator gave them' },
  },
  'people.name_followed': { sentence: '{actor} gave {target} the name that they have there', target: 'person' },
  'people.member_deactivated': { sentence: '{target} left the Slack workspace and was deactivated', target: 'person' },
  'people.members_read': {
    sentence: '{actor} read the list of members with their addresses',
    target: 'organisation',
    reads: true,
    fields: { members: 'how many were listed' },
  },
  'people.place_added': {
    sentence: '{actor} added {target}',
    target: 'place',
    fields: { kind: 'department or location' },
  },
  'people.place_changed': {
    sentence: '{actor} changed {target}',
    target: 'place',
    fields: {
      kind: 'department or location',
      changed: 'names of what was changed',
      archived: 'whether it is archived',
    },
  },
  'people.place_removed': {
    sentence: '{actor} removed {target}',
    target: 'place',
    fields: { kind: 'department or location' },
  },
  'people.qualification_added': { sentence: '{actor} added {target}', target: 'qualification' },
  'people.qualification_changed': {
    sentence: '{actor} changed {target}',
    target: 'qualification',
    fields: { changed: 'names of what was changed', archived: 'whether it is archived' },
  },
  'people.qualifications_set': {
    sentence: '{actor} set the qualifications of {target}',
    target: 'person',
    fields: { qualifications: 'ids of all that they hold from then on' },
  },
  'people.profile_changed': {
    sentence: '{actor} changed the profile of {target}',
    target: 'person',
    fields: { fields: 'names of what was changed' },
  },
  'people.employment_changed': {
    sentence: '{actor} changed what is kept about the work of {target}',
    target: 'person',
    fields: { fields: 'names of what was changed', manager: 'id of whom they report to from then on' },
  },
  'people.profile_read': {
    sentence: '{actor} read how to reach {target}, or what is kept about them',
    target: 'person',
    reads: true,
    fields: { fields: 'names of what was shown' },
  },
  'people.note_added': {
    sentence: '{actor} wrote a note about {target}',
    target: 'person',
    fields: { seenBy: 'whether the person is shown it too' },
  },
  'people.note_removed': { sentence: '{actor} removed a note about {target}', target: 'person' },
  'people.slack_linked': { sentence: '{target} linked their Slack identity', target: 'person' },
  'people.signed_in': {
    sentence: '{actor} signed in',
    target: 'person',
    fields: { by: 'the way in', secondFactor: 'whether two factors were shown' },
  },
  ...accountActs,
  ...importActs,
  ...keyActs,
  ...scimActs,
});

export type PeopleAction = keyof typeof acts;
