import { z } from 'zod';

// biome-ignore lint/suspicious/noControlCharactersInRegex: line breaks in a header value are how mail headers are injected
const oneLine = /^[^\u0000-\u001f\u007f]*$/;

/** A mail to one person. Header values are single lines by type, so that none can add a header or a recipient. */
export const messageSchema = z.object({
  to: z.email().max(254),
  subject: z.string().min(1).max(200).regex(oneLine, 'a subject is one line'),
  text: z.string().min(1),
  html: z.string().min(1),
  /** Where its reader ends further mails of its kind, by one click of their mail program (RFC 8058). */
  unsubscribeUrl: z.url().max(500).optional(),
});

export type Message = z.infer<typeof messageSchema>;
