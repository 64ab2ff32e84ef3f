import { defineActs } from '../../platform/audit/index.ts';
import type { Actor } from '../../platform/policy/index.ts';
import { clockActsRecorded } from './clock/acts.ts';
import { forecastActs } from './forecast/acts.ts';
import { importActs } from './imports/acts.ts';
import { offerActs } from './life/offers/acts.ts';
import { planActs } from './plan/acts.ts';

const payrollRead = {
  ...{ from: 'the first day', to: 'the last day' },
  ...{ source: 'planned or worked', rows: 'how many rows there were' },
} as const;
const payrollColumns = { columns: 'how many columns there are' } as const;
const changed = { fields: 'names of what was changed' } as const;

/** Everything that this slice records; each part of it adds its own. */
export const acts = defineActs({
  ...planActs,
  'schedule.message_sent': {
    sentence: '{actor} sent people a message',
    target: 'message',
    fields: {
      ...{ to: 'person, role or shift', of: 'which person or role, or the location of the shifts' },
      people: 'how many got it',
    },
  },
  ...clockActsRecorded,
  ...importActs,
  ...offerActs,
  ...forecastActs,
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
  'schedule.holiday_added': {
    sentence: '{actor} added a holiday',
    target: 'holiday',
    fields: { day: 'the day' },
  },
  'schedule.holiday_removed': { sentence: '{actor} removed a holiday', target: 'holiday' },
  'schedule.role_added': { sentence: '{actor} added a role to the schedule', target: 'role' },
  'schedule.role_changed': { sentence: '{actor} changed a role of the schedule', target: 'role', fields: changed },
  'schedule.role_archived': { sentence: '{actor} archived a role of the schedule', target: 'role' },
  'schedule.role_people_changed': {
    sentence: '{actor} changed who knows a role',
    target: 'role',
    fields: { added: 'how many were added', removed: 'how many were removed' },
  },
  'schedule.ranks_changed': {
    sentence: '{actor} changed the ranks of people in a role',
    target: 'role',
    fields: { ranks: 'how many there are now' },
  },
  'schedule.rates_read': { sentence: '{actor} read what an hour of a role begins with', target: 'role', reads: true },
  'schedule.rates_changed': {
    sentence: '{actor} changed what an hour of a role begins with',
    target: 'role',
  },
  'schedule.costs_read': {
    sentence: '{actor} read what people cost in a report',
    target: 'organisation',
    fields: { from: 'the first day', to: 'the last day', people: 'how many people have work in it' },
    reads: true,
  },
  'schedule.payroll_previewed': {
    sentence: '{actor} looked at hours and pay for the payroll',
    target: 'organisation',
    fields: payrollRead,
    reads: true,
  },
  'schedule.payroll_exported': {
    sentence: '{actor} took hours and pay along for the payroll',
    target: 'organisation',
    fields: payrollRead,
    reads: true,
  },
  'schedule.payroll_mapping_added': {
    sentence: '{actor} added a mapping of columns for the payroll',
    target: 'payroll_mapping',
    fields: payrollColumns,
  },
  'schedule.payroll_mapping_changed': {
    sentence: '{actor} changed a mapping of columns for the payroll',
    target: 'payroll_mapping',
    fields: payrollColumns,
  },
  'schedule.payroll_mapping_removed': {
    sentence: '{actor} removed a mapping of columns for the payroll',
    target: 'payroll_mapping',
  },
  'schedule.order_changed': {
    sentence: '{actor} changed what the schedule fills first',
    target: 'organisation',
    fields: { roles: 'how many roles were ranked', weekdays: 'how many weekdays are ranked' },
  },
  'schedule.series_added': {
    sentence: '{actor} added shifts to a role, or time to somebody’s availability',
    target: 'series',
    fields: { calendar: 'role or person', owner: 'id of the role or person' },
  },
  'schedule.series_changed': {
    sentence: '{actor} changed shifts of a role, or somebody’s availability',
    target: 'series',
    fields: { calendar: 'role or person', owner: 'id of the role or person', scope: 'one, following or all' },
  },
  'schedule.series_removed': {
    sentence: '{actor} removed shifts of a role, or time of somebody’s availability',
    target: 'series',
    fields: { calendar: 'role or person', owner: 'id of the role or person', scope: 'one, following or all' },
  },
  'schedule.series_edit_undone': {
    sentence: '{actor} took back a change of a calendar',
    target: 'series',
    fields: { calendar: 'role or person', owner: 'id of the role or person' },
  },
  'schedule.preferences_changed': {
    sentence: '{actor} changed what {target} wishes of the schedule',
    target: 'person',
  },
  'schedule.personal_rules_changed': {
    sentence: '{actor} changed the rules of the schedule for {target}',
    target: 'person',
    fields: { instead: 'kinds of the rules that differ', without: 'kinds of the rules that don’t apply' },
  },
  'schedule.time_off_kind_added': { sentence: '{actor} added a kind of time off', target: 'time_off_kind' },
  'schedule.time_off_kind_changed': {
    sentence: '{actor} changed a kind of time off',
    target: 'time_off_kind',
    fields: changed,
  },
  'schedule.time_off_asked': {
    sentence: '{actor} asked for time off',
    target: 'time_off',
    fields: { person: 'whose time off it is' },
  },
  'schedule.time_off_decided': {
    sentence: '{actor} decided on time off',
    target: 'time_off',
    fields: { person: 'whose time off it is', state: 'approved, declined or withdrawn' },
  },
  'schedule.balance_corrected': {
    sentence: '{actor} corrected a balance of time off of {target}',
    target: 'person',
    fields: { kind: 'which kind of time off', minutes: 'by how much' },
  },
});

export type ScheduleAction = keyof typeof acts;

/** Who acts, as entries say it. */
export const byPerson = ({ personId }: Pick<Actor, 'personId'>) =>
  ({ actor: { kind: 'person', id: personId } }) as const;
