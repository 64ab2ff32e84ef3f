import type { NetworkSettings } from '../../src/features/networks/index.ts';

const nowhere = 'http://127.0.0.1:1';

/** Nobody is told anything, in Lisbon. */
export const nobodyTold: Pick<NetworkSettings, 'tell' | 'timeZoneOf'> = {
  tell: async () => undefined,
  timeZoneOf: async () => 'Europe/Lisbon',
};

/** Every network at an address where nobody answers; a test puts the one it is about in its place. */
export const networksNowhere: Pick<
  NetworkSettings,
  'bluesky' | 'facebook' | 'linkedin' | 'x' | 'mastodon' | 'threads'
> = {
  bluesky: { plcUrl: nowhere, handleResolver: nowhere, appViewUrl: nowhere, webUrl: nowhere, serverUrl: nowhere },
  facebook: { webUrl: nowhere },
  linkedin: { version: '202609', authorizeUrl: nowhere, tokenUrl: nowhere, apiUrl: nowhere },
  x: { authorizeUrl: nowhere, apiUrl: nowhere },
  mastodon: { serverUrl: null },
  threads: { authorizeUrl: nowhere, graphUrl: nowhere },
};
