import {
  actions,
  type Block,
  button,
  context,
  datePicker,
  input,
  type Modal,
  modal,
  mrkdwn,
  option,
  picture,
  section,
  select,
  textInput,
  timePicker,
} from '../../../platform/slack/index.ts';
import type { Ask, NetworkName } from '../../networks/index.ts';
import type { Draft } from '../request.ts';
import { shareOn } from './message.ts';

export const composeCallback = 'share.compose';
export const changeCallback = 'share.change';
export const statusCallback = 'share.status';
export const typingAction = 'share.typing';
export const connectAction = 'share.connect';
export const doneAction = 'share.opened';
export const composerAction = 'share.composer';
export const insteadAction = 'share.composer_instead';
export const serverCallback = 'share.server';
const title = 'Share';

export const addLabel = 'Your own words (go before the text)';

/** Blocks and actions of the form, for reading what was filled in and for answering errors. */
export const fields = {
  text: { block: 'text', action: typingAction },
  when: { block: 'when', action: 'when' },
  date: { block: 'date', action: 'date' },
  time: { block: 'time', action: 'time' },
  server: { block: 'server', action: 'server' },
} as const;

/** What travels with the window: which request it is for. Slack keeps it with the person's window, Coact does not. */
export interface ModalMemory {
  readonly requestId: string;
  readonly network: string;
}

/** While the next window is being made. */
export function loadingModal(): Modal {
  return modal({ callbackId: statusCallback, title, close: 'Close', blocks: [section(mrkdwn`One moment…`)] });
}

/** Several networks: which one? */
export function chooseModal(
  requestId: string,
  requestTitle: string,
  networks: readonly { readonly network: NetworkName; readonly networkTitle: string; readonly done: boolean }[],
): Modal {
  const rows = networks.map(({ network, networkTitle, done }) =>
    done
      ? section(mrkdwn`:white_check_mark: *${networkTitle}*: shared`)
      : section(mrkdwn`*${networkTitle}*`, {
          accessory: button({
            actionId: shareOn(network),
            text: 'Share',
            value: requestId,
            label: `Share on ${networkTitle}`,
          }),
        }),
  );
  const blocks = [section(mrkdwn`*${requestTitle}*\nWhere would you like to share it?`), ...rows];
  return modal({ callbackId: statusCallback, title, close: 'Close', blocks });
}

/** No account yet: one button, and the network's own composer for who doesn't want to connect. */
export function connectModal(networkTitle: string, url: string, instead: ModalMemory | null): Modal {
  return modal({
    callbackId: statusCallback,
    title,
    close: 'Close',
    blocks: [
      section(
        mrkdwn`*Connect your ${networkTitle} account first.*\nYou sign in at ${networkTitle} itself and come back here. Coact never sees your password, and your company never sees what you share.`,
      ),
      actions([button({ actionId: connectAction, text: `Connect ${networkTitle}`, url, style: 'primary' })]),
      context([mrkdwn`The button opens your browser. This window moves on by itself when you are done.`]),
      ...(instead === null
        ? []
        : [
            section(mrkdwn`Or post it yourself, without connecting anything:`, {
              accessory: button({
                actionId: insteadAction,
                text: `Use ${networkTitle} itself`,
                value: JSON.stringify(instead),
              }),
            }),
          ]),
    ],
  });
}

/** Asks on which server somebody is, where a network has many. */
export function serverModal(memory: ModalMemory, networkTitle: string): Modal {
  return modal({
    callbackId: serverCallback,
    title: `Share on ${networkTitle}`,
    submit: 'Continue',
    close: 'Cancel',
    metadata: JSON.stringify(memory),
    blocks: [
      input({
        blockId: fields.server.block,
        label: 'Your server',
        element: textInput({
          actionId: fields.server.action,
          placeholder: 'mastodon.social',
          focus: true,
          maxLength: 260,
        }),
        hint: `The part of your ${networkTitle} address after the second @. Coact does not keep it.`,
      }),
    ],
  });
}

export interface ComposerWindow {
  readonly memory: ModalMemory;
  readonly networkTitle: string;
  /** Where the network's composer opens. */
  readonly address: string;
  /** The whole post, link included. */
  readonly text: string;
  /** Whether the text is filled in there; else it is shown to be copied. */
  readonly carriesText: boolean;
}

