import { defineActs } from '../../platform/audit/index.ts';

const wage = { wage: 'which entry; never an amount' } as const;
const band = { band: 'which band; never an amount' } as const;

/** Everything that this slice records. No entry holds an amount, a currency or what somebody wrote. */
export const acts = defineActs({
  'pay.pay_read': {
    sentence: '{actor} looked at the pay of {target}',
    target: 'person',
    fields: { reason: 'why, of a closed list', where: 'on which page or in which file' },
    reads: true,
  },
  'pay.wage_entered': { sentence: '{actor} entered a wage of {target}', target: 'person', fields: wage },
  'pay.wage_corrected': { sentence: '{actor} corrected a wage of {target}', target: 'person', fields: wage },
  'pay.wage_decided': {
    sentence: '{actor} decided on an entered wage of {target}',
    target: 'person',
    fields: { ...wage, approved: 'whether it holds now' },
  },
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
