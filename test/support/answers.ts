import type { Channel, Organisation, SignedIn, SlackConnection } from '../../src/web/contract.ts';

/** Answers of the server as the web app keeps them, for tests that draw pages. Each may be changed in part. */
export function ownerOf(change: Partial<SignedIn> = {}): SignedIn {
  return {
    signedIn: true,
    user: { id: 'u1', name: 'Maya Lindqvist', email: 'maya@example.com' },
    organisation: {
      id: 'o1',
      name: 'Harbour & Pine',
      timeZone: 'Europe/Lisbon',
      setup: { named: true, slackConnected: true, done: true },
    },
    organisations: [{ id: 'o1', name: 'Harbour & Pine' }],
    roles: ['owner', 'employee'],
    personId: 'p1',
    can: { manage: true, publish: true },
    ...change,
  };
}

export const employee = ownerOf({ roles: ['employee'], can: { manage: false, publish: false } });
export const publisher = ownerOf({ roles: ['publisher', 'employee'], can: { manage: false, publish: true } });

export const harbour: Organisation = {
  id: 'o1',
  name: 'Harbour & Pine',
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  smallGroup: 5,
  eventValues: { awareness: 150, share: 300, click: 500 },
};

export const connection: SlackConnection = {
  configured: true,
  installed: {
    teamName: 'Harbour',
    teamId: 'T1',
    installedAt: '2025-11-01T12:00:00Z',
    scopes: ['chat:write', 'channels:read'],
    missingScopes: [],
    health: 'ok',
  },
  installUrl: '/slack/install',
  scopes: [
    { scope: 'chat:write', reason: 'Posts requests.' },
    { scope: 'channels:read', reason: 'Lists channels.' },
  ],
};

export const channels: readonly Channel[] = [
  { id: 'C1', name: 'general', members: 1, isMember: true },
  { id: 'C2', name: 'jobs', members: 12, isMember: false },
];
