import type { Feed, FeedMode, FeedNetwork } from './contract.ts';

/** What the form holds; texts as they are typed. */
export interface FeedForm {
  readonly name: string;
  readonly url: string;
  readonly mode: FeedMode;
  readonly intervalMinutes: number;
  readonly dailyCap: number;
  readonly runCap: number;
  readonly alsoLast: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly title: string;
  readonly slackText: string;
  readonly networkText: string;
  readonly networks: readonly FeedNetwork[];
  /** Whether it has parameters of its own; else they are the default template's. */
  readonly ownUtm: boolean;
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly channelId: string;
  readonly moreChannelIds: readonly string[];
  readonly topicIds: readonly string[];
  /** Null for no end. */
  readonly endAfterDays: number | null;
}

export interface FeedBody {
  readonly name: string;
  readonly url: string;
  readonly mode: FeedMode;
  readonly intervalMinutes: number;
  readonly dailyCap: number;
  readonly runCap: number;
  readonly include: string[];
  readonly exclude: string[];
  readonly template: { readonly title: string; readonly slackText: string; readonly networkText: string };
  readonly networks: FeedNetwork[];
  readonly utm: Record<string, string> | null;
  readonly channelId: string | null;
  readonly moreChannelIds: string[];
  readonly topicIds: string[];
  readonly endAfterDays: number | null;
}

export const networkTitles: Readonly<Record<FeedNetwork, string>> = {
  ...{ linkedin: 'LinkedIn', bluesky: 'Bluesky', x: 'X', facebook: 'Facebook', threads: 'Threads' },
  mastodon: 'Mastodon',
};

/** A feed as somebody begins with it. */
export const emptyForm: FeedForm = {
  ...{ name: '', url: '', mode: 'review', intervalMinutes: 60, dailyCap: 5, runCap: 3, alsoLast: 0 },
  ...{ include: [], exclude: [], title: '{title}', slackText: '{description}', networkText: '{title}' },
  networks: ['linkedin', 'bluesky', 'x', 'facebook', 'threads', 'mastodon'],
  ...{ ownUtm: false, source: '{feed}', medium: '', campaign: '' },
  ...{ channelId: '', moreChannelIds: [], topicIds: [], endAfterDays: 14 },
};

/** The form of a feed that is there. */
export function formOf(feed: Feed): FeedForm {
  const { template } = feed;
  const { source = '', medium = '', campaign = '' } = feed.utm ?? { source: emptyForm.source };
  return {
    ...{ name: feed.name, url: feed.url, mode: feed.mode, intervalMinutes: feed.intervalMinutes },
    ...{ dailyCap: feed.dailyCap, runCap: feed.runCap, alsoLast: 0, include: feed.include, exclude: feed.exclude },
    ...{ title: template.title, slackText: template.slackText, networkText: template.networkText },
    ...{ networks: feed.networks, ownUtm: feed.utm !== null, source, medium, campaign },
    ...{ channelId: feed.channelId ?? '', moreChannelIds: feed.moreChannelIds, topicIds: feed.topicIds },
    endAfterDays: feed.endAfterDays,
  };
}

/** What is sent of a form. @param kept campaign parameters that the form doesn't show */
export function bodyOf(form: FeedForm, kept: Feed['utm'] = null): FeedBody {
  const { source, medium, campaign } = form;
  const utm = Object.entries({ ...kept, source, medium, campaign }).flatMap(([name, value]) =>
    value === undefined || value.trim() === '' ? [] : [[name, value.trim()] as const],
  );
  return {
    ...{ name: form.name.trim(), url: addressOf(form.url), mode: form.mode, intervalMinutes: form.intervalMinutes },
    ...{ dailyCap: form.dailyCap, runCap: form.runCap, include: [...form.include], exclude: [...form.exclude] },
    template: { title: form.title, slackText: form.slackText, networkText: form.networkText },
    utm: form.ownUtm ? Object.fromEntries(utm) : null,
    ...{ networks: [...form.networks], channelId: form.channelId || null },
    ...{ moreChannelIds: [...form.moreChannelIds], topicIds: [...form.topicIds] },
    endAfterDays: form.endAfterDays,
  };
}

/** People leave out what every browser adds, and `feed:` is what old readers wrote. */
export function addressOf(typed: string): string {
  const text = typed
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:/i, 'https:');
  return text === '' || /^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`;
}
