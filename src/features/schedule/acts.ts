import { defineActs } from '../../platform/audit/index.ts';

/** Everything that this slice records; each part of it adds its own. */
export const acts = defineActs({
  'schedule.settings_changed': {
    sentence: '{actor} changed settings of the schedule',
    target: 'organisation',
    fields: { fields: 'names of the settings' },
  },
});

export type ScheduleAction = keyof typeof acts;
