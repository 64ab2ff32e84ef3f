import { z } from 'zod';
import type { SetupFinding } from '../network.ts';
import type { ClientIdentity } from './client-metadata.ts';

const metadataSchema = z.object({ client_id: z.string() });

/**
 * Whether Bluesky's servers can read who this client is: they fetch its document, take no redirect and no other type, and
 * refuse the sign-in without it (atproto.com/specs/oauth, "Client ID Metadata Document"). It is fetched by its public
 * address, as they do.
 */
export async function inspectDocuments(identity: ClientIdentity, fetcher: typeof fetch): Promise<SetupFinding[]> {
  if (identity.kind === 'none') return [{ level: 'problem', sentence: identity.sentence }];
  if (identity.kind === 'public') {
    const sentence = 'On this computer Bluesky needs no document. In production it reads one at PUBLIC_URL.';
    return [{ level: 'note', sentence }];
  }
  const address = String(identity.metadata.client_id);
  const problem = (sentence: string): SetupFinding[] => [{ level: 'problem', sentence }];
  try {
    const response = await fetcher(address, { redirect: 'manual' });
    if (response.status !== 200) {
      return problem(
        `${address} answers ${response.status}. Bluesky’s servers need 200 there: let it through the proxy, to everybody.`,
      );
    }
    if (!/^application\/json\b/.test(response.headers.get('content-type') ?? '')) {
      return problem(`${address} is not sent as application/json. Something in front of Coact changes it.`);
    }
    const read = metadataSchema.safeParse(await response.json().catch(() => null));
    if (!read.success || read.data.client_id !== address) {
      return problem(`${address} is not this installation’s document. Does PUBLIC_URL lead here?`);
    }
    return [{ level: 'good', sentence: 'Bluesky’s servers can read who this installation is.' }];
  } catch {
    return problem(`${address} can’t be reached from here. Bluesky’s servers have to reach it from the internet.`);
  }
}
