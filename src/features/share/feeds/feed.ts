import { z } from 'zod';
import { networkNames } from '../../networks/index.ts';
import { editPolicies, goesSomewhere, line, placesShape, utm } from '../request.ts';
import type { FeedFormat } from './item.ts';
import { placeholders, unknownPlaceholder } from './wording.ts';

/** What becomes of an item: it waits for a publisher, becomes a draft, or is sent to the feed's channels by itself. */
const feedModes = ['review', 'draft', 'send'] as const;
/** `off` is what Coact does itself, and says why; `paused` is what somebody wished. */
export const feedStates = ['on', 'paused', 'off'] as const;

const template = (most: number, known: readonly string[] = placeholders) =>
  line(most).superRefine((text, refine) => {
    const unknown = unknownPlaceholder(text, known);
    const names = known.map((name) => `{${name}}`).join(', ');
    if (unknown !== null) refine.addIssue(`{${unknown}} is no part of an item. There are ${names}.`);
  });
const words = z.array(line(60).min(1)).max(20, 'At most 20 words fit here.');
const utmNames = ['source', 'medium', 'campaign', 'term', 'content'] as const;
const notAnAddress = 'This is not a complete web address. It should look like https://example.com/feed.';

const fields = {
  name: line(100).min(1, 'Give the feed a name.'),
  url: z.url({ protocol: /^https?$/, error: notAnAddress }).max(2000),
  mode: z.enum(feedModes),
  intervalMinutes: z.int().min(15, 'A feed is looked at every 15 minutes at most.').max(10_080),
  dailyCap: z.int().min(1).max(50),
  runCap: z.int().min(1).max(20),
  include: words,
  exclude: words,
  template: z.object({ title: template(300), slackText: template(2500), networkText: template(2000) }),
  networks: z.array(z.enum(networkNames)),
  editPolicy: z.enum(editPolicies),
  utm: utm
    .superRefine((values, refine) => {
      for (const name of utmNames) {
        const unknown = unknownPlaceholder(values[name] ?? '', ['feed']);
        const message = `{${unknown}} is not known here. There is {feed}.`;
        if (unknown !== null) refine.addIssue({ code: 'custom', path: [name], message });
      }
    })
    .nullable()
    .describe('Null for those of the default template, or the feed’s name as the source where there is none'),
  ...placesShape,
  endAfterDays: z.int().min(1).max(365).nullable(),
};

/** The parameters of a feed that has none of its own, where no template is the default. */
export const feedAsSource = { source: '{feed}' } as const;

/** What a publisher says of a feed. */
export const feedSchema = z.object({
  ...fields,
  mode: fields.mode.default('review'),
  intervalMinutes: fields.intervalMinutes.default(60),
  dailyCap: fields.dailyCap.default(5),
  runCap: fields.runCap.default(3),
  include: fields.include.default([]),
  exclude: fields.exclude.default([]),
  template: fields.template.default({ title: '{title}', slackText: '{description}', networkText: '{title}' }),
  networks: fields.networks.default([...networkNames]),
  editPolicy: fields.editPolicy.default('free'),
  utm: fields.utm.default(null),
  endAfterDays: fields.endAfterDays.default(14),
});

/** A change of it: what is left out stays as it is. */
export const feedChangeSchema = z.object(fields).partial();

export type FeedSettings = z.infer<typeof feedSchema>;

/** How many of the items that are there already are wanted too; said once, when the feed is added. */
export const alsoLast = z.int().min(0).max(20).default(0);

/** What the last look brought. */
export interface LastRead {
  readonly items: number;
  readonly taken: number;
  readonly held: number;
  readonly filtered: number;
  readonly withoutLink: number;
  readonly broken: number;
  readonly cut: boolean;
}

/** A feed as it is stored. */
export interface Feed {
  readonly id: string;
  readonly settings: FeedSettings;
  readonly state: (typeof feedStates)[number];
  /** Every channel that it goes to, its topics' among them. */
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly alsoLast: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly addedAt: Date;
  readonly deletedAt: Date | null;
  readonly nextCheckAt: Date;
  readonly run: number;
  readonly runningUntil: Date | null;
  readonly checkedAt: Date | null;
  readonly since: Date | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly title: string | null;
  readonly format: FeedFormat | null;
  readonly lastRead: LastRead | null;
  readonly failures: number;
  readonly failingSince: Date | null;
  readonly warnedAt: Date | null;
  readonly problem: { readonly code: string; readonly sentence: string } | null;
  readonly movedFrom: string | null;
}

/** How long an item waits for a publisher where requests of its feed have no end. */
const waitingDays = 30;
export const dayInMs = 86_400_000;

/** When an item that waits from now on has waited long enough. */
export function expiryOf({ endAfterDays }: Pick<FeedSettings, 'endAfterDays'>, now: Date): Date {
  return new Date(now.getTime() + (endAfterDays ?? waitingDays) * dayInMs);
}

/** After this time of nothing but failures whoever runs the installation is told, and the page shows it in red. */
export const longFailingMs = 3 * dayInMs;

/** What still keeps a feed from sending by itself, by field. */
export function settingProblems(settings: FeedSettings): Record<string, string> {
  if (settings.mode !== 'send') return {};
  return {
    ...(goesSomewhere(settings) ? {} : { channelId: 'Choose the Slack channel that its requests go to.' }),
    ...(settings.networks.length > 0 ? {} : { networks: 'Choose at least one network.' }),
    ...(settings.template.title === '' ? { 'template.title': 'Say what the title is made of.' } : {}),
    ...(settings.template.networkText === ''
      ? { 'template.networkText': 'Say what the text for the networks is made of.' }
      : {}),
  };
}
