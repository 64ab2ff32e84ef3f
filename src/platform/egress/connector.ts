import { Agent, buildConnector } from 'undici';
import { type Address, checkedAddresses, type Resolve } from './gate.ts';
import { EgressRefused } from './refusals.ts';
import { hostAndPort, type TargetRules } from './target.ts';
import type { TlsSettings } from './tls.ts';

/** What a connector needs; `dial` opens the socket and is replaced only to watch which address it is given. */
export interface ConnectorParts {
  readonly rules: TargetRules;
  readonly resolve: Resolve;
  readonly tls: TlsSettings;
  readonly dial?: typeof buildConnector;
}

/** Connections at once to one origin; more wait, within their own time limit. */
const connectionsPerOrigin = 50;
const connectTimeoutMs = 5_000;

/**
 * The pool for hosts that a user's input directs.
 *
 * Each new connection resolves its host once, checks all addresses and is given just these, so that nothing resolves the name again
 * between check and connection (DNS rebinding). A connection kept alive stays at the address that was checked.
 * HTTP/2 is off: one protocol parser less is exposed to hostile servers.
 */
export const guardedAgent = ({ rules, resolve, tls, dial = buildConnector }: ConnectorParts): Agent =>
  new Agent({
    connections: connectionsPerOrigin,
    allowH2: false,
    keepAliveMaxTimeout: 10_000,
    connect: (options, callback) => {
      const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
      const allowed = rules.allow.has(hostAndPort(options.hostname, port));
      checkedAddresses(options.hostname, allowed, resolve).then((checked) => {
        if (!checked.ok) return callback(new EgressRefused(checked.reason), null);
        dial({ ...socketOptions(tls), lookup: answerWith(checked.addresses) })(options, callback);
      });
    },
  });

/** The pool for services that the operator configured: same TLS, but their addresses are the operator's business. */
export const trustedAgent = (tls: TlsSettings): Agent =>
  new Agent({ connections: connectionsPerOrigin, allowH2: false, connect: socketOptions(tls) });

const socketOptions = ({ ca, ...tls }: TlsSettings): buildConnector.BuildOptions => ({
  ...tls,
  ...(ca ? { ca: [...ca] } : {}),
  allowH2: false,
  timeout: connectTimeoutMs,
});

type Lookup = NonNullable<Extract<buildConnector.BuildOptions, { lookup?: unknown }>['lookup']>;

/** A look-up that knows one answer. `net.connect` asks for one or for all addresses, depending on the family selection. */
const answerWith =
  (addresses: readonly Address[]): Lookup =>
  (_host, options, callback) => {
    if (options.all) return callback(null, [...addresses]);
    const [first] = addresses;
    if (first) callback(null, first.address, first.family);
  };
