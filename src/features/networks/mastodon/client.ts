import { z } from 'zod';
import type { Vault } from '../../../platform/vault/index.ts';
import { type Asker, addressAt } from '../ask.ts';
import { BriefMemory } from '../brief-memory.ts';
import type { SignInPlace } from './discovery.ts';

/** How Coact is known to one server. */
export interface RegisteredClient {
  readonly id: string;
  readonly secret: string;
}

/**
 * `refused`: the server registers no apps, or is none of this kind. `unfit`: not with these rights. `busy`: it does so
 * later.
 */
export type Registration =
  | { readonly kind: 'client'; readonly client: RegisteredClient }
  | { readonly kind: 'refused' | 'unfit' | 'busy' | 'silent' };

/** Where registrations are kept; the vault seals them. */
export type ClientShelf = Pick<Vault, 'instanceText' | 'renewInstanceText'>;

/** Who registers and where people come back to. */
export interface Registrant {
  readonly ask: Asker;
  readonly shelf: ClientShelf;
  readonly publicUrl: string;
  readonly redirectUri: string;
}

const clientSchema = z.object({ client_id: z.string().min(1).max(512), client_secret: z.string().min(1).max(1024) });
const keptSchema = z.object({ id: z.string(), secret: z.string() });
const errorSchema = z.object({ error: z.string() });

/** Carries a refusal out of the shelf, which takes texts only. */
class NotRegistered extends Error {
  readonly kind: Exclude<Registration['kind'], 'client'>;
  constructor(kind: NotRegistered['kind']) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Gives the client to sign people in with at a server: the one that was registered before, or a new one. It is kept once
 * for the installation, neither with a session nor by organisation: a client stands for our address and names nobody,
 * and Mastodon lets an address register five in ten minutes, which colleagues who connect at once would use up.
 */
export function clientBook(registrant: Registrant): (place: SignInPlace) => Promise<Registration> {
  const underWay = new Map<string, Promise<Registration>>();
  // Colleagues connect in droves: one that was good just now need be asked about neither server nor database.
  const recent = new BriefMemory<Registration>(600_000, 1_000);
  return async (place) => {
    const name = `mastodon client ${place.server} ${registrant.redirectUri} ${place.scope}`;
    const joined = recent.get(name) ?? underWay.get(name);
    if (joined) return joined;
    const own = clientFor(registrant, place, name).finally(() => underWay.delete(name));
    underWay.set(name, own);
    const found = await own;
    if (found.kind === 'client') recent.set(name, found);
    return found;
  };
}

/**
 * One that the server has forgotten (before 4.3 it did so with unused ones) is registered again. At the sign-in page a
 * person would only see an error and never come back, so the server is asked before.
 */
async function clientFor(registrant: Registrant, place: SignInPlace, name: string): Promise<Registration> {
  const { shelf } = registrant;
  let isNew = false;
  const make = async () => {
    isNew = true;
    return JSON.stringify(await register(registrant, place));
  };
  try {
    const text = await shelf.instanceText(name, make);
    const kept = keptSchema.parse(JSON.parse(text));
    if (isNew || (await isKnown(registrant, place, kept))) return { kind: 'client', client: kept };
    const renewed = await shelf.renewInstanceText(name, text, make);
    return { kind: 'client', client: keptSchema.parse(JSON.parse(renewed)) };
  } catch (error) {
    if (error instanceof NotRegistered) return { kind: error.kind };
    throw error;
  }
}

async function register(registrant: Registrant, place: SignInPlace): Promise<RegisteredClient> {
  const { ask, publicUrl, redirectUri } = registrant;
  const answer = await ask(addressAt(place.server, '/api/v1/apps'), {
    method: 'POST',
    redirect: 'manual',
    // One address as plain text, not a list: servers before 4.3, and others of this kind, take no list.
    body: new URLSearchParams({
      ...{ client_name: 'Coact', redirect_uris: redirectUri },
      ...{ scopes: place.scope, website: publicUrl },
    }),
  });
  if (answer.kind === 'silent') throw new NotRegistered('silent');
  if (answer.status === 429 || answer.status >= 500) throw new NotRegistered('busy');
  // What Mastodon says to rights that it does not know (Validation failed), before any of its apps is made.
  if (answer.status === 400 || answer.status === 422) throw new NotRegistered('unfit');
  const parsed = clientSchema.safeParse(answer.body);
  if (answer.status >= 300 || !parsed.success) throw new NotRegistered('refused');
  return { id: parsed.data.client_id, secret: parsed.data.client_secret };
}

/** Whether the server still knows a client. A server that has no such grant says so by name, which an unknown client never hears. */
async function isKnown(
  { ask, redirectUri }: Registrant,
  place: SignInPlace,
  client: RegisteredClient,
): Promise<boolean> {
  const answer = await ask(place.token, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...{ grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret },
      ...{ redirect_uri: redirectUri, scope: place.scope },
    }),
  });
  if (answer.kind === 'silent' || (answer.status !== 400 && answer.status !== 401)) return true;
  const parsed = errorSchema.safeParse(answer.body);
  return parsed.success && parsed.data.error !== 'invalid_client';
}
