import { z } from 'zod';
import { employees, practicePassword } from '../../../practice/company.ts';
import type { Somebody } from '../browser.ts';
import { foundWithSlack } from '../founding.ts';
import { openSlackRoom, type SlackRoom } from '../slack-room.ts';
import { type JourneyWorld, openJourneyWorld } from '../world.ts';

/** A company that asks its people to join in on a post of its founder. */
export interface EngagementStory extends AsyncDisposable {
  readonly world: JourneyWorld;
  readonly room: SlackRoom;
  /** The owner, who publishes, in the web app. */
  readonly maya: Somebody;
  /** An employee, in Slack. */
  readonly ana: Somebody;
  /** The founder's post on Bluesky. */
  readonly post: string;
}

/** Coact set up by its owner's link, and the post that it is all about. */
export async function beginEngagement(): Promise<EngagementStory> {
  const world = await openJourneyWorld();
  const { practice, browsers, coact } = world;
  const [maya, ana] = [await browsers.somebody(), await browsers.somebody()];
  await foundWithSlack(maya.page, coact.ownerLink ?? '');
  const key = await writePost(practice.bluesky.url, 'maya.test', 'We open a second yard in Porto');
  return {
    ...{ world, maya, ana, room: openSlackRoom(practice.urls.slack) },
    post: `${practice.urls.posts}/profile/maya.test/post/${key}`,
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

export const slackIdOf = (name: string): string => employees.find((each) => each.name === name)?.slackId ?? '';

const session = z.object({ did: z.string(), accessJwt: z.string() });
const written = z.object({ uri: z.string() });
const listed = z.object({ records: z.array(z.object({ value: z.looseObject({ text: z.string().optional() }) })) });

async function writePost(server: string, handle: string, text: string): Promise<string> {
  const call = async (method: string, body: object, key?: string) => {
    const headers = {
      'content-type': 'application/json',
      ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
    };
    const answer = await fetch(`${server}/xrpc/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()) as unknown;
  };
  const signedIn = { identifier: handle, password: practicePassword };
  const { did, accessJwt } = session.parse(await call('com.atproto.server.createSession', signedIn));
  const collection = 'app.bsky.feed.post';
  const record = { $type: collection, text, createdAt: new Date().toISOString() };
  const { uri } = written.parse(
    await call('com.atproto.repo.createRecord', { repo: did, collection, record }, accessJwt),
  );
  return uri.split('/').at(-1) ?? '';
}

/** What somebody did on the Bluesky server: likes, reposts or posts, as anybody may read them. */
export async function recordsOf(server: string, handle: string, collection: string) {
  const query = new URLSearchParams({ repo: handle, collection });
  const answer = await fetch(`${server}/xrpc/com.atproto.repo.listRecords?${query}`);
  return listed.parse(await answer.json()).records.map(({ value }) => value);
}
