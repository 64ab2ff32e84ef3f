import { defineActs } from '../../../../platform/audit/index.ts';

const shift = { shift: 'which shift' } as const;
const hands = {
  ...shift,
  from: 'who gave it',
  to: 'who takes it',
  inReturn: 'the shift that is taken in return',
} as const;

/** What is recorded of trades and of open shifts: who did what, never what somebody wrote. */
export const offerActs = defineActs({
  'schedule.shift_offered': {
    sentence: '{actor} offered a shift to others',
    target: 'offer',
    fields: { ...shift, people: 'how many were asked', everyone: 'whether everybody was who may take it' },
  },
  'schedule.offer_accepted': {
    ...{ sentence: '{actor} accepted an offer, which waits for approval', target: 'offer', fields: hands },
  },
  'schedule.shift_traded': { sentence: 'By {actor} a trade of shifts was done', target: 'offer', fields: hands },
  'schedule.offer_declined': { sentence: '{actor} declined an offered shift', target: 'offer', fields: shift },
  'schedule.offer_withdrawn': { sentence: '{actor} withdrew an offer of a shift', target: 'offer', fields: shift },
  'schedule.offer_refused': { sentence: '{actor} did not approve a trade of shifts', target: 'offer', fields: hands },
  'schedule.offer_ended': {
    sentence: 'An offer of a shift ended without a trade',
    target: 'offer',
    fields: { ...shift, why: 'what ended it' },
  },
  'schedule.shift_claimed': {
    sentence: '{actor} claimed an open shift',
    target: 'shift',
    fields: { claim: 'which claim', given: 'whether it was theirs at once' },
  },
  'schedule.claim_withdrawn': { sentence: '{actor} withdrew a claim to an open shift', target: 'claim', fields: shift },
  'schedule.claim_picked': {
    sentence: '{actor} gave an open shift to one of those who claimed it',
    target: 'claim',
    fields: { ...shift, person: 'who has it now' },
  },
  'schedule.claim_refused': {
    sentence: '{actor} refused a claim to an open shift',
    target: 'claim',
    fields: { ...shift, person: 'whose claim it was' },
  },
  'schedule.claim_ended': {
    sentence: 'A claim to an open shift ended: it was filled, taken out, or began',
    target: 'claim',
    fields: shift,
  },
});
