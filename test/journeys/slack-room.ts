import { z } from 'zod';
import { slackApp } from '../../practice/company.ts';

const element = z.looseObject({ action_id: z.string().optional(), url: z.string().optional() });
const block = z.looseObject({
  type: z.string(),
  block_id: z.string().optional(),
  elements: z.array(element).optional(),
  accessory: element.optional(),
});
const view = z.looseObject({ callback_id: z.string().optional(), blocks: z.array(block) });
const message = z.looseObject({
  ts: z.string(),
  text: z.string(),
  user: z.string(),
  blocks: z.array(block).optional(),
});
const room = z.object({
  t: z.literal('init'),
  state: z.object({
    messages: z.record(z.string(), z.array(message)),
    modalStack: z.array(view),
    homeViews: z.record(z.string(), z.record(z.string(), view)),
  }),
});

export type SlackView = z.infer<typeof view>;
export type SlackMessage = z.infer<typeof message>;

/** The Slack stand-in seen from inside: what is in its channels and windows, and acts of people without their browsers. */
export interface SlackRoom {
  /** Everything that stands in a channel, whoever may see it. */
  messages(channelId: string): Promise<readonly SlackMessage[]>;
  /** The window that is open, or null. The stand-in has one for everybody, so people act one after another. */
  window(): Promise<SlackView | null>;
  home(slackUserId: string): Promise<SlackView | null>;
  /** Clicks a button of a message. */
  click(at: { channelId: string; messageTs: string }, slackUserId: string, button: Button): Promise<void>;
  /** Clicks a button of the open window. */
  clickInWindow(slackUserId: string, button: Button): Promise<void>;
  /** Somebody writes into a channel. */
  say(channelId: string, slackUserId: string, text: string): Promise<void>;
  /** Submits the open window as it stands. */
  submit(slackUserId: string): Promise<void>;
  close(slackUserId: string): Promise<void>;
}

interface Button {
  readonly actionId: string;
  readonly value: string;
}

export function openSlackRoom(slackUrl: string): SlackRoom {
  const look = async () => room.parse(JSON.parse(await converse(slackUrl))).state;
  const speak = async (act: object) => void (await converse(slackUrl, act));
  return {
    messages: async (channelId) => (await look()).messages[channelId] ?? [],
    window: async () => (await look()).modalStack.at(-1) ?? null,
    home: async (slackUserId) => (await look()).homeViews[slackUserId]?.[slackApp.appId] ?? null,
    click: async ({ channelId, messageTs }, user, { actionId, value }) => {
      const response = await fetch(`${slackUrl}/_control/interact`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ channel: channelId, messageTs, user, action: { action_id: actionId, value } }),
      });
      if (!response.ok) throw new Error(`the click was answered ${response.status}: ${await response.text()}`);
    },
    clickInWindow: (user, { actionId, value }) => {
      // What the page adds of ours: what is typed so far.
      const text = { type: 'plain_text', text: '', practice_state: {} };
      const action = { type: 'button', action_id: actionId, value, text };
      return speak({ t: 'block_action', channel: '', messageTs: '', user, appId: slackApp.appId, action });
    },
    say: (channel, user, text) => speak({ t: 'post_message', channel, user, text }),
    submit: (user) => speak({ t: 'view_submit', user, values: {} }),
    close: (user) => speak({ t: 'view_close', user }),
  };
}

/** Connects as a page does, hears the whole state that each page is told first, and says something if asked. */
function converse(slackUrl: string, act?: object): Promise<string> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(`${slackUrl.replace('http', 'ws')}/ui`);
    socket.onerror = () => fail(new Error('the Slack page can’t be reached'));
    socket.onmessage = ({ data }) => {
      if (act !== undefined) socket.send(JSON.stringify(act));
      socket.close();
      done(String(data));
    };
  });
}

/** All words of a view or message, for looking something up in them. */
export const wordsOf = (shown: object | null): string => JSON.stringify(shown);
