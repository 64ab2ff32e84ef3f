import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { connect, type SecureVersion, type TLSSocket } from 'node:tls';

/** What a server shows in a TLS handshake. */
export interface ShownCertificate {
  /** `TLSv1.3` and the like. */
  readonly protocol: string;
  readonly validTo: Date;
  /** Why a careful client refuses it, as node's code (`CERT_HAS_EXPIRED`); null when it would be taken. */
  readonly refusedFor: string | null;
}

export type Inspected<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly code: string };

const timeoutMs = 5_000;

/** The addresses of a host; empty when it has none. */
export async function addressesOf(host: string): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    return [];
  }
}

/** Shakes hands with a server that the operator configured and reads what it shows. Nothing is sent. */
export function inspectCertificate(host: string, port: number): Promise<Inspected<ShownCertificate>> {
  return handshake(host, port, { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.3' }, (socket) => ({
    protocol: socket.getProtocol() ?? '',
    validTo: new Date(socket.getPeerCertificate().valid_to),
    refusedFor: socket.authorized ? null : codeOf(socket.authorizationError),
  }));
}

/** Whether a server still speaks TLS 1.0 or 1.1 (deprecated by RFC 8996). */
export async function speaksOldTls(host: string, port: number): Promise<boolean> {
  const tried = await handshake(host, port, { minVersion: 'TLSv1', maxVersion: 'TLSv1.1' }, () => true);
  return tried.ok;
}

/**
 * The certificate is looked at instead of being required, so that what is wrong with it can be said; no byte of the
 * application goes over such a connection.
 */
function handshake<T>(
  host: string,
  port: number,
  versions: { readonly minVersion: SecureVersion; readonly maxVersion: SecureVersion },
  read: (socket: TLSSocket) => T,
): Promise<Inspected<T>> {
  // OpenSSL's level 0 is needed to offer the old versions at all.
  const ciphers = versions.maxVersion === 'TLSv1.1' ? { ciphers: 'DEFAULT@SECLEVEL=0' } : {};
  const name = isIP(host) === 0 ? { servername: host } : {};
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port,
      rejectUnauthorized: false,
      timeout: timeoutMs,
      ...name,
      ...versions,
      ...ciphers,
    });
    const end = (result: Inspected<T>) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('secureConnect', () => end({ ok: true, found: read(socket) }));
    socket.once('timeout', () => end({ ok: false, code: 'ETIMEDOUT' }));
    socket.on('error', (error) => end({ ok: false, code: codeOf(error) }));
  });
}

function codeOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
