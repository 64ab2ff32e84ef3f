import type { Practice } from '../../../practice/practice.ts';
import type { Browsers, Somebody } from '../browser.ts';
import { openSlackRoom, type SlackRoom } from '../slack-room.ts';
import { type JourneyWorld, openJourneyWorld } from '../world.ts';

export const news = 'C0NEWS00001';
export const jobs = 'C0JOBS00001';
export const title = 'Our first electric ferry sails';
export const variants = ['We built an electric ferry ⚡', 'Two years of work: our ferry leaves the harbour 🚢'];

/** One company's first days with Coact: where everything stands, and what the parts of the story hand on. */
export interface Story extends AsyncDisposable {
  readonly world: JourneyWorld;
  readonly practice: Practice;
  readonly browsers: Browsers;
  readonly room: SlackRoom;
  /** The owner, who publishes, in the web app. */
  readonly maya: Somebody;
  /** An employee, in Slack. */
  readonly ana: Somebody;
  /** The request that the story is about; empty until it is sent. */
  requestId: string;
  /** Ana's post as she wrote it, and the short link in it; empty until it is posted. */
  words: string;
  trackedUrl: string;
}

export async function beginStory(): Promise<Story> {
  const world = await openJourneyWorld();
  const { practice, browsers } = world;
  return {
    world,
    practice,
    browsers,
    room: openSlackRoom(practice.urls.slack),
    maya: await browsers.somebody(),
    ana: await browsers.somebody(),
    requestId: '',
    words: '',
    trackedUrl: '',
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

/** The page that everybody shares. */
export const target = (story: Story): string => `${story.practice.urls.company}/news/first-electric-ferry`;

/** Where the short links lead: the page with what the publisher wants to find in the web analytics. */
export const trackedTarget = (story: Story): string => `${target(story)}?utm_source=bluesky&utm_campaign=ferry`;
