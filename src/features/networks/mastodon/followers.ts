import { z } from 'zod';
import { type Asker, addressAt } from '../ask.ts';
import { originOf } from './server.ts';

const accountSchema = z.object({ followers_count: z.number().int().min(0).catch(0) });
/** Mastodon from 4.3 on tells of 40 accounts at once. */
const batchSize = 40;
const atOnce = 8;

/**
 * Followers of these accounts together, as their servers tell anybody; no token goes there. Accounts that a server
 * does not know, or shows to nobody, count nothing. Of many servers one is always away, so the total stands as long as
 * nine accounts in ten were told of; else null: half a total would look like a loss.
 */
export async function countFollowers(
  ask: Asker,
  accounts: readonly { readonly remoteId: string }[],
  ownServer: string | null,
): Promise<number | null> {
  const batches = batchesOf(accounts.map(({ remoteId }) => remoteId));
  let [total, unheard, heard] = [0, 0, 0];
  const next = batches.values();
  const workers = Array.from({ length: atOnce }, async () => {
    for (const { host, ids } of next) {
      const counted = await countAt(ask, originOf(host, ownServer), ids);
      total += counted.total;
      unheard += counted.unheard;
      heard += ids.length - counted.unheard;
    }
  });
  await Promise.all(workers);
  return unheard * 9 > heard ? null : total;
}

interface Counted {
  readonly total: number;
  readonly unheard: number;
}

async function countAt(ask: Asker, server: string, ids: readonly string[]): Promise<Counted> {
  const url = addressAt(server, '/api/v1/accounts');
  for (const id of ids) url.searchParams.append('id[]', id);
  const answer = await ask(url);
  const many =
    answer.kind === 'answered' && answer.status === 200 ? z.array(accountSchema).safeParse(answer.body) : null;
  if (many?.success) return { total: many.data.reduce((sum, one) => sum + one.followers_count, 0), unheard: 0 };
  if (answer.kind === 'silent') return { total: 0, unheard: ids.length };
  return countEach(ask, server, ids);
}

/** One by one, on servers that know no list. After a silence the rest is not asked for. */
async function countEach(ask: Asker, server: string, ids: readonly string[]): Promise<Counted> {
  let total = 0;
  for (const [index, id] of ids.entries()) {
    const answer = await ask(addressAt(server, `/api/v1/accounts/${encodeURIComponent(id)}`));
    const isHeard = answer.kind === 'answered' && answer.status < 500 && answer.status !== 429;
    if (!isHeard) return { total, unheard: ids.length - index };
    const one = answer.status === 200 ? accountSchema.safeParse(answer.body) : null;
    total += one?.success ? one.data.followers_count : 0;
  }
  return { total, unheard: 0 };
}

function batchesOf(
  remoteIds: readonly string[],
): readonly { readonly host: string; readonly ids: readonly string[] }[] {
  const byHost = new Map<string, string[]>();
  for (const remoteId of new Set(remoteIds)) {
    const at = remoteId.indexOf('@');
    const host = remoteId.slice(at + 1);
    byHost.set(host, [...(byHost.get(host) ?? []), remoteId.slice(0, at)]);
  }
  return [...byHost].flatMap(([host, ids]) =>
    Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, index) => ({
      host,
      ids: ids.slice(index * batchSize, (index + 1) * batchSize),
    })),
  );
}
