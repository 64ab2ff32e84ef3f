import { z } from 'zod';
import type { Block, Button } from '../../../platform/slack/index.ts';

/** Everything that people are told of. */
export const noticeEvents = [
  'schedule_published',
  'schedule_changed',
  'shift_offered',
  'shift_open',
  'trade_decided',
  'time_off_decided',
  'hours_decided',
  'approval_needed',
  'request_decided',
  'message',
  'reminder',
] as const;
export type NoticeEvent = (typeof noticeEvents)[number];

/** One value for each event. */
export function byEvent<T>(of: (event: NoticeEvent) => T): Record<NoticeEvent, T> {
  return {
    schedule_published: of('schedule_published'),
    schedule_changed: of('schedule_changed'),
    shift_offered: of('shift_offered'),
    shift_open: of('shift_open'),
    trade_decided: of('trade_decided'),
    time_off_decided: of('time_off_decided'),
    hours_decided: of('hours_decided'),
    approval_needed: of('approval_needed'),
    request_decided: of('request_decided'),
    message: of('message'),
    reminder: of('reminder'),
  };
}

/** Every way of telling, in the order in which one is picked for whoever has chosen none. */
export const noticeMethods = ['slack', 'email', 'text', 'call'] as const;
export type NoticeMethod = (typeof noticeMethods)[number];

export interface NoticeButton {
  readonly label: string;
  readonly actionId: string;
  readonly value: string;
  readonly style?: Button['style'];
}

/** Something to tell one person. */
export interface Notice {
  readonly personId: string;
  readonly event: NoticeEvent;
  /** Of ids only: told twice under the same key, a person hears of it once. */
  readonly key: string;
  /** One line; cut where it is too long for a mail. */
  readonly subject: string;
  readonly lines: readonly string[];
  /** A page of the web app, by its path. */
  readonly link?: { readonly label: string; readonly path: string };
  /** In Slack only: elsewhere the link leads to the same. */
  readonly buttons?: readonly NoticeButton[];
  /** In Slack, in place of subject and lines; link and buttons follow. */
  readonly slackBlocks?: readonly Block[];
}

const mostLines = 100;

const isBlock = (value: unknown) => typeof value === 'object' && value !== null && 'type' in value;

/** What a notice says, as it is sealed. */
export const contentSchema = z.object({
  subject: z.string().min(1).max(200),
  lines: z.array(z.string()).max(mostLines),
  link: z.object({ label: z.string().min(1), path: z.string().regex(/^\/(?!\/)/, 'begins with one /') }).optional(),
  buttons: z
    .array(
      z.object({
        ...{ label: z.string(), actionId: z.string(), value: z.string() },
        style: z.enum(['primary', 'danger']).optional(),
      }),
    )
    .max(10)
    .default([]),
  slackBlocks: z.array(z.custom<Block>(isBlock)).max(40).optional(),
});
export type NoticeContent = z.infer<typeof contentSchema>;

/** The notice's words as they are kept: one line of subject, however long the texts of people in it are. */
export function contentOf({ subject, lines, link, buttons, slackBlocks }: Notice): NoticeContent {
  const said = oneLine(subject) || 'A notice for you';
  return contentSchema.parse({ subject: cutLine(said), lines: linesOf(lines), link, buttons, slackBlocks });
}

/** Texts of people may have several lines, and more of them than anybody reads. */
function linesOf(lines: readonly string[]): readonly string[] {
  const single = lines.flatMap((line) => line.split(/\r\n|\n|\r/)).map(oneLine);
  return single.length <= mostLines
    ? single
    : [...single.slice(0, mostLines - 1), `… and ${single.length - mostLines + 1} more`];
}

/** What a notice says otherwise from now on; without buttons there is nothing to click but its link. */
export type Retold = Pick<Notice, 'lines'> & Partial<Pick<Notice, 'subject' | 'buttons' | 'slackBlocks'>>;

/** The same notice with other words below its subject, or below another one. */
export function retold(
  content: NoticeContent,
  { subject = content.subject, lines, buttons = [], slackBlocks }: Retold,
): NoticeContent {
  return contentSchema.parse({
    ...content,
    subject: cutLine(oneLine(subject)),
    lines: linesOf(lines),
    buttons,
    slackBlocks,
  });
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not reach a mail header
  return text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim();
}

function cutLine(line: string): string {
  return line.length > 150 ? `${line.slice(0, 149).replace(/[\ud800-\udbff]$/, '')}…` : line;
}

/**
 * The methods that somebody is told by: what they chose as far as it is open to them, else the first that is.
 * A call is never made to somebody who did not choose it.
 */
export function methodsFor(
  chosen: readonly NoticeMethod[] | undefined,
  open: ReadonlySet<NoticeMethod>,
): readonly NoticeMethod[] {
  const kept = (chosen ?? []).filter((method) => open.has(method));
  if (kept.length > 0) return kept;
  return noticeMethods.filter((method) => method !== 'call' && open.has(method)).slice(0, 1);
}

/** Where a notice goes on when all methods so far have failed: what costs nobody anything, mail first. */
export function methodAfter(
  tried: ReadonlySet<NoticeMethod>,
  open: ReadonlySet<NoticeMethod>,
): NoticeMethod | undefined {
  return (['email', 'slack'] as const).find((method) => open.has(method) && !tried.has(method));
}
