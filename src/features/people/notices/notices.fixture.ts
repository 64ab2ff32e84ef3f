import { type Browser, type Office, openOffice } from '../../../../test/support/sign-in.ts';
import type { World } from '../../../../test/support/world.ts';
import { addressSchema } from '../../../platform/auth/index.ts';
import { sql } from '../../../platform/db/index.ts';
import type { PhoneResult } from '../../../platform/phone/index.ts';
import type { MessageContent, SlackResult } from '../../../platform/slack/index.ts';
import type { Notice } from './notice.ts';

export interface Posted {
  readonly to: string;
  readonly content: MessageContent;
}

/** What goes out, and how the other side answers; answers are used up one after the other, then all is well. */
export interface Ways {
  readonly posted: Posted[];
  readonly updated: {
    readonly at: { readonly channelId: string; readonly ts: string };
    readonly content: MessageContent;
  }[];
  readonly phoned: { readonly by: 'text' | 'call'; readonly to: string; readonly words: string }[];
  readonly slackAnswers: (SlackResult<{ channelId: string; ts: string }> | (() => Promise<never>))[];
  readonly updateAnswers: SlackResult<{ ts: string }>[];
  readonly phoneAnswers: PhoneResult[];
  readonly numbers: Map<string, string>;
  /** Whether the organisation's Slack is connected, as far as its settings say. */
  connected: boolean;
  mailAway: boolean;
}

export interface NoticeOffice {
  readonly office: Office;
  readonly ways: Ways;
  /** Does all work until none is left, also what is to wait. */
  work(): Promise<void>;
  /** Somebody known in Slack and by mail, unless told otherwise. */
  person(orgId: Browser['orgId'], known?: { readonly slack?: boolean; readonly mail?: boolean }): Promise<Known>;
  tell(orgId: Browser['orgId'], ...notices: Notice[]): Promise<void>;
  /** Each notice of a person with the state of its deliveries. */
  states(orgId: Browser['orgId'], personId: string): Promise<readonly string[]>;
}

export interface Known {
  readonly id: string;
  readonly slackUserId: string | null;
  readonly email: string | null;
}

export const slackDown = { ok: false, error: 'unreachable', sentence: '' } as const;
export const slackGone = { ok: false, error: 'not_installed', sentence: '' } as const;
export const slackSilent = { ok: false, error: 'unknown_outcome', sentence: '' } as const;

export function noticeTo(personId: string, more: Partial<Notice> = {}): Notice {
  return {
    personId,
    event: 'shift_offered',
    key: `offer:${crypto.randomUUID()}`,
    subject: 'Ana offers you a shift',
    lines: ['Fri 8 May, 09:00 to 17:00', 'Front desk, Porto'],
    link: { label: 'Look at the offer', path: '/team/mine' },
    ...more,
  };
}

/** People with a pretended Slack and telephone network outside. */
export async function openNoticeOffice(
  world: World,
  options: { readonly phone?: boolean } = {},
): Promise<NoticeOffice> {
  const ways: Ways = {
    ...{ posted: [], updated: [], phoned: [], slackAnswers: [], updateAnswers: [], phoneAnswers: [] },
    numbers: new Map(),
    ...{ connected: true, mailAway: false },
  };
  const office = await openOffice(world, waysIn(ways, options.phone ?? true));
  let count = 0;
  return {
    office,
    ways,
    work: async () => {
      while ((await office.jobs.runDue({ future: true })) > 0);
    },
    person: async (orgId, { slack = true, mail = true } = {}) => {
      count += 1;
      const email = mail ? addressSchema.parse(`p${count}-${crypto.randomUUID()}@example.com`) : null;
      const slackUserId = slack ? `U${count}${crypto.randomUUID().slice(0, 8).toUpperCase()}` : null;
      const added = { name: `Person ${count}`, roles: ['employee'] as const, ...(email ? { email } : {}) };
      const { id } = await office.people.addMember(orgId, added);
      await world.db.inOrg(orgId, (tx) =>
        sql`update people set slack_user_id = ${slackUserId} where id = ${id}`.execute(tx.on()),
      );
      return { id, slackUserId, email };
    },
    tell: (orgId, ...notices) => world.db.inOrg(orgId, (tx) => office.people.tell(tx, notices)),
    states: async (orgId, personId) => {
      const { rows } = await world.db.inOrg(orgId, (tx) =>
        sql<{
          text: string;
        }>`select n.state || ':' || coalesce(string_agg(d.method || ' ' || d.state, ', ' order by d.method), '')
          as text from notices n left join notice_deliveries d on d.notice_id = n.id
          where n.person_id = ${personId} group by n.id, n.state order by n.id`.execute(tx.on()),
      );
      return rows.map(({ text }) => text);
    },
  };
}

function waysIn(ways: Ways, phone: boolean): Parameters<typeof openOffice>[1] {
  let serial = 0;
  const phoneBy = (by: 'text' | 'call') => async (to: string, words: string) => {
    ways.phoned.push({ by, to, words });
    return ways.phoneAnswers.shift() ?? ({ ok: true, id: 'SM1' } as const);
  };
  return {
    slack: {
      isConnected: async () => ways.connected,
      messages: () => ({
        postMessage: async (to, content) => {
          const answer = ways.slackAnswers.shift();
          if (typeof answer === 'function') return answer();
          if (answer) return answer;
          ways.posted.push({ to, content });
          serial += 1;
          return { ok: true, channelId: `D${to}`, ts: `1.${serial}` };
        },
        updateMessage: async (at, content) => {
          const answer = ways.updateAnswers.shift();
          if (answer) return answer;
          ways.updated.push({ at, content });
          return { ok: true, ts: at.ts };
        },
      }),
    },
    mailAway: () => ways.mailAway,
    phone: phone ? { text: phoneBy('text'), call: phoneBy('call') } : null,
    phoneOf: async (_tx, personId) => ways.numbers.get(personId) ?? null,
  };
}
