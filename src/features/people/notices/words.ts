import { type Message, setLetter } from '../../../platform/mail/index.ts';
import { longestSpeech } from '../../../platform/phone/index.ts';
import {
  actions,
  type Block,
  button,
  link as linkTo,
  type MessageContent,
  mrkdwn,
  plain,
  section,
} from '../../../platform/slack/index.ts';
import type { NoticeContent } from './notice.ts';

/** A text is charged by its parts of some 150 characters: four are enough to say what there is to look at. */
const textLength = 600;
/** Of all that a message in Slack says, and of one section: the first keeps its blocks within 13,200 bytes of JSON. */
const slackLength = 5_000;
const sectionLength = 2_000;
/** What cutting may leave of a character that takes two units. */
const halfCharacter = /[\ud800-\udbff]$/;

const urlOf = (publicUrl: string, link: NoticeContent['link']) => (link ? publicUrl + link.path : undefined);

export function letterOf(to: string, content: NoticeContent, publicUrl: string): Message {
  const { subject, lines, link } = content;
  const url = urlOf(publicUrl, link);
  const letter = setLetter({
    heading: subject,
    paragraphs: lines,
    ...(link && url ? { button: { text: link.label, url } } : {}),
    small: `What you are told, and how, is yours to choose: ${publicUrl}/account/notifications`,
  });
  return { to, subject, ...letter };
}

/** The message in Slack; people's words are escaped on their way. */
export function slackMessageOf(content: NoticeContent, publicUrl: string): MessageContent {
  const { subject, lines, link, buttons, slackBlocks } = content;
  const url = urlOf(publicUrl, link);
  const blocks: Block[] = [...(slackBlocks ?? [section(mrkdwn`*${subject}*`), ...paragraphs(lines)])];
  if (link && url) blocks.push(section(linkTo(url, link.label)));
  if (buttons.length > 0) blocks.push(actions(buttons.map(({ label, ...rest }) => button({ text: label, ...rest }))));
  return { text: [subject, ...lines].join('\n'), blocks };
}

function paragraphs(lines: readonly string[]): Block[] {
  if (lines.length === 0) return [];
  const parts: string[] = [];
  for (const line of cut(lines.join('\n'), slackLength).split('\n')) {
    const last = parts.at(-1);
    if (last === undefined || last.length + line.length > sectionLength) parts.push(line);
    else parts[parts.length - 1] = `${last}\n${line}`;
  }
  return parts.map((part) => section(plain(part, sectionLength + 1_000)));
}

/** A text: what it is about, as much as fits, and always the whole link. */
export function textOf({ subject, lines, link }: NoticeContent, publicUrl: string): string {
  const end = link ? `\n${urlOf(publicUrl, link)}` : '';
  return cut([subject, ...lines].join('\n'), textLength - end.length) + end;
}

/** What a call says, as sentences. */
export function speechOf({ subject, lines }: NoticeContent): string {
  const sentences = ['This is Coact', subject, ...lines].map((line) => line.trim().replace(/[.!?:,;]*$/, '.'));
  return cut(sentences.join(' '), longestSpeech);
}

function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(halfCharacter, '')
        .trimEnd()}…`;
}
