import type { networksNowhere } from '../../test/support/network-settings.ts';

/** Where Coact stands in measurements over all networks: Threads signs people in for https addresses only. */
export const publicUrl = 'https://coact.example';

/** What a process needs in order to reach the networks. */
export interface Addresses {
  readonly blueskyUrl: string;
  readonly places: readonly string[];
  readonly settings: Partial<typeof networksNowhere>;
}
