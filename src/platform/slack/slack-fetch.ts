/**
 * The `fetch` that everything to Slack goes through: it knows the few origins that Slack answers on and refuses all
 * others, so that a token or an answer can't be sent elsewhere whatever a payload says.
 */

/** The part of `fetch` that the SDK and we use; tests put an in-process Slack here. */
export type SlackFetch = (url: string | URL, init?: RequestInit) => Promise<Response>;

export class AddressRefused extends Error {
  constructor(origin: string) {
    super(`not an address of Slack: ${origin}`);
    this.name = 'AddressRefused';
  }
}

/** Slack said "slow down" without saying for how long; the SDK can't express that. */
export class RateLimitedWithoutTime extends Error {
  constructor() {
    super('429 without Retry-After');
    this.name = 'RateLimitedWithoutTime';
  }
}

/**
 * @param origins scheme, host and port that may be reached, e.g. `https://slack.com`
 * @param send what really fetches
 */
export function guardFetch(origins: readonly string[], send: SlackFetch): SlackFetch {
  const allowed = new Set(origins.map((origin) => new URL(origin).origin));
  return async (url, init) => {
    const { origin } = new URL(url);
    if (!allowed.has(origin)) throw new AddressRefused(origin);
    // Slack's API never redirects; following one would carry the token along.
    const response = await send(url, { ...init, redirect: 'error' });
    if (response.status === 429 && !/^\d+$/.test(response.headers.get('retry-after') ?? '')) {
      throw new RateLimitedWithoutTime();
    }
    return response;
  };
}
