import type { Ask, Engagement } from './network.ts';

interface Pages {
  /** Hosts of the network's pages; their subdomains count too. */
  readonly hosts: readonly string[];
  /** Reads a post's own part from its path; a match means that it is a post. */
  readonly path: RegExp;
  /** The page for an ask where the network has one of its own; the post's page else. */
  readonly pages?: Partial<Record<Ask, (id: string) => string>>;
}

/**
 * Posts of a network that lets no app like or comment: what is asked for opens a page, and people say themselves that they
 * have done it. The address is kept without what sharing put behind it, which may name who copied it.
 */
export function byPage({ hosts, path, pages = {} }: Pages): Engagement {
  const read = (address: string) => {
    const url = URL.parse(address.trim());
    if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') return null;
    const known = hosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
    const match = known ? path.exec(url.pathname) : null;
    return match === null ? null : { url: `https://${url.host}${url.pathname}`, id: match[1] ?? '' };
  };
  return {
    readPost: (address) => read(address)?.url ?? null,
    page: (post, ask) => pages[ask]?.(read(post)?.id ?? '') ?? post,
  };
}
