import { defineActs } from '../../platform/audit/index.ts';

const version = { version: 'which version' } as const;

/** Everything that this slice records. Never a title: the log is read by people whom a process is not shown to. */
export const acts = defineActs({
  'processes.process_added': { sentence: '{actor} began a process', target: 'process' },
  'processes.draft_saved': { sentence: '{actor} wrote on a process', target: 'process', fields: version },
  'processes.draft_discarded': {
    sentence: '{actor} threw away a draft of a process',
    target: 'process',
    fields: version,
  },
  'processes.review_asked': { sentence: '{actor} gave a process into review', target: 'process', fields: version },
  'processes.review_returned': {
    sentence: '{actor} gave a process back to its writer',
    target: 'process',
    fields: version,
  },
  'processes.process_published': { sentence: '{actor} published a process', target: 'process', fields: version },
  'processes.access_changed': {
    sentence: '{actor} changed who answers for a process, or whom it is meant for',
    target: 'process',
    fields: {
      confidential: 'whether it is confidential',
      audience: 'how many people and groups it is meant for; 0 for everybody',
      owner: 'who answers for it',
    },
  },
  'processes.process_archived': { sentence: '{actor} archived a process', target: 'process' },
  'processes.process_restored': { sentence: '{actor} brought a process back', target: 'process' },
  'processes.run_started': {
    sentence: '{actor} began to go through a process',
    target: 'process_run',
    fields: { process: 'which process' },
  },
  'processes.run_finished': { sentence: '{actor} went through a process to its end', target: 'process_run' },
  'processes.run_stopped': { sentence: '{actor} stopped a run of a process', target: 'process_run' },
  'processes.step_done': {
    sentence: '{actor} noted a step of a process as done',
    target: 'process_run',
    fields: { step: 'which step', within: 'false where a value was outside its limits' },
  },
  'processes.step_taken_back': {
    sentence: '{actor} took back what was noted of a step',
    target: 'process_run',
    fields: { step: 'which step' },
  },
  'processes.trigger_added': {
    sentence: '{actor} let something begin a process by itself',
    target: 'process',
    fields: { kind: 'what begins it' },
  },
  'processes.trigger_changed': {
    sentence: '{actor} changed what begins a process by itself',
    target: 'process',
    fields: { kind: 'what begins it' },
  },
  'processes.trigger_removed': {
    sentence: '{actor} removed what began a process by itself',
    target: 'process',
    fields: { kind: 'what began it' },
  },
  'processes.alarms_changed': {
    sentence: '{actor} changed who is told of what is late in a process',
    target: 'process',
  },
  'processes.photo_added': { sentence: '{actor} added a photo to a run of a process', target: 'process_run' },
  'processes.reading_asked': {
    sentence: '{actor} asked people to read a process and to confirm it',
    target: 'process',
    fields: version,
  },
  'processes.reading_changed': {
    sentence: '{actor} changed who is asked to read a process, and how',
    target: 'process',
    fields: version,
  },
  'processes.reading_ended': {
    sentence: '{actor} ended that people are asked to read a process',
    target: 'process',
    fields: version,
  },
  'processes.reading_reminded': {
    sentence: '{actor} reminded those who have not read a process yet',
    target: 'process',
    fields: { ...version, people: 'how many people' },
  },
  'processes.reading_quiz_tried': {
    sentence: '{actor} answered the questions about a process',
    target: 'process',
    fields: { ...version, passed: 'whether they passed' },
  },
  'processes.reading_confirmed': {
    sentence: '{actor} confirmed that they have read and understood a process',
    target: 'process',
    fields: version,
  },
  'processes.picture_added': { sentence: '{actor} added a picture to a process', target: 'process' },
});

export type ProcessAction = keyof typeof acts;
