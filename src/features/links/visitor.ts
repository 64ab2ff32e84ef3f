import { isbot } from 'isbot';
import { isUnfurler } from './unfurlers.ts';

/** The classes that people's clicks are counted by. Positions are stored in journals: append only. */
export const devices = ['other', 'desktop', 'mobile', 'tablet'] as const;
export const referrers = [
  'none',
  'other',
  'linkedin',
  'x',
  'facebook',
  'threads',
  'bluesky',
  'mastodon',
  'slack',
  'instagram',
  'search',
  // Scanned from paper or a screen: no header says so, the address in the picture does.
  'qr',
] as const;

export type Device = (typeof devices)[number];
export type Referrer = (typeof referrers)[number];

/** What an agent header says about its sender. */
export interface Agent {
  readonly robot: boolean;
  readonly device: Device;
}

/** An agent that says nothing is a program: every browser sends one. */
export function readAgent(agent: string): Agent {
  return { robot: agent.trim() === '' || isbot(agent) || isUnfurler(agent), device: deviceOf(agent) };
}

function deviceOf(agent: string): Device {
  if (/iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)/i.test(agent)) return 'tablet';
  if (/Mobi|iPhone|iPod|Android/i.test(agent)) return 'mobile';
  return /Windows NT|Macintosh|X11|CrOS|Linux/.test(agent) ? 'desktop' : 'other';
}

const hosts: readonly (readonly [Referrer, RegExp])[] = [
  ['linkedin', /(^|\.)(linkedin\.com|lnkd\.in)$|^com\.linkedin\.android$/],
  ['x', /(^|\.)(x\.com|twitter\.com|t\.co)$|^com\.twitter\.android$/],
  ['facebook', /(^|\.)(facebook\.com|fb\.com|fb\.me|messenger\.com)$|^com\.facebook\.katana$/],
  ['threads', /(^|\.)threads\.(net|com)$/],
  ['bluesky', /(^|\.)(bsky\.app|bsky\.social)$/],
  ['mastodon', /(^|\.)(mastodon\.[a-z]+|mstdn\.[a-z]+|mas\.to|fosstodon\.org|hachyderm\.io)$/],
  ['slack', /(^|\.)slack\.com$|^com\.slack$/],
  ['instagram', /(^|\.)instagram\.com$/],
  ['search', /(^|\.)(google\.[a-z.]+|bing\.com|duckduckgo\.com|ecosia\.org|startpage\.com|qwant\.com)$/],
];

/** The network that a Referer header names. Only this class is counted; the header itself is forgotten. */
export function referrerOf(header: string | undefined): Referrer {
  if (!header) return 'none';
  const host = URL.parse(header)?.hostname.toLowerCase();
  if (!host) return 'other';
  return hosts.find(([, pattern]) => pattern.test(host))?.[0] ?? 'other';
}
