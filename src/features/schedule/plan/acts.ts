import { defineActs } from '../../../platform/audit/index.ts';

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
  'schedule.step_undone': { sentence: '{actor} took back the last change of the plan', target: 'period' },
});

export type PlanAction = keyof typeof planActs;
