import { channels, company, employees } from './company.ts';
import { clicksOf, type HourOfClicks, localHour, localTime, type Origin, originsOf } from './history-clicks.ts';
import { campaignPlans, filingOf } from './history-filing.ts';
import { drafts, pastTopics, type Topic } from './history-topics.ts';
import { type Chance, seededChance, seededId } from './seeded-chance.ts';

/** Employees set free together: a report never moves by fewer (the product's rule for small groups). */
const group = 5;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface PastPerson {
  readonly id: string;
  readonly slackId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly joinedAt: Date;
}

export interface Release {
  /** YYYY-MM-DD on the company's calendar. */
  readonly day: string;
  readonly awareness: number;
  readonly shares: number;
}

export interface PastLink {
  readonly id: string;
  readonly slug: string;
  readonly variant: number;
  readonly hours: readonly HourOfClicks[];
  readonly origins: readonly Origin[];
}

/** What several requests are about together. */
export interface PastCampaign {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

export interface PastRequest {
  readonly id: string;
  readonly topic: Topic;
  readonly link: string;
  /** What the link's parameters call it. */
  readonly campaign: string;
  readonly campaignId: string | null;
  readonly tags: readonly string[];
  readonly channel: { readonly id: string; readonly name: string };
  readonly createdAt: Date;
  /** Null for a draft. */
  readonly sent: { readonly sentAt: Date; readonly endedAt: Date; readonly closedAt: Date } | null;
  readonly releases: readonly Release[];
  readonly links: readonly PastLink[];
}

export interface ReachDay {
  readonly day: string;
  readonly total: number;
  readonly accounts: number;
}

export interface History {
  readonly orgId: string;
  readonly people: readonly PastPerson[];
  /** Id of the one who composed all of it. */
  readonly publisher: string;
  readonly campaigns: readonly PastCampaign[];
  readonly requests: readonly PastRequest[];
  readonly reach: readonly ReachDay[];
}

/** How long ago each of the past topics was sent, in days: more often lately than at first. */
const ages = [4, 7, 11, 15, 19, 24, 29, 36, 43, 52, 61, 70, 82, 95, 109, 124, 141, 160, 182, 208, 236, 268, 302, 338];

/**
 * A year of the sample company, up to `now`. The same seed and moment give the same history; its dates follow `now`.
 * @param companyUrl where the company's site is, which all the links lead to
 */
export function planHistory(now: Date, companyUrl: string, seed = 46): History {
  const chance = seededChance(seed);
  const orgId = seededId(chance, now);
  const people = pastPeople(chance, now);
  const publisher = people.find((each) => each.roles.includes('publisher'));
  if (publisher === undefined) throw new Error('The sample company has no publisher.');
  const campaigns = campaignPlans.map((plan) => ({ id: seededId(chance, now), ...plan }));
  const setting = { chance, now, companyUrl, campaigns };
  const sent = pastTopics.map((topic, index) => sentRequest(setting, topic, ages[index] ?? 365));
  const begun = drafts.map((topic, index) => {
    const createdAt = new Date(now.getTime() - (index + 1) * 1.3 * dayMs);
    return { ...composed(setting, topic, createdAt), sent: null, releases: [], links: [] };
  });
  const requests = [...begun, ...sent];
  return { orgId, people, publisher: publisher.id, campaigns, requests, reach: pastReach(chance, now) };
}

/** Tom tells the world and keeps the wages; Dora makes the schedule. */
const rolesOf: Readonly<Record<string, readonly string[]>> = { tom: ['publisher', 'payroll'], dora: ['scheduler'] };

/**
 * Everybody in Slack but the founder: whoever sets Coact up is the founder, and becomes one with her Slack person by
 * adding Coact to Slack.
 */
function pastPeople(chance: Chance, now: Date): readonly PastPerson[] {
  return employees
    .filter((each) => each.role !== 'owner')
    .map((each, index) => {
      const joinedAt = new Date(now.getTime() - (372 - index) * dayMs);
      const roles = [...(rolesOf[each.name] ?? []), 'employee'];
      return { id: seededId(chance, joinedAt), slackId: each.slackId, name: each.realName, roles, joinedAt };
    });
}

interface Setting {
  readonly chance: Chance;
  readonly now: Date;
  readonly companyUrl: string;
  readonly campaigns: readonly PastCampaign[];
}

function composed({ chance, companyUrl, campaigns }: Setting, topic: Topic, createdAt: Date) {
  const channel = channels.find((each) => each.name === topic.channel);
  if (channel === undefined) throw new Error(`The sample company has no channel ${topic.channel}.`);
  const link = `${companyUrl}${topic.path}`;
  const campaign = topic.path.split('/').at(-1) ?? '';
  const filed = filingOf(topic.path);
  const campaignId = campaigns.find(({ name }) => name === filed.campaign)?.id ?? null;
  return { id: seededId(chance, createdAt), topic, link, campaign, campaignId, tags: filed.tags, channel, createdAt };
}

function sentRequest(setting: Setting, topic: Topic, age: number): PastRequest {
  const { chance, now } = setting;
  const sentAt = workingTime(chance, new Date(now.getTime() - age * dayMs));
  const createdAt = new Date(sentAt.getTime() - chance.between(1, 40) * hourMs);
  const endedAt = new Date(
    Math.min(sentAt.getTime() + chance.between(3, 9) * dayMs, now.getTime() - dayMs - chance.between(1, 3) * hourMs),
  );
  const request = composed(setting, topic, createdAt);
  const wish = Math.round((15 + 16 * (1 - age / 365)) * Math.sqrt(topic.appeal)) + chance.between(-2, 2);
  const acts = actsOf(chance, Math.min(company.people - 6, Math.max(12, wish)), sentAt, endedAt, topic.variants.length);
  const closedAt = new Date(endedAt.getTime() + dayMs);
  const links = topic.variants.map((_text, variant) => {
    const shares = acts.flatMap((act) => (act.variant === variant ? [act.at] : []));
    return pastLink(setting, sentAt, variant, shares, 7 + 3 * topic.appeal);
  });
  return { ...request, sent: { sentAt, endedAt, closedAt }, releases: releasesOf(acts), links };
}

/** An hour in which somebody sends something, not after `at`: a weekday between eight and five. */
function workingTime(chance: Chance, at: Date): Date {
  const local = localTime(at, company.timeZone);
  const weekday = local.subtract({ days: Math.max(0, local.dayOfWeek - 5) });
  const time = { hour: chance.between(8, 16), minute: chance.between(0, 59), second: 0, millisecond: 0 };
  const chosen = weekday.subtract({ days: weekday.dayOfWeek === 1 ? 0 : 1 }).with(time);
  return new Date(chosen.epochMilliseconds);
}

/** What one employee did about a request; `variant` is the text they shared, or null when they only said that they saw it. */
interface Act {
  readonly at: Date;
  readonly variant: number | null;
}

/** Most act within a day, hardly anybody at night. Sorted by time. */
function actsOf(chance: Chance, people: number, sentAt: Date, endedAt: Date, variants: number): readonly Act[] {
  const acts: Act[] = [];
  while (acts.length < people) {
    const at = new Date(sentAt.getTime() - Math.log(1 - chance.next()) * 20 * hourMs);
    const hour = localHour(at, company.timeZone);
    const isAwake = (hour >= 7 && hour <= 21) || chance.next() < 0.04;
    if (!isAwake || at.getTime() > endedAt.getTime() - 2 * hourMs) continue;
    const shared = variants === 1 || chance.next() < 0.6 ? 0 : 1;
    acts.push({ at, variant: chance.next() < 0.84 ? shared : null });
  }
  return acts.toSorted((left, right) => left.at.getTime() - right.at.getTime());
}

/**
 * At each full hour everybody who acted is set free once they make up a whole group, and so is everybody who shared, each
 * by themselves. A rest that is smaller is never told, at the end either.
 */
function releasesOf(acts: readonly Act[]): readonly Release[] {
  const days = new Map<string, Release>();
  const hours = Map.groupBy(acts, ({ at }) => Math.ceil(at.getTime() / hourMs));
  const waiting = { awareness: 0, shares: 0 };
  for (const [hour, acted] of [...hours].toSorted(([left], [right]) => left - right)) {
    waiting.awareness += acted.length;
    waiting.shares += acted.filter((act) => act.variant !== null).length;
    const day = localTime(new Date(hour * hourMs), company.timeZone)
      .toPlainDate()
      .toString();
    for (const measure of ['awareness', 'shares'] as const) {
      if (waiting[measure] < group) continue;
      const before = days.get(day) ?? { day, awareness: 0, shares: 0 };
      days.set(day, { ...before, [measure]: before[measure] + waiting[measure] });
      waiting[measure] = 0;
    }
  }
  return [...days.values()];
}

const slugLetters = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

function pastLink(
  { chance, now }: Setting,
  sentAt: Date,
  variant: number,
  shares: readonly Date[],
  clicksPerShare: number,
): PastLink {
  const hours = clicksOf(chance, shares, clicksPerShare, now, company.timeZone);
  const total = hours.reduce((sum, hour) => sum + hour.total, 0);
  const id = seededId(chance, sentAt);
  return { id, slug: chance.text(12, slugLetters), variant, hours, origins: originsOf(chance, total) };
}

/** Followers of everybody's accounts together, day by day up to today, in UTC as the product counts them. */
function pastReach(chance: Chance, now: Date): readonly ReachDay[] {
  let total = 0;
  return Array.from({ length: 366 }, (_, index) => {
    const day = new Date(now.getTime() - (365 - index) * dayMs).toISOString().slice(0, 10);
    const accounts = 6 + Math.round(28 * (index / 365) ** 0.8);
    total = Math.max(total + chance.between(1, 14), Math.round(accounts * (310 + 0.6 * index)));
    return { day, total, accounts };
  });
}
