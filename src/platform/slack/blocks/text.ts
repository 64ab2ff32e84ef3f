/**
 * Text for Slack. A person's words reach Slack either as plain text or through `mrkdwn`, which escapes every value
 * put into it: unescaped, a title could carry `<!channel>` or a link that says one thing and opens another.
 */

export interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: boolean;
}

export interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  /** True keeps Slack from turning names and addresses in the text into links and pings. */
  readonly verbatim: boolean;
}

export type Text = PlainText | Mrkdwn;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Escapes the three characters that are markup in mrkdwn. Source: docs.slack.dev/messaging/formatting-message-text. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * Cuts text to at most `max` UTF-16 units, at a grapheme boundary, ending in an ellipsis where something was cut.
 * @returns the text itself when it fits
 */
export function cutText(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${cutAt(text, max - 1).trimEnd()}…`;
}

/** Cuts without an ellipsis: for what a person goes on to edit. */
export function cutAt(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of segmenter.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** Cuts mrkdwn: never inside an entity (`&amp;`) or a link (`<url|label>`), which would show as broken markup. */
export function cutMrkdwn(text: string, max: number): string {
  if (text.length <= max) return text;
  let cut = cutAt(text, max - 1);
  const link = cut.lastIndexOf('<');
  if (link > cut.lastIndexOf('>')) cut = cut.slice(0, link);
  const entity = cut.lastIndexOf('&');
  if (entity > cut.lastIndexOf(';')) cut = cut.slice(0, entity);
  return `${cut.trimEnd()}…`;
}

/** Plain text of at most `max` units. Slack refuses empty text, so an empty string becomes a space. */
export function plain(text: string, max: number): PlainText {
  return { type: 'plain_text', text: cutText(text, max) || ' ', emoji: true };
}

/**
 * Formatted text from a template: the template's own characters are markup, every value is escaped, and values that are
 * mrkdwn already (links, dates) are taken as they are.
 * @example mrkdwn`*${title}* ends ${slackDate(endsAt, 'Friday')}`
 */
export function mrkdwn(parts: TemplateStringsArray, ...values: readonly (string | number | Mrkdwn)[]): Mrkdwn {
  const text = parts
    .map((part, index) => {
      const value = values[index];
      if (value === undefined) return part;
      return part + (typeof value === 'object' ? value.text : escapeText(String(value)));
    })
    .join('');
  return { type: 'mrkdwn', text, verbatim: true };
}

/** Joins mrkdwn lines into one text. */
export function lines(...rows: readonly Mrkdwn[]): Mrkdwn {
  return { type: 'mrkdwn', text: rows.map((row) => row.text).join('\n'), verbatim: true };
}

/** A link; the address is written in its parsed form, in which `<`, `>` and `|` are percent-encoded. */
export function link(url: string, label: string): Mrkdwn {
  const address = new URL(url).href
    .replaceAll('&', '&amp;')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('|', '%7C');
  return {
    type: 'mrkdwn',
    text: `<${address}|${escapeText(label.replaceAll('|', '¦').replaceAll('\n', ' '))}>`,
    verbatim: true,
  };
}

/**
 * A moment in the reader's own time zone.
 * @param format Slack's tokens: {date_short_pretty}, {date_long_pretty}, {time}, …
 * @param otherwise shown by clients that can't draw it
 */
export function slackDate(at: Date, otherwise: string, format = '{date_short_pretty} {time}'): Mrkdwn {
  const seconds = Math.floor(at.getTime() / 1000);
  const fallback = escapeText(otherwise.replaceAll('|', '¦'));
  return { type: 'mrkdwn', text: `<!date^${seconds}^${format}|${fallback}>`, verbatim: true };
}
