import type { Telemetry } from '../telemetry/index.ts';
import type { ConnectorParts } from './connector.ts';
import { guardedAgent } from './connector.ts';
import type { Exchange } from './exchange.ts';
import { asFetch, type FetchLimits } from './fetch-like.ts';
import { type EgressRequest, follow } from './follow.ts';
import { type Resolve, systemResolve } from './gate.ts';
import { type Preview, readPreview } from './preview.ts';
import type { EgressRefusal } from './refusals.ts';
import { parseTarget } from './target.ts';
import { tlsSettings } from './tls.ts';
import { watchExchange } from './watched.ts';

/** Settings of the client. Everything has a safe default. */
export interface EgressOptions {
  /** `host:port` pairs that may be private and on any port: practice and tests only. */
  readonly allow?: readonly string[];
  /** Ports open on every public host; default 80 and 443. */
  readonly ports?: readonly number[];
  /** Sent where the caller names no other. */
  readonly userAgent?: string;
  /** Further certificate authorities in PEM. */
  readonly authorities?: readonly string[];
  /** Limits of `fetchFn`; default 5 MiB and 15 seconds. */
  readonly fetchLimits?: FetchLimits;
  /** Another resolver than the system's. */
  readonly resolve?: Resolve;
  readonly telemetry?: Telemetry;
  /** Opens the socket to the checked addresses; replaced only to watch them. */
  readonly dial?: ConnectorParts['dial'];
}

/** The one way out to hosts that a user's input directs. */
export interface Egress {
  /**
   * Whether an address could be opened, as far as can be seen without asking for its name: every request looks again.
   * `allowed`: the operator named this very host and port.
   */
  check(address: string): { readonly ok: true; readonly url: URL; readonly allowed: boolean } | EgressRefusal;
  /** Sends a request under all checks; expected failures come back as values. */
  fetch(address: string, asked: EgressRequest): Promise<Exchange>;
  /** The same as a `fetch`, for libraries; rejects with an EgressRefused. */
  readonly fetchFn: typeof fetch;
  /** Reads what a page says about itself. */
  readPreview(address: string): Promise<Preview | EgressRefusal>;
  close(): Promise<void>;
}

const defaultFetchLimits: FetchLimits = { maxBytes: 5 * 1024 * 1024, timeoutMs: 15_000 };

/** Makes the client. One per process: it holds the pool of connections. */
export const createEgress = (options: EgressOptions = {}): Egress => {
  const rules = {
    allow: new Set((options.allow ?? []).map((pair) => pair.toLowerCase())),
    ports: new Set(options.ports ?? [80, 443]),
  };
  const agent = guardedAgent({
    rules,
    resolve: options.resolve ?? systemResolve,
    tls: tlsSettings(options.authorities),
    ...(options.dial ? { dial: options.dial } : {}),
  });
  const watched = watchExchange(options.telemetry);
  const send = (address: string, asked: EgressRequest): Promise<Exchange> => {
    const headers = new Headers(asked.headers);
    if (!headers.has('user-agent')) headers.set('user-agent', options.userAgent ?? 'Coact (link preview)');
    return follow(address, { ...asked, headers }, rules, agent, watched);
  };
  return {
    check: (address) => parseTarget(address, rules),
    fetch: send,
    fetchFn: asFetch(send, options.fetchLimits ?? defaultFetchLimits),
    readPreview: (address) => readPreview(address, send),
    // Waiting for open answers would hold a stop for as long as a slow server likes.
    close: () => agent.destroy(),
  };
};
