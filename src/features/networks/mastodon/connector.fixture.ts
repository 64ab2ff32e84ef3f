import type { MastodonServer } from '../../../../test/support/mastodon/server.ts';
import type { Network, RemoteAccount } from '../network.ts';
import { createMastodon, type MastodonSettings } from './mastodon.ts';

export const redirectUri = 'https://coact.example/connect/mastodon/callback';

/** Registrations in memory, as the vault keeps them in the database. */
export function memoryShelf(): MastodonSettings['shelf'] & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return {
    texts,
    instanceText: async (name, create) => {
      const known = texts.get(name);
      if (known !== undefined) return known;
      const made = await create();
      texts.set(name, texts.get(name) ?? made);
      return texts.get(name) ?? made;
    },
    renewInstanceText: async (name, spent, create) => {
      const made = await create();
      if (texts.get(name) === spent) texts.set(name, made);
      return texts.get(name) ?? made;
    },
  };
}

/** Mastodon's connector, at a server that stands in for the installation's own, since that alone may lack TLS. */
export function connectorAt(server: { readonly url: string } | null, over: Partial<MastodonSettings> = {}): Network {
  return createMastodon({
    publicUrl: 'https://coact.example',
    serverUrl: server?.url ?? null,
    shelf: memoryShelf(),
    now: () => new Date(),
    fetch,
    timeoutMs: 10_000,
    pauseMs: 5,
    ...over,
  });
}

/** Connects an account as its person would. */
export async function connectAt(
  network: Network,
  server: MastodonServer,
  person = 'alice',
): Promise<{ readonly account: RemoteAccount; readonly session: string }> {
  const started = await network.authorize({});
  if (started.kind !== 'go') throw new Error(started.sentence);
  const connection = await network.finish(await server.consentAs(started.url, person), started.memory);
  if (connection.kind !== 'connected') throw new Error(JSON.stringify(connection));
  return { account: connection.account, session: connection.session.session };
}
