import { defineActs } from '../../platform/audit/index.ts';

const target = 'person';

/** What people do to their own accounts, and the operator to bring an owner back in. */
export const accountActs = defineActs({
  'people.password_set': {
    sentence: '{actor} set their password',
    target,
    fields: { changed: 'whether there was one before' },
  },
  'people.password_removed': { sentence: '{actor} removed their password', target },
  'people.second_factor_added': {
    sentence: '{actor} added a second factor',
    target,
    fields: { kind: 'what kind' },
  },
  'people.second_factor_removed': {
    sentence: '{actor} removed a second factor',
    target,
    fields: { kind: 'what kind' },
  },
  'people.recovery_codes_made': { sentence: '{actor} made recovery codes anew', target },
  'people.recovery_code_used': {
    sentence: '{actor} used a recovery code',
    target,
    fields: { left: 'how many are left' },
  },
  'people.passkey_added': { sentence: '{actor} added a passkey', target },
  'people.passkey_removed': { sentence: '{actor} removed a passkey', target },
  'people.identity_linked': {
    sentence: '{actor} linked another sign-in',
    target,
    fields: { provider: 'what kind' },
  },
  'people.identity_removed': {
    sentence: '{actor} removed a linked sign-in',
    target,
    fields: { provider: 'what kind' },
  },
  'people.session_ended': {
    sentence: '{actor} ended sessions of theirs',
    target,
    fields: { sessions: 'one, or all others' },
  },
  'people.stepped_up': {
    sentence: '{actor} proved once more that it is them',
    target,
    fields: { by: 'by what' },
  },
  'people.sign_in_link_made': {
    sentence: 'The operator made a sign-in link for {target}',
    target,
    fields: { withoutSecondFactor: 'whether their second factors were removed for it' },
  },
});

export type AccountAction = Exclude<keyof typeof accountActs, 'people.sign_in_link_made'>;
