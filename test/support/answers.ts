import type { Account } from '../../src/features/people/web/account/contract.ts';
import type { Channel, Me, Organisation, SignedIn, SlackConnection } from '../../src/web/contract.ts';

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
    can: { manage: true, publish: true, approve: true, audit: true, people: true },
    security: { secondFactor: 'ok' },
    toursAnswered: ['employees', 'schedulers', 'publishers', 'administrators', 'processes', 'payroll'],
    ...change,
  };
}

type SignedOut = Extract<Me, { signedIn: false }>;

/** A visitor, with the ways in that an installation always has; each may be changed in part. */
export function visitorOf(signIn: Partial<SignedOut['signIn']> = {}, ownerLinkPending = false): SignedOut {
  const always = { email: true, password: true, passkey: true, slack: false, oidc: null };
  return { signedIn: false, ownerLinkPending, signIn: { ...always, ...signIn } };
}

export const employee = ownerOf({
  roles: ['employee'],
  can: { manage: false, publish: false, approve: false, audit: false, people: false },
});
export const publisher = ownerOf({
  roles: ['publisher', 'employee'],
  can: { manage: false, publish: true, approve: false, audit: false, people: false },
});

export const harbour: Organisation = {
  id: 'o1',
  name: 'Harbour & Pine',
  timeZone: 'Europe/Lisbon',
  currency: 'EUR',
  smallGroup: 5,
  eventValues: { currency: 'EUR', awareness: 150, share: 300, click: 500, like: 200, reshare: 300, comment: 500 },
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

/** The account of somebody with a password and one device. */
export function accountOf(change: Partial<Account> = {}): Account {
  return {
    email: { address: 'maya@example.com', proved: true },
    password: { set: true, changedAt: '2026-10-01T09:00:00Z' },
    secondFactor: { required: false, code: false, recoveryCodesLeft: 0 },
    passkeys: [],
    identities: [],
    oidc: null,
    sessions: [
      {
        id: 's1',
        current: true,
        browser: 'Chrome',
        system: 'Linux',
        signedInAt: '2026-11-20T09:00:00Z',
        lastSeenAt: '2026-11-22T11:59:00Z',
        secondFactor: false,
      },
    ],
    steppedUpUntil: null,
    ...change,
  };
}
