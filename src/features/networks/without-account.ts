import type { Composer, Engagement, Network, NetworkLimits } from './network.ts';
import { checkText } from './text-check.ts';

interface Description {
  readonly name: Network['name'];
  readonly title: string;
  readonly limits: NetworkLimits;
  readonly count: (text: string) => number;
  readonly composer: Composer | null;
  readonly engagement: Engagement;
  /** Why nobody connects an account, as a sentence for whoever runs the installation. */
  readonly unavailable: string;
}

/**
 * A network to which nobody connects an account here: people post on its own page, which opens filled in. Whoever asks it
 * for more has not looked at `unavailable`, which is a bug.
 */
export function networkWithoutAccount(description: Description): Network {
  const { name, title, limits, count, composer, engagement, unavailable } = description;
  const never = (): never => {
    throw new Error(`${title} was asked to act for an account, and takes none here`);
  };
  return {
    ...{ name, title, limits, composer, engagement, unavailable, asks: null, allows: '' },
    check: (draft) => checkText(draft, { title, limits, count }),
    recordKey: () => '',
    ...{ authorize: never, finish: never, post: never, find: never, refresh: never, revoke: never },
  };
}
