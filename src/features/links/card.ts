import { escapeHtml } from '../../platform/http/index.ts';
import type { Card } from './link.ts';

/**
 * The page that programs get which draw cards of links: what the publisher wants shown, in the Open Graph protocol's words and X's.
 *
 * It calls itself by the short link, in `og:url` and as canonical: where a network takes these for the address of the post, people still
 * come by the link that is counted. The page behind stands in a refresh and in an anchor only, for a person whom we took for a program;
 * crawlers do not follow these.
 * @param url the short address that was asked for @param target where it leads
 */
export function cardPage({ title, description, pictureUrl }: Card, url: string, target: string): string {
  const named = (attribute: 'name' | 'property', name: string, content: string) =>
    content === '' ? '' : `<meta ${attribute}="${name}" content="${escapeHtml(content)}">\n`;
  const picture = pictureUrl ?? '';
  return `<!doctype html>
<html lang="und" prefix="og: https://ogp.me/ns#"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
${named('name', 'description', description)}${named('property', 'og:type', 'website')}${named('property', 'og:title', title)}${named('property', 'og:description', description)}${named('property', 'og:image', picture)}${named('property', 'og:url', url)}${named('name', 'twitter:card', picture === '' ? 'summary' : 'summary_large_image')}${named('name', 'twitter:title', title)}${named('name', 'twitter:description', description)}${named('name', 'twitter:image', picture)}<link rel="canonical" href="${escapeHtml(url)}">
<meta http-equiv="refresh" content="0; url=${escapeHtml(target)}">
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><p><a href="${escapeHtml(target)}" rel="nofollow">${escapeHtml(title)}</a></p></body></html>`;
}
