import {
  context,
  input,
  type Modal,
  modal,
  mrkdwn,
  option,
  radioButtons,
  section,
  textInput,
} from '../../../platform/slack/index.ts';

export const suggestCallback = 'share.suggest';
export const suggestAction = 'share.suggest';
export const mostTitle = 150;
export const mostNote = 1_000;

const field = (name: string) => ({ block: name, action: name });
export const suggestFields = {
  link: field('link'),
  title: field('title'),
  note: field('note'),
  name: field('name'),
} as const;

/**
 * The form in which somebody suggests a page, with what is known of it by then.
 * @param called as they will be named, if they choose to
 */
export function suggestModal(called: string, offered: { readonly link?: string; readonly note?: string } = {}): Modal {
  const { link, title, note, name } = suggestFields;
  const begun = (text: string | undefined, most: number) =>
    text === undefined || text === '' ? {} : { initial: text.slice(0, most).toWellFormed() };
  return modal({
    callbackId: suggestCallback,
    title: 'Suggest to share',
    submit: 'Suggest',
    close: 'Cancel',
    blocks: [
      context([mrkdwn`Those who publish for your company see it, and decide whether everybody is asked to share it.`]),
      input({
        blockId: link.block,
        label: 'Link',
        element: textInput({
          ...{ actionId: link.action, placeholder: 'https://', maxLength: 2_000, focus: !offered.link },
          ...begun(offered.link, 2_000),
        }),
      }),
      input({
        blockId: title.block,
        label: 'Title',
        optional: true,
        hint: 'Left empty, the page’s own.',
        element: textInput({ actionId: title.action, maxLength: mostTitle }),
      }),
      input({
        blockId: note.block,
        label: 'A word to the publishers',
        optional: true,
        hint: 'Only they read it. What the message said stands here, if you came from one: change it as you like.',
        element: textInput({
          ...{ actionId: note.action, multiline: true, maxLength: mostNote },
          ...begun(offered.note, mostNote),
        }),
      }),
      input({
        blockId: name.block,
        label: 'Send it',
        element: radioButtons({
          actionId: name.action,
          initial: 'named',
          options: [
            option('named', 'With my name', `As ${called.slice(0, 40)}. You are told the outcome.`),
            option('unnamed', 'Without my name', 'Coact does not store who it is from.'),
          ],
        }),
      }),
    ],
  });
}

/** A window of one sentence. */
export function suggestedModal(words: string): Modal {
  return modal({
    ...{ callbackId: 'share.suggested', title: 'Suggest to share', close: 'Close' },
    blocks: [section(mrkdwn`${words}`)],
  });
}
