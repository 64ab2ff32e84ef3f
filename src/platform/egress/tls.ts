import { getCACertificates, type SecureVersion } from 'node:tls';

/**
 * TLS settings of every outbound connection. Set per connection, where they win over NODE_TLS_REJECT_UNAUTHORIZED (which the
 * configuration refuses anyway, because of libraries that open connections of their own).
 */
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
