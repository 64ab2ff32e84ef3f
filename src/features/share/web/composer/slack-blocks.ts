type Json = unknown;

function withoutVerbatim(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutVerbatim);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'verbatim')
      .map(([key, inner]) => [key, withoutVerbatim(inner)]),
  );
}

/**
 * Blocks as the drawing library needs them. To Slack, `verbatim` means "make no links of bare names and addresses";
 * slack-blocks-to-jsx 1.1.1 takes it for "draw no formatting at all".
 */
export function drawable(blocks: ReadonlyArray<Readonly<Record<string, unknown>>>): readonly Json[] {
  return blocks.map(withoutVerbatim);
}
