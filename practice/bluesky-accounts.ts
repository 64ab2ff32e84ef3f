import { z } from 'zod';
import { employees, practicePassword } from './company.ts';

export interface BlueskyAccount {
  readonly name: string;
  readonly handle: string;
  readonly did: string;
}

/** What Bluesky's app server says of an account (app.bsky.actor.defs#profileViewDetailed, the part we have). */
export interface Profile {
  readonly did: string;
  readonly handle: string;
  readonly displayName: string;
  readonly followersCount: number;
  readonly followsCount: number;
  readonly postsCount: number;
}

const session = z.object({ did: z.string(), accessJwt: z.string() });
const follows = z.object({ records: z.array(z.object({ value: z.looseObject({ subject: z.string() }) })) });

/** Answers the employees' accounts on the server at `url`, and makes those that are missing, with their follows. */
export async function ensureAccounts(url: string): Promise<readonly BlueskyAccount[]> {
  const accounts: BlueskyAccount[] = [];
  const made: { readonly did: string; readonly accessJwt: string }[] = [];
  for (const { handle, realName, email } of employees) {
    if (handle === null) continue;
    const known = await fetch(`${url}/xrpc/com.atproto.identity.resolveHandle?handle=${handle}`);
    if (known.ok) {
      const { did } = z.object({ did: z.string() }).parse(await known.json());
      accounts.push({ name: realName, handle, did });
      continue;
    }
    const account = { handle, email, password: practicePassword };
    const answer = session.parse(await call(url, 'com.atproto.server.createAccount', account));
    accounts.push({ name: realName, handle, did: answer.did });
    made.push(answer);
  }
  for (const each of made) await followColleagues(url, each, accounts);
  return accounts;
}

/** Colleagues follow each other, but not everybody everybody: the figures should differ from one another. */
async function followColleagues(
  url: string,
  who: { readonly did: string; readonly accessJwt: string },
  accounts: readonly BlueskyAccount[],
): Promise<void> {
  const mine = accounts.findIndex((each) => each.did === who.did);
  const writes = accounts
    .filter((each, index) => each.did !== who.did && (mine * 3 + index) % 4 !== 0)
    .map((each) => ({
      $type: 'com.atproto.repo.applyWrites#create',
      collection: 'app.bsky.graph.follow',
      value: { $type: 'app.bsky.graph.follow', subject: each.did, createdAt: new Date().toISOString() },
    }));
  await call(url, 'com.atproto.repo.applyWrites', { repo: who.did, writes }, who.accessJwt);
}

async function call(url: string, method: string, body: object, accessJwt?: string): Promise<unknown> {
  const response = await fetch(`${url}/xrpc/${method}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(accessJwt === undefined ? {} : { authorization: `Bearer ${accessJwt}` }),
    },
    body: JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`The Bluesky server answered ${response.status} to ${method}: ${await response.text()}`);
  }
  return response.json();
}

/** Profiles with figures counted from the records on the server: there is no app server that would know them. */
export async function readProfiles(url: string, accounts: readonly BlueskyAccount[]): Promise<readonly Profile[]> {
  const list = async (repo: string, collection: string): Promise<unknown> => {
    const query = new URLSearchParams({ repo, collection, limit: '100' });
    return (await fetch(`${url}/xrpc/com.atproto.repo.listRecords?${query}`)).json();
  };
  const followed: string[] = [];
  const each = await Promise.all(
    accounts.map(async ({ did, handle, name }) => {
      const subjects = follows
        .parse(await list(did, 'app.bsky.graph.follow'))
        .records.map(({ value }) => value.subject);
      followed.push(...subjects);
      const posts = z.object({ records: z.array(z.unknown()) }).parse(await list(did, 'app.bsky.feed.post'));
      return { did, handle, displayName: name, followsCount: subjects.length, postsCount: posts.records.length };
    }),
  );
  return each.map((one) => ({ ...one, followersCount: followed.filter((did) => did === one.did).length }));
}
