import { z } from 'zod';
import type { Block, Button } from '../../../platform/slack/index.ts';

/** Everything that people are told of. */
export const noticeEvents = [
  'schedule_published',
  'schedule_changed',
  'shift_offered',
  'trade_decided',
  'time_off_decided',
  'approval_needed',
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
    trade_decided: of('trade_decided'),
    time_off_decided: of('time_off_decided'),
    approval_needed: of('approval_needed'),
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

const isBlock = (value: unknown) => typeof value === 'object' && value !== null && 'type' in value;

/** What a notice says, as it is sealed. */
export const contentSchema = z.object({
  subject: z.string().min(1).max(200),
  lines: z.array(z.string()).max(100),
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
  return contentSchema.parse({ subject: oneLine(subject), lines, link, buttons, slackBlocks });
}

function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those must not reach a mail header
  const line = text.replaceAll(/[\u0000-\u001f\u007f]+/g, ' ').trim() || 'A notice for you';
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
