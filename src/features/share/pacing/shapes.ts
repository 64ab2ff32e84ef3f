import { z } from '@hono/zod-openapi';
import { holdReasons } from './pace.ts';
import type { Waiting } from './waiting.ts';

const reason = z.enum(holdReasons);
const until = z.string().describe('When it goes, as things stand');

/** Why a request does not go out at its time, and when it does. */
export const waitingShape = z
  .object({
    reason,
    until: until.describe('When the next of the channels that it waits for takes it, as things stand'),
    endsFirst: z.boolean().describe('Whether it ends before that, and so is not sent'),
    due: z.boolean().describe('Whether its own time has come'),
    channels: z.array(
      z.object({
        ...{ id: z.string(), name: z.string(), reason, until },
        place: z.int().describe('Which of those that wait for this channel it is, from 1'),
      }),
    ),
  })
  .describe('What holds it back from going out at its time; null for nothing');

export function shownWaiting(waiting: Waiting | null): z.infer<typeof waitingShape> | null {
  if (waiting === null) return null;
  const channels = waiting.channels.map((channel) => ({ ...channel, until: channel.until.toISOString() }));
  return { ...waiting, until: waiting.until.toISOString(), channels };
}
