import type { Telemetry } from '../telemetry/index.ts';
import { trustedAgent } from './connector.ts';
import { asFetch, type FetchLimits } from './fetch-like.ts';
import { deadline, outgoingParts } from './follow.ts';
import { refuse } from './refusals.ts';
import { tlsSettings } from './tls.ts';
import { watchExchange } from './watched.ts';

/** Settings of a client for configured services. */
export interface TrustedOptions extends Partial<FetchLimits> {
  /** Further certificate authorities in PEM. */
  readonly authorities?: readonly string[];
  readonly telemetry?: Telemetry | undefined;
}

const defaults: FetchLimits = { maxBytes: 5 * 1024 * 1024, timeoutMs: 15_000 };

/**
 * A `fetch` for services that the operator configured (Slack's API and answer addresses), and for nothing else.
 *
 * In: origins such as `https://slack.com`. Out: a `fetch` that rejects with an EgressRefused (`origin`) for every other origin, checks
 * certificates, hands redirects out instead of following them, and keeps the caps on bytes and time. Addresses are not checked: these
 * hosts may stand in a private network.
 */
export const trustedFetch = (origins: readonly string[], options: TrustedOptions = {}): typeof fetch => {
  const known = new Set(origins.map((origin) => new URL(origin).origin));
  const send = watchExchange(options.telemetry);
  const agent = trustedAgent(tlsSettings(options.authorities));
  return asFetch(
    async (address, asked) => {
      const url = URL.parse(address);
      if (!url || !known.has(url.origin)) return refuse('origin');
      const outgoing = { url, ...outgoingParts(asked) };
      return send(outgoing, { maxBytes: asked.maxBytes, cut: false }, agent, deadline(asked));
    },
    { maxBytes: options.maxBytes ?? defaults.maxBytes, timeoutMs: options.timeoutMs ?? defaults.timeoutMs },
  );
};
