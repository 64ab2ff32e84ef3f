import { z } from 'zod';
import type { MastodonSession } from './session.ts';

export const statusSchema = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  uri: z.string().catch(''),
  url: z.string().nullish().catch(null),
});
export type Status = z.infer<typeof statusSchema>;

/** Where a post is: its own address, if it lies on the account's server; people are shown no other. */
export function addressOf({ server, username }: MastodonSession, status: Status): { uri: string; url: string } {
  const own = URL.parse(status.url ?? '');
  const url = own?.origin === server ? own.href : `${server}/@${username}/${status.id}`;
  return { uri: status.uri || url, url };
}
