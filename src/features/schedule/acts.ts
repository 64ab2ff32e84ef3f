import { defineActs } from '../../platform/audit/index.ts';

/** Everything that this slice records; each part of it adds its own. */
export const acts = defineActs({
  'schedule.settings_changed': {
    sentence: '{actor} changed settings of the schedule',
    target: 'organisation',
    fields: { fields: 'names of the settings' },
  },
  'schedule.feed_made': {
    sentence: '{actor} made a secret address for a calendar',
    target: 'feed',
    fields: { of: 'self for own shifts, or the id of the role whose shifts it shows' },
  },
  'schedule.feed_revoked': { sentence: '{actor} revoked the secret address of a calendar', target: 'feed' },
});

export type ScheduleAction = keyof typeof acts;