/** The network's own composer, one click away. */
export function composerModal({ memory, networkTitle, address, text, carriesText }: ComposerWindow): Modal {
  const hint = carriesText
    ? mrkdwn`${networkTitle} opens with this text filled in. You can change it there.`
    : mrkdwn`${networkTitle} opens with the link. Copy this text, if you like it, and paste it there.`;
  return modal({
    callbackId: statusCallback,
    title: `Share on ${networkTitle}`,
    close: 'Close',
    blocks: [
      section(mrkdwn`${text}`),
      context([hint]),
      actions([
        button({
          actionId: composerAction,
          text: `Open ${networkTitle}`,
          url: address,
          value: JSON.stringify(memory),
          style: 'primary',
        }),
      ]),
      context([mrkdwn`You post there yourself. Your company sees how many people opened it, and never who.`]),
    ],
  });
}

/** After the composer was opened. */
export function openedModal(networkTitle: string): Modal {
  const words = mrkdwn`:white_check_mark: *${networkTitle} is open in your browser.* Finish your post there. Thank you!`;
  return modal({ callbackId: statusCallback, title, close: 'Close', blocks: [section(words)] });
}

export interface ComposeWindow {
  readonly memory: ModalMemory;
  readonly networkTitle: string;
  /** The account as sentences call it. */
  readonly account: string;
  readonly text: string;
  /** What stands at the end whatever is written; empty for nothing. */
  readonly disclosure: string;
  readonly editPolicy: Draft['editPolicy'];
  readonly remaining: number;
  readonly limit: number;
  /** What becomes of the request's video; null when it has none. */
  readonly film?: string | null;
  readonly card: { readonly title: string; readonly host: string; readonly pictureUrl: string | null };
  /** Zone in which a time is picked, e.g. Europe/Lisbon. */
  readonly timeZone: string;
  /** Today there, YYYY-MM-DD. */
  readonly today: string;
}

/** The form: the text, what goes with it, when. */
export function composeModal(window: ComposeWindow): Modal {
  return modal({
    callbackId: composeCallback,
    title: `Share on ${window.networkTitle}`,
    submit: 'Post',
    close: 'Cancel',
    metadata: JSON.stringify(window.memory),
    blocks: [
      context([mrkdwn`Goes to your account *${window.account}*`]),
      ...textBlocks(window),
      ...disclosureBlocks(window.disclosure),
      counterBlock(window.remaining, window.limit, window.networkTitle),
      ...(window.film ? [context([mrkdwn`${window.film}`])] : []),
      cardBlock(window.card),
      input({
        blockId: fields.when.block,
        label: 'When',
        element: select({
          actionId: fields.when.action,
          initial: 'now',
          options: [option('now', 'Now'), option('spread', 'At a good time today'), option('at', 'At the time below')],
        }),
      }),
      input({
        blockId: fields.date.block,
        label: 'Day',
        optional: true,
        element: datePicker(fields.date.action, window.today),
      }),
      input({
        blockId: fields.time.block,
        label: `Time (${window.timeZone})`,
        optional: true,
        element: timePicker(fields.time.action, undefined, window.timeZone),
        hint: 'Only for “At the time below”.',
      }),
    ],
  });
}

function textBlocks(window: ComposeWindow): Block[] {
  if (window.editPolicy === 'fixed') {
    return [section(mrkdwn`${window.text}`), context([mrkdwn`The publisher has fixed this text.`])];
  }
  const field = input({
    blockId: fields.text.block,
    label: window.editPolicy === 'add' ? addLabel : 'Your post',
    optional: window.editPolicy === 'add',
    dispatch: true,
    element: textInput({
      actionId: fields.text.action,
      multiline: true,
      initial: window.editPolicy === 'add' ? '' : window.text,
      focus: true,
      dispatch: true,
    }),
    hint: `At most ${window.limit} characters, as ${window.networkTitle} counts them, the link included. It goes along with its card.`,
  });
  return window.editPolicy === 'add' ? [field, section(mrkdwn`${window.text}`)] : [field];
}

