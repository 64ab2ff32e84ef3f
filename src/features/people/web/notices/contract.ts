import { z } from '../../../../web/zod.ts';

/** Everything that people are told of, in the order in which it is shown. */
export const events = [
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
export type NoticeEvent = (typeof events)[number];

export const methods = ['slack', 'email', 'text', 'call'] as const;
export type NoticeMethod = (typeof methods)[number];

const noticeSchema = z.object({
  id: z.string(),
  event: z.enum(events),
  subject: z.string(),
  lines: z.array(z.string()),
  link: z.object({ label: z.string(), path: z.string() }).nullable(),
  at: z.string(),
  read: z.boolean(),
  /** False where it stands nowhere but here. */
  reached: z.boolean(),
});
export type Notice = z.infer<typeof noticeSchema>;

export const noticesSchema = z.object({ notices: z.array(noticeSchema), total: z.number(), unread: z.number() });
export type Notices = z.infer<typeof noticesSchema>;
export const unreadSchema = z.object({ unread: z.number() });

const reason = z.enum(['not_connected', 'not_linked', 'no_address', 'not_configured', 'no_number']).nullable();
export type ClosedReason = NonNullable<z.infer<typeof reason>>;

/** Why a method is closed, null where it is open; and the methods of each event. */
export const preferencesSchema = z.object({
  closed: z.object({ slack: reason, email: reason, text: reason, call: reason }),
  chosen: z.record(z.enum(events), z.array(z.enum(methods))),
});
export type Preferences = z.infer<typeof preferencesSchema>;
export type Chosen = Preferences['chosen'];
