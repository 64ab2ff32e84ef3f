import { defineActs } from '../../../platform/audit/index.ts';

/** What the time clock records. What people clock themselves stands in its own history. */
export const clockActsRecorded = defineActs({
  'schedule.correction_asked': {
    sentence: '{actor} asked for a correction of hours worked',
    target: 'correction',
    fields: { person: 'whose hours they are', kind: 'add, change or remove' },
  },
  'schedule.correction_decided': {
    sentence: '{actor} decided on a correction of hours worked',
    target: 'correction',
    fields: { person: 'whose hours they are', state: 'approved, declined or withdrawn' },
  },
  'schedule.hours_corrected': {
    sentence: '{actor} corrected hours worked',
    target: 'clock_entry',
    fields: { person: 'whose hours they are', kind: 'add, change or remove', correction: 'id of the correction' },
  },
  'schedule.timesheet_approved': {
    sentence: '{actor} approved the timesheet of {target}',
    target: 'person',
    fields: { period: 'its first day', minutes: 'how much was worked' },
  },
  'schedule.timesheet_reopened': {
    sentence: '{actor} changed hours in an approved timesheet of {target}, which is open again',
    target: 'person',
    fields: { period: 'its first day' },
  },
  'schedule.timesheets_exported': {
    sentence: '{actor} took timesheets along as a file',
    target: 'organisation',
    reads: true,
    fields: { period: 'its first day', people: 'how many people' },
  },
});
