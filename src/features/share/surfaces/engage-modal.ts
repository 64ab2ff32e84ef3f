import {
  actions,
  type Block,
  button,
  context,
  input,
  lines,
  type Modal,
  modal,
  mrkdwn,
  section,
  textInput,
} from '../../../platform/slack/index.ts';
import type { Ask } from '../../networks/index.ts';
import { askFor, askWords } from './message.ts';
import { connectAction, statusCallback } from './modal.ts';

export const commentCallback = 'share.comment';
export const pageAction = 'share.page';
export const confirmAction = 'share.confirm';
export const commentField = { block: 'comment', action: 'comment' } as const;

/** Which request, and what is asked for; travels with the window. */
export interface AskMemory {
  readonly requestId: string;
  readonly ask: Ask;
}

/** What of it would you like to do? */
export function asksModal(requestId: string, title: string, asks: readonly Ask[], done: readonly Ask[]): Modal {
  const rows = asks.map((ask) =>
    done.includes(ask)
      ? section(mrkdwn`:white_check_mark: *${askWords[ask]}*: done`)
      : section(mrkdwn`*${askWords[ask]}*`, {
          accessory: button({ actionId: askFor(ask), text: askWords[ask], value: requestId }),
        }),
  );
  const blocks = [section(mrkdwn`*${title}*`), ...rows];
  return modal({ callbackId: statusCallback, title: 'Join in', close: 'Close', blocks });
}

/** The person's own words. */
export function commentModal(
  memory: AskMemory,
  about: {
    readonly networkTitle: string;
    readonly handle: string;
    readonly starters: readonly string[];
    readonly limit: number;
  },
): Modal {
  const { networkTitle, handle, starters, limit } = about;
  const hints = starters.map((starter) => mrkdwn`• ${starter}`);
  return modal({
    callbackId: commentCallback,
    title: `Comment on ${networkTitle}`,
    submit: 'Post',
    close: 'Cancel',
    metadata: JSON.stringify(memory),
    blocks: [
      context([mrkdwn`Goes to your account *@${handle}*`]),
      input({
        blockId: commentField.block,
        label: 'Your comment',
        element: textInput({
          actionId: commentField.action,
          multiline: true,
          focus: true,
          maxLength: Math.min(limit, 3000),
        }),
        hint: 'In your own words: that is what makes it worth reading.',
      }),
      ...(hints.length === 0 ? [] : [section(lines(mrkdwn`*If you don’t know how to begin*`, ...hints))]),
    ],
  });
}

export interface PageWindow {
  readonly networkTitle: string;
  readonly address: string;
  readonly starters: readonly string[];
  /** Why it is this way, where something else was tried before. */
  readonly note?: string;
  /** A comment that was written already, to be copied. */
  readonly words?: string;
  /** Where an account is connected anew, so that the next one is done with a click; null where that changes nothing. */
  readonly connectUrl?: string | null;
}

/** On the network's own page: open it, do it, say so. */
export function pageModal(memory: AskMemory, about: PageWindow): Modal {
  const { networkTitle, address, starters, note = '', words = '', connectUrl = null } = about;
  const value = JSON.stringify(memory);
  const hints = memory.ask === 'comment' ? starters.map((starter) => mrkdwn`• ${starter}`) : [];
  return modal({
    callbackId: statusCallback,
    title: `${askWords[memory.ask]} on ${networkTitle}`,
    close: 'Close',
    blocks: [
      ...(note === '' ? [] : [section(mrkdwn`:information_source: ${note}`)]),
      section(
        mrkdwn`1. Open the post and ${verbs[memory.ask]} there.\n2. Come back and say that you have done it, so that it counts.`,
      ),
      ...(words === '' ? [] : [section(lines(mrkdwn`*Your comment, to copy*`, mrkdwn`${words}`))]),
      ...(hints.length === 0 ? [] : [section(lines(mrkdwn`*If you don’t know how to begin*`, ...hints))]),
      actions([
        button({ actionId: pageAction, text: `Open ${networkTitle}`, url: address, style: 'primary' }),
        button({ actionId: confirmAction, text: 'I have done it', value }),
      ]),
      context([mrkdwn`Your company sees totals. Nobody sees who.`]),
      ...(connectUrl === null ? [] : [againSection(networkTitle, connectUrl)]),
    ],
  });
}

/** An account that was connected before Coact asked for the right to do this. */
function againSection(networkTitle: string, url: string): Block {
  const words = mrkdwn`Your account was connected before Coact could do this for you. Connect it again to do it with one click.`;
  const text = `Connect ${networkTitle} again`;
  return section(words, { accessory: button({ actionId: connectAction, text, url }) });
}

const verbs: Readonly<Record<Ask, string>> = { like: 'like it', reshare: 'reshare it', comment: 'comment on it' };

/** They said that they have done it. */
export function thanksModal(): Modal {
  const blocks = [section(mrkdwn`:white_check_mark: *Thank you!* It is counted, and nothing else is kept.`)];
  return modal({ callbackId: statusCallback, title: 'Join in', close: 'Close', blocks });
}
