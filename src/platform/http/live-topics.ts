import { orgOf, type Tx } from '../db/index.ts';

/** What may have changed, each with the action by which somebody may read it. No event says more than that. */
export const liveTopics = {
  requests: 'requests.read',
  figures: 'publish',
  feeds: 'publish',
  slack: 'publish',
  members: 'members.read',
  schedule: 'schedule.take_part',
} as const;

export type LiveTopic = keyof typeof liveTopics;

export const liveTopic = 'live.changed';

/**
 * Tells the open pages of the organisation, with the commit, that something of a kind has changed.
 *
 * Never call it for what an employee does with a request (opening, sharing, connecting an account): the moment of an event would tell
 * of the act. Figures are announced when a batch is released, members when somebody is administered.
 */
export async function announce(tx: Tx, what: LiveTopic): Promise<void> {
  await tx.notify(liveTopic, { orgId: orgOf(tx), what });
}
