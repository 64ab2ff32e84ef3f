import { getCACertificates, type SecureVersion } from 'node:tls';

/** TLS settings of every outbound connection. Set per connection, where they win over process-wide switches. */
export interface TlsSettings {
  readonly rejectUnauthorized: true;
  readonly minVersion: SecureVersion;
  readonly ca?: readonly string[];
}

/**
 * In: further certificate authorities in PEM (a company's own, or a test's), beside those that Node already trusts.
 * Out: settings with TLS 1.2 as the oldest version and verification on.
 */
export const tlsSettings = (authorities: readonly string[] = []): TlsSettings => ({
  rejectUnauthorized: true,
  minVersion: 'TLSv1.2',
  ...(authorities.length > 0 ? { ca: [...getCACertificates('default'), ...authorities] } : {}),
});

/**
 * Refuses a process in which certificate checks were switched off for every connection.
 *
 * In: the value of NODE_TLS_REJECT_UNAUTHORIZED (only the configuration reads the environment). Out: ok, or the sentence to stop with.
 * Our own connections would verify all the same; libraries with a connection of their own (database, mail) would not.
 */
export const checkTlsSwitch = (value: string | undefined): { ok: true } | { ok: false; sentence: string } =>
  value === '0'
    ? {
        ok: false,
        sentence:
          'NODE_TLS_REJECT_UNAUTHORIZED=0 switches certificate checks off. Remove it; to trust a company authority set NODE_EXTRA_CA_CERTS.',
      }
    : { ok: true };
