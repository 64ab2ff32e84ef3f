import { defineActs } from '../../../platform/audit/index.ts';

/** What an organisation's identity provider does here, and who let it in. */
export const scimActs = defineActs({
  'people.scim_token_made': {
    sentence: '{actor} made a token for the identity provider',
    target: 'organisation',
    fields: { replaced: 'whether it took the place of another one' },
  },
  'people.scim_token_revoked': {
    sentence: '{actor} revoked the token of the identity provider',
    target: 'organisation',
  },
  'people.scim_users_read': {
    sentence: 'The identity provider read members with their addresses',
    target: 'organisation',
    reads: true,
  },
  'people.scim_user_added': {
    sentence: 'The identity provider added {target}',
    target: 'person',
    fields: { revived: 'whether they had been here before' },
  },
  'people.scim_user_changed': {
    sentence: 'The identity provider changed {target}',
    target: 'person',
    fields: { changed: 'names of what was changed' },
  },
  'people.scim_user_deactivated': {
    sentence: 'The identity provider deactivated {target}',
    target: 'person',
    fields: { removed: 'whether it removed them' },
  },
  'people.scim_user_activated': { sentence: 'The identity provider activated {target}', target: 'person' },
});
