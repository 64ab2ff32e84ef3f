/** The part of `fetch` that the SDK and we use: `trustedFetch` of egress, or in tests a Slack inside the process. */
export type SlackFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

/** Slack said "slow down" without saying for how long; the SDK can't express that. */
export class RateLimitedWithoutTime extends Error {
  constructor() {
    super('429 without Retry-After');
    this.name = 'RateLimitedWithoutTime';
  }
}

/** Adds what holds for all of Slack: no redirects, which would carry the token along, and a rate limit always has a time. */
export function strictFetch(send: SlackFetch): SlackFetch {
  return async (url, init) => {
    const response = await send(url, { ...init, redirect: 'error' });
    if (response.status === 429 && !/^\d+$/.test(response.headers.get('retry-after') ?? '')) {
      throw new RateLimitedWithoutTime();
    }
    return response;
  };
}
