import { type Dispatcher, errors, request } from 'undici';
import { acceptedEncodings, type BodyLimits, readBody } from './body.ts';
import { type EgressReason, type EgressRefusal, EgressRefused, refuse } from './refusals.ts';

/** One request as it goes out. */
export interface Outgoing {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body?: Uint8Array | undefined;
}

/** One answer, body read and decompressed. */
export interface EgressResponse {
  readonly status: number;
  readonly headers: Headers;
  /** The address that answered, after redirects. */
  readonly url: string;
  readonly bytes: Uint8Array;
  /** True when the body was longer than the limit and `cut` was asked for. */
  readonly cut: boolean;
}

export type Exchange = { readonly ok: true; readonly response: EgressResponse } | EgressRefusal;

/** Headers that belong to the connection or would name another host than the one that was checked. */
const ownHeaders = [
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'upgrade',
  'expect',
  'te',
];

/**
 * Sends one request and reads its answer within the limits. No redirects, no retries.
 *
 * Never throws for anything a server can do; the caller's own abort is thrown on, as with `fetch`.
 */
export const exchange = async (
  outgoing: Outgoing,
  limits: BodyLimits,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<Exchange> => {
  const headers = new Headers(outgoing.headers);
  for (const name of ownHeaders) headers.delete(name);
  headers.set('accept-encoding', acceptedEncodings);
  try {
    const answer = await untilAborted(
      request(outgoing.url, {
        dispatcher,
        signal,
        method: outgoing.method as Dispatcher.HttpMethod,
        headers: Object.fromEntries(headers),
        body: outgoing.body ?? null,
      }),
      signal,
    );
    const received = receivedHeaders(answer.headers);
    const body = await untilAborted(readBody(answer.body, received.get('content-encoding') ?? '', limits), signal);
    if (!body.ok) return body;
    // The bytes below are no longer compressed, and whoever reads the headers must not undo it twice.
    received.delete('content-encoding');
    received.delete('content-length');
    const { bytes, cut } = body;
    return { ok: true, response: { status: answer.statusCode, headers: received, url: outgoing.url.href, bytes, cut } };
  } catch (error) {
    return refuse(reasonOf(error, signal));
  }
};

/** Undici notices an abort only once the connection stands; a resolver or a server that never answers must not hold us that long. */
const untilAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
    if (signal.aborted) stop();
  });

const receivedHeaders = (raw: Record<string, string | string[] | undefined>): Headers => {
  const headers = new Headers();
  for (const [name, value] of Object.entries(raw)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) {
      // Undici lets bytes pass that `Headers` refuses; such a header is of no use to anybody.
      if (/^[\t\x20-\x7e\x80-\xff]*$/.test(one)) headers.append(name, one);
    }
  }
  return headers;
};

const tlsCode =
  /^(ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO|INVALID_CA|INVALID_PURPOSE)/;
const connectCode = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|ENETDOWN|EACCES|EPERM|EINVAL)$/;

/** Finds what went wrong in the error that undici, net, tls or zlib threw. A happy-eyeballs failure holds one error per address. */
const reasonOf = (error: unknown, signal: AbortSignal): EgressReason => {
  if (error instanceof EgressRefused) return error.reason;
  if (signal.aborted || error instanceof errors.ConnectTimeoutError) return 'timeout';
  if (error instanceof AggregateError) {
    const reasons = error.errors.map((one) => reasonOf(one, signal));
    return reasons.every((reason) => reason === 'refused')
      ? 'refused'
      : (reasons.find((one) => one !== 'refused') ?? 'refused');
  }
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (tlsCode.test(code)) return 'tls';
  if (connectCode.test(code)) return 'refused';
  if (code === 'ETIMEDOUT') return 'timeout';
  return 'broken';
};
