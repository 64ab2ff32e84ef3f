import { defineActs } from '../../platform/audit/index.ts';

const wage = { wage: 'which entry; never an amount' } as const;
const band = { band: 'which band; never an amount' } as const;

const revision = { revision: 'which version of the proposal; never an amount' } as const;

/** Everything that this slice records. No entry holds an amount, a currency or what somebody wrote. */
export const acts = defineActs({
  'pay.pay_read': {
    sentence: '{actor} looked at the pay of {target}',
    target: 'person',
    fields: { reason: 'why, of a closed list', where: 'on which page or in which file' },
    reads: true,
  },
  'pay.wage_entered': { sentence: '{actor} entered a wage of {target}', target: 'person', fields: wage },
  'pay.wages_compared': {
    sentence: '{actor} compared a file with what people earn',
    target: 'organisation',
    reads: true,
    fields: { rows: 'how many rows it had; never an amount' },
  },
  'pay.wages_imported': {
    sentence: '{actor} entered wages from a file',
    target: 'organisation',
    fields: {
      ...{
        rows: 'how many rows it had',
        added: 'how many wages were entered',
        refused: 'how many rows were not taken',
      },
    },
  },
  'pay.wage_corrected': { sentence: '{actor} corrected a wage of {target}', target: 'person', fields: wage },
  'pay.wage_decided': {
    sentence: '{actor} decided on an entered wage of {target}',
    target: 'person',
    fields: { ...wage, approved: 'whether it holds now' },
  },
  // About the proposal, whose id says nothing to whom it is about; only its release is about the person.
  'pay.raise_proposed': { sentence: '{actor} proposed a raise or promotion', target: 'raise', fields: revision },
  'pay.raise_changed': { sentence: '{actor} changed a proposal and asked again', target: 'raise', fields: revision },
  'pay.raise_approved': { sentence: '{actor} approved a raise or promotion', target: 'raise', fields: revision },
  'pay.raise_declined': { sentence: '{actor} declined a raise or promotion', target: 'raise', fields: revision },
  'pay.raise_withdrawn': { sentence: '{actor} withdrew a proposal', target: 'raise', fields: revision },
  'pay.raise_in_force': { sentence: 'A raise or promotion took effect', target: 'raise', fields: revision },
  'pay.raise_stopped': { sentence: 'A raise or promotion did not take effect', target: 'raise', fields: revision },
  'pay.raise_released': {
    sentence: '{actor} told {target} of a raise or promotion',
    target: 'person',
    fields: { ...revision, raise: 'which proposal' },
  },
  // About the review, not about whoever is in it, who is told by a release and by nothing else. Not how many either.
  'pay.cycle_kept': {
    sentence: '{actor} set up a pay review',
    target: 'cycle',
    fields: { revision: 'which version of it' },
  },
  'pay.cycle_moved': {
    sentence: '{actor} opened, closed or cancelled a pay review',
    target: 'cycle',
    fields: { state: 'how it stands now' },
  },
  'pay.cycle_chosen': { sentence: '{actor} chose raises in a pay review', target: 'cycle', fields: {} },
  'pay.cycle_submitted': { sentence: '{actor} submitted a pay review', target: 'cycle', fields: {} },
  'pay.settings_changed': {
    sentence: '{actor} changed settings of pay',
    target: 'organisation',
    fields: { fields: 'names of the settings' },
  },
  'pay.band_kept': { sentence: '{actor} set the band of a title', target: 'organisation', fields: band },
  'pay.band_removed': { sentence: '{actor} removed the band of a title', target: 'organisation', fields: band },
  'pay.equity_exported': {
    sentence: '{actor} took figures about the pay of groups along',
    target: 'organisation',
    fields: { reason: 'why, of a closed list', within: 'what the people are alike in' },
    reads: true,
  },
});

export type PayAction = keyof typeof acts;
