import { defineActs } from '../../../platform/audit/index.ts';

const update = { update: 'which update' } as const;

/** What is recorded of the plan: who changed what, never what somebody typed. */
export const planActs = defineActs({
  'schedule.period_opened': { sentence: '{actor} opened a period of the schedule', target: 'period' },
  'schedule.assigned': {
    sentence: '{actor} put somebody on a shift',
    target: 'shift',
    fields: { person: 'who was put on it', overruled: 'rules that were overruled, with the reason in the plan' },
  },
  'schedule.unassigned': {
    sentence: '{actor} took somebody off a shift',
    target: 'shift',
    fields: { person: 'who was taken off it' },
  },
  'schedule.assignment_moved': {
    sentence: '{actor} moved somebody to another shift, or a shift to somebody else',
    target: 'shift',
    fields: {
      ...{ person: 'who has it now', fromShift: 'the shift before', fromPerson: 'who had it before' },
      overruled: 'rules that were overruled, with the reason in the plan',
    },
  },
  'schedule.assignment_pinned': {
    sentence: '{actor} pinned somebody to a shift, or let go',
    target: 'shift',
    fields: { person: 'who is on it', pinned: 'whether they stay when the schedule is updated' },
  },
  'schedule.shift_changed': {
    sentence: '{actor} changed a single shift',
    target: 'shift',
    fields: { fields: 'names of what was changed' },
  },
  'schedule.update_asked': {
    ...{ sentence: '{actor} asked for an update of the schedule', target: 'period', fields: update },
  },
  'schedule.update_stopped': {
    ...{ sentence: '{actor} stopped an update of the schedule', target: 'period', fields: update },
  },
  'schedule.update_taken': {
    sentence: '{actor} took an update of the schedule over into the plan',
    target: 'period',
    fields: { ...update, added: 'how many were put on shifts', removed: 'how many were taken off' },
  },
  'schedule.update_dropped': {
    ...{ sentence: '{actor} dropped an update of the schedule', target: 'period', fields: update },
  },
  'schedule.published': {
    sentence: '{actor} published a period of the schedule',
    target: 'period',
    fields: {
      ...{
        publication: 'which publication',
        told: 'how many people were told',
        first: 'whether it was the first time',
      },
      location: 'the only location that was published',
    },
  },
  'schedule.left': {
    sentence: '{actor} left, and their shifts to come were opened',
    target: 'person',
    fields: { shifts: 'how many' },
  },
  'schedule.carried': {
    sentence: '{actor} turned out to be two in the schedule, and became one',
    target: 'person',
    fields: {
      from: 'id of the record that rests now',
      opened: 'how many shifts both had at once, of which one was opened',
    },
  },
  'schedule.step_undone': { sentence: '{actor} took back the last change of the plan', target: 'period' },
});

export type PlanAction = keyof typeof planActs;
