import type { Networks } from './features/networks/index.ts';
import type { PersonalDataSource } from './features/people/index.ts';
import { suggestionsBy } from './features/share/index.ts';

/** What slices hold about somebody that these do not tell in sentences of their own. */
export const accountsHeld = (networks: Networks): PersonalDataSource => ({
  title: 'Connected social accounts',
  read: async (tx, personId) => ({ accounts: await networks.accountsOf(tx, personId) }),
});

export const ownSuggestions: PersonalDataSource = {
  title: 'Suggestions of what to share',
  read: async (tx, personId) => ({ suggestions: await suggestionsBy(tx, personId) }),
};
