type Json = unknown;

// The library unescapes first and parses then, so that somebody's "<!channel>" would be drawn as a ping, which Slack
// doesn't. A space of no width after the bracket keeps it text.
const unparsed = '<\u200b';

function forDrawing(value: Json): Json {
  if (Array.isArray(value)) return value.map(forDrawing);
  if (typeof value !== 'object' || value === null) return value;
  const isMarkup = 'type' in value && value.type === 'mrkdwn';
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'verbatim')
      .map(([key, inner]) =>
        isMarkup && key === 'text' && typeof inner === 'string'
          ? [key, inner.replaceAll('&lt;', unparsed)]
          : [key, forDrawing(inner)],
      ),
  );
}

/**
 * Blocks as the drawing library needs them. To Slack, `verbatim` means "make no links of bare names and addresses";
 * slack-blocks-to-jsx 1.1.1 takes it for "draw no formatting at all".
 */
export function drawable(blocks: ReadonlyArray<Readonly<Record<string, unknown>>>): readonly Json[] {
  return blocks.map(forDrawing);
}
