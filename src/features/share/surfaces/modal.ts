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
import type { Draft } from '../request.ts';

export const composeCallback = 'share.compose';
export const changeCallback = 'share.change';
export const statusCallback = 'share.status';
export const typingAction = 'share.typing';
export const connectAction = 'share.connect';
export const doneAction = 'share.opened';
const title = 'Share';

export const addLabel = 'Your own words (go before the text)';

/** Blocks and actions of the form, for reading what was filled in and for answering errors. */
export const fields = {
  text: { block: 'text', action: typingAction },
  when: { block: 'when', action: 'when' },
  date: { block: 'date', action: 'date' },
  time: { block: 'time', action: 'time' },
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

/** No account yet: one button. */
export function connectModal(networkTitle: string, url: string): Modal {
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
    ],
  });
}

export interface ComposeWindow {
  readonly memory: ModalMemory;
  readonly networkTitle: string;
  readonly handle: string;
  readonly text: string;
  readonly editPolicy: Draft['editPolicy'];
  readonly remaining: number;
  readonly limit: number;
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
      context([mrkdwn`Goes to your account *@${window.handle}*`]),
      ...textBlocks(window),
      counterBlock(window.remaining, window.limit, window.networkTitle),
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
  | { readonly kind: 'on_its_way'; readonly networkTitle: string }
  | { readonly kind: 'planned'; readonly networkTitle: string; readonly when: string }
  | { readonly kind: 'posted'; readonly networkTitle: string; readonly url: string }
  | { readonly kind: 'failed'; readonly networkTitle: string; readonly sentence: string }
  | { readonly kind: 'already'; readonly networkTitle: string }
  | { readonly kind: 'over' }
  /** Somebody of another company in a shared channel, or who was deactivated. */
  | { readonly kind: 'not_member' };

function statusBlocks(status: ShareStatus): Block[] {
  switch (status.kind) {
    case 'on_its_way':
      return [
        section(mrkdwn`:hourglass_flowing_sand: *Your post is on its way to ${status.networkTitle}.*`),
        context([mrkdwn`You may close this window: the Home tab of Coact says when it is there.`]),
      ];
    case 'planned':
      return [
        section(mrkdwn`:calendar: *Your post will go to ${status.networkTitle} ${status.when}.*`),
        context([mrkdwn`You can change or cancel it in the Home tab of Coact.`]),
      ];
    case 'posted':
      return [
        section(mrkdwn`:white_check_mark: *Your post is on ${status.networkTitle}.* Thank you!`),
        actions([button({ actionId: doneAction, text: 'Look at it', url: status.url })]),
      ];
    case 'failed':
      return [section(mrkdwn`:warning: *Your post did not get to ${status.networkTitle}.*\n${status.sentence}`)];
    case 'already':
      return [section(mrkdwn`:white_check_mark: You have shared this on ${status.networkTitle} already. Thank you!`)];
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
export function connectedModal(networkTitle: string, handle: string): Modal {
  const words = mrkdwn`:white_check_mark: *Connected.* Posts to ${networkTitle} go to your account *@${handle}*.`;
  return modal({ callbackId: statusCallback, title: 'Connected', close: 'Close', blocks: [section(words)] });
}
