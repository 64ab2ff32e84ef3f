/**
 * The whole address of a link.
 * @param host of an organisation's own; null for the one that all share. It is reached like the shared one: same scheme, same port.
 */
export function addressOf(linksUrl: string, host: string | null, slug: string): string {
  if (host === null) return `${linksUrl}/${slug}`;
  const { protocol, port } = new URL(linksUrl);
  return `${protocol}//${host}${port === '' ? '' : `:${port}`}/${slug}`;
}
