/** The sample company of the practice workspace: who works there, where they talk, and how they sign in. */

export interface Employee {
  readonly slackId: string;
  /** Slack's short name; also the first part of the Bluesky handle. */
  readonly name: string;
  readonly realName: string;
  readonly title: string;
  readonly email: string;
  readonly role: 'owner' | 'admin' | 'member';
  /** Bluesky handle without @, or null for somebody who has no account yet. */
  readonly handle: string | null;
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
}

export const company = {
  name: 'Harbour & Pine',
  domain: 'harbour-pine',
  teamId: 'T000000001',
  timeZone: 'Europe/London',
  /** Everybody who works there. Those below are in the practice workspace; all of them made its history. */
  people: 46,
} as const;

/** Everybody's password on the practice Bluesky server. It opens nothing else and is shown on the start page. */
export const practicePassword = 'practice-harbour';

const person = (
  slackId: string,
  name: string,
  realName: string,
  title: string,
  role: Employee['role'] = 'member',
  onBluesky = true,
): Employee => ({
  slackId,
  name,
  realName,
  title,
  role,
  email: `${name}@harbour-pine.test`,
  handle: onBluesky ? `${name}.test` : null,
});

/** The first one installs the app; the second one publishes; the others share. */
export const employees: readonly Employee[] = [
  person('U000000001', 'maya', 'Maya Lindqvist', 'Founder', 'owner'),
  person('U0PUBLISH1', 'tom', 'Tom Okafor', 'Communications lead', 'admin'),
  person('U0EMPLOYEE1', 'ana', 'Ana Ribeiro', 'Joiner'),
  person('U0EMPLOYEE2', 'ben', 'Ben Carter', 'Boatbuilder'),
  person('U0EMPLOYEE3', 'chidi', 'Chidi Eze', 'Designer'),
  person('U0EMPLOYEE4', 'dora', 'Dora Novak', 'Workshop manager'),
  person('U0EMPLOYEE5', 'emre', 'Emre Yıldız', 'Sales'),
  person('U0EMPLOYEE6', 'freya', 'Freya Holm', 'Apprentice', 'member', false),
];

export const channels: readonly Channel[] = [
  { id: 'C000000001', name: 'general', purpose: 'For everybody at Harbour & Pine' },
  { id: 'C0NEWS00001', name: 'news', purpose: 'What we tell the world' },
  { id: 'C0JOBS00001', name: 'jobs', purpose: 'Open positions' },
  { id: 'C000000002', name: 'random', purpose: 'Anything else' },
];

/** Coact as an app of this Slack: the same values stand in its environment. Practice only, so they are no secret. */
export const slackApp = {
  appId: 'A0COACT0001',
  name: 'Coact',
  botUserId: 'U0COACTBOT1',
  botId: 'B0COACTBOT1',
  clientId: '1000000001.2000000002',
  clientSecret: 'practice-client-secret',
  signingSecret: 'practice-signing-secret',
} as const;
