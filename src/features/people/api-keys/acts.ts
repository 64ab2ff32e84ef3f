import { defineActs } from '../../../platform/audit/index.ts';

/** Who made which API key for what, and who ended it. What a key does is recorded with what it does. */
export const keyActs = defineActs({
  'people.api_key_made': {
    sentence: '{actor} made {target}',
    target: 'api_key',
    fields: { rights: 'what it may do', until: 'the day on which it expires' },
  },
  'people.api_key_revoked': { sentence: '{actor} revoked {target}', target: 'api_key' },
});