/** The part that stays: said before it is posted, and counted. */
export function disclosureBlocks(disclosure: string): Block[] {
  return disclosure === '' ? [] : [context([mrkdwn`Your company adds this at the end of every post: *${disclosure}*`])];
}

function counterBlock(remaining: number, limit: number, networkTitle: string): Block {
  const words =
    remaining >= 0
      ? mrkdwn`${remaining} of ${limit} characters left on ${networkTitle}`
      : mrkdwn`:warning: ${-remaining} characters too many for ${networkTitle}`;
  return context([words], 'counter');
}

function cardBlock(card: ComposeWindow['card']): Block {
  const words = mrkdwn`*${card.title}*\n_${card.host}_`;
  return card.pictureUrl === null
    ? section(words)
    : section(words, { accessory: picture(card.pictureUrl, `Picture of ${card.title}`) });
}

/** Says how it went, in the window that is still open. */
export function statusModal(status: ShareStatus): Modal {
  return modal({ callbackId: statusCallback, title, close: 'Close', blocks: statusBlocks(status) });
}

export type ShareStatus =
  | { readonly kind: 'on_its_way'; readonly networkTitle: string; readonly ask?: Ask | undefined }
  | { readonly kind: 'planned'; readonly networkTitle: string; readonly when: string }
  | { readonly kind: 'posted'; readonly networkTitle: string; readonly url: string; readonly ask?: Ask | undefined }
  | {
      readonly kind: 'failed';
      readonly networkTitle: string;
      readonly sentence: string;
      readonly ask?: Ask | undefined;
    }
  | { readonly kind: 'already'; readonly networkTitle: string; readonly ask?: Ask | undefined }
  | { readonly kind: 'over' }
  /** Nobody can share on this network here. */
  | { readonly kind: 'unavailable'; readonly networkTitle: string }
  /** Somebody of another company in a shared channel, or who was deactivated. */
  | { readonly kind: 'not_member' };

const doneWords = { share: 'shared', like: 'liked', reshare: 'reshared', comment: 'commented on' } as const;

function statusBlocks(status: ShareStatus): Block[] {
  switch (status.kind) {
    case 'on_its_way':
      return [
        section(
          mrkdwn`:hourglass_flowing_sand: *Your ${status.ask ?? 'post'} is on its way to ${status.networkTitle}.*`,
        ),
        context([mrkdwn`You may close this window: the Home tab of Coact says when it is there.`]),
      ];
    case 'planned':
      return [
        section(mrkdwn`:calendar: *Your post will go to ${status.networkTitle} ${status.when}.*`),
        context([mrkdwn`You can change or cancel it in the Home tab of Coact.`]),
      ];
    case 'posted':
      return [
        section(mrkdwn`:white_check_mark: *Your ${status.ask ?? 'post'} is on ${status.networkTitle}.* Thank you!`),
        actions([button({ actionId: doneAction, text: 'Look at it', url: status.url })]),
      ];
    case 'failed':
      return [
        section(
          mrkdwn`:warning: *Your ${status.ask ?? 'post'} did not get to ${status.networkTitle}.*\n${status.sentence}`,
        ),
      ];
    case 'already':
      return [
        section(
          mrkdwn`:white_check_mark: You have ${doneWords[status.ask ?? 'share']} this on ${status.networkTitle} already. Thank you!`,
        ),
      ];
    case 'unavailable':
      return [
        section(mrkdwn`Nobody can share on ${status.networkTitle} from here yet. Whoever runs Coact can set it up.`),
      ];
    case 'not_member':
      return [
        section(
          mrkdwn`Only members of this organisation can share from here. If you are one, ask whoever manages Coact.`,
        ),
      ];
    case 'over':
      return [section(mrkdwn`This request is over, so it can’t be shared any more.`)];
  }
}

/** After connecting from the Home tab. */
export function connectedModal(networkTitle: string, account: string): Modal {
  const words = mrkdwn`:white_check_mark: *Connected.* Posts to ${networkTitle} go to your account *${account}*.`;
  return modal({ callbackId: statusCallback, title: 'Connected', close: 'Close', blocks: [section(words)] });
}
