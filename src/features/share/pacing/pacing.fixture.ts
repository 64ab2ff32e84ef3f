import { openShareWorld, type ShareSite, type ShareWorld } from '../../../../test/support/share-world.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { SlackClient } from '../../../platform/slack/index.ts';
import type { Notice } from '../../people/index.ts';
import { announce } from '../lifecycle/announce.ts';
import { send } from '../lifecycle/send.ts';
import type { ShareParts } from '../parts.ts';
import { draftSchema, type ShareRequest } from '../request.ts';
import { findRequest, insertRequest } from '../store.ts';
import { noPace, type Pace } from './pace.ts';
import { writePace } from './store.ts';
import { wake } from './wake.ts';

/** What stood in channels, in its order, and what publishers were told. */
export interface PacedWorld extends AsyncDisposable {
  readonly world: ShareWorld;
  readonly site: ShareSite;
  readonly posted: { readonly channelId: string; readonly title: string; readonly at: string }[];
  readonly told: Notice[];
  /** Channels that Slack refuses. */
  readonly archived: Set<string>;
  /** The same product once more, as in a second process. */
  again(around?: (parts: ShareParts) => ShareParts): Promise<ShareSite>;
  setPace(pace: Partial<Pace>): Promise<void>;
  /** Sends a request, now unless told; gives its id. */
  send(title: string, more?: Sending): Promise<string>;
  find(id: string): Promise<ShareRequest>;
  /** Does what is due at once. */
  work(): Promise<void>;
  /** Does what waits for a time too: each job finds out whether its time has come. */
  pass(site?: ShareSite): Promise<void>;
  /** Lets the announcement of a request run in a process. */
  announceIn(site: ShareSite, id: string): Promise<void>;
  /** Puts the clock forward to a moment of 2027 in Lisbon. */
  until(local: string): void;
}

interface Sending {
  readonly at?: string;
  readonly endsAt?: string;
  readonly channels?: readonly string[];
  readonly anyway?: boolean;
}

/** Lisbon's summer. */
export const at = (local: string) => new Date(`2027-${local}:00+01:00`);

export async function openPacedWorld(): Promise<PacedWorld> {
  const world = await openShareWorld();
  const { clock, org } = world;
  const [posted, told, archived] = [[] as PacedWorld['posted'], [] as Notice[], new Set<string>()];
  const around = (parts: ShareParts): ShareParts => ({
    ...parts,
    slack: () => slackOf(parts, posted, archived),
    people: {
      ...parts.people,
      actorsIn: async () => [{ personId: 'anybody', orgId: org, roles: ['publisher'] }] as never,
      tell: async (_tx, notices) => void told.push(...notices),
    },
  });
  const site = await world.again(around);
  const inOrg = site.parts.db.inOrg.bind(site.parts.db);
  const find = (id: string) =>
    inOrg(org, async (tx) => {
      const request = await findRequest(tx, id);
      if (request === null) throw new Error('no such request');
      return request;
    });
  return {
    ...{ world, site, posted, told, archived, find },
    again: (more = (parts) => parts) => world.again((parts) => more(around(parts))),
    setPace: (pace) =>
      inOrg(org, async (tx) => {
        await writePace(tx, { ...noPace, ...pace }, clock.now());
        await wake(site.parts, tx, org);
      }),
    send: async (title, { at: when, endsAt, channels = ['C1'], anyway = false } = {}) => {
      clock.advance(1);
      const id = newId(clock);
      const [channelId, ...moreChannelIds] = channels;
      const draft = draftSchema.parse({
        ...{ link: 'https://harbour.example/porto', title, slackText: '', editPolicy: 'free' },
        networks: { bluesky: { variants: ['We open in Porto!'] } },
        ...{ channelId, moreChannelIds, endsAt: endsAt === undefined ? null : at(endsAt).toISOString() },
      });
      await inOrg(org, async (tx) => {
        await insertRequest(tx, { id, draft, channelName: 'news', createdBy: newId(clock), now: clock.now() });
        const request = { ...(await findRequest(tx, id)), sendAnyway: anyway } as ShareRequest;
        const poster = { orgId: org, allowed: () => true };
        const problems = await send(site.parts, tx, poster, request, when === undefined ? null : at(when));
        if (problems.length > 0) throw new Error(JSON.stringify(problems));
      });
      return id;
    },
    work: async () => {
      while ((await site.jobs.runDue()) > 0);
    },
    pass: (one = site) => runAll(one),
    announceIn: ({ parts }, id) =>
      announce(parts, { orgId: org, requestId: id }).catch((error: Error) => {
        if (error.name !== 'RetryLater') throw error;
      }),
    until: (local) => clock.advance(at(local).getTime() - clock.now().getTime()),
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

async function runAll({ jobs }: ShareSite): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await jobs.runDue({ future: true });
}

/** As Slack answers to what these tests call. */
function slackOf({ clock }: ShareParts, posted: PacedWorld['posted'], archived: ReadonlySet<string>): SlackClient {
  const refused = { ok: false, error: 'is_archived', sentence: 'This channel is archived.' } as const;
  const some: Partial<SlackClient> = {
    joinChannel: async (id) => {
      if (archived.has(id)) return refused as never;
      return {
        ok: true,
        channel: { id, name: id, members: 3, isMember: true, isArchived: false, isPrivate: false },
      };
    },
    postMessage: async (channelId, { text }) => {
      posted.push({ channelId, title: text.split(':')[0] ?? '', at: clock.now().toISOString() });
      return { ok: true, channelId, ts: `${posted.length}.0` };
    },
    deleteMessage: async () => ({ ok: true }) as never,
    updateMessage: async () => ({ ok: true, ts: '1.0' }),
  };
  return some as SlackClient;
}
