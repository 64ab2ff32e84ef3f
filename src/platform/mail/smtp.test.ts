import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it } from 'vitest';
import { makeAuthority } from '../../../test/support/certificates.ts';
import { freePort } from '../../../test/support/raw-client.ts';
import { memoryLog } from '../log/index.ts';
import { openTransport } from './index.ts';

const message = { to: 'ada@example.com', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' };

/** A mail server on loopback that keeps what it takes. */
async function openServer(options: SMTPServerOptions) {
  const port = await freePort();
  const taken: { text: string; to: string[]; secure: boolean }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    ...options,
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        taken.push({ text: Buffer.concat(chunks).toString(), to, secure: session.secure });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '0.0.0.0', resolve));
  return {
    port,
    taken,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const open = (smtpUrl: string) =>
  openTransport({ smtpUrl, mailFrom: 'Coact <coact@example.com>', dataDir: '/nowhere', log: memoryLog() });

describe('smtp', () => {
  it('hands a mail over, in plain text to this machine only', async () => {
    await using server = await openServer({ disabledCommands: ['STARTTLS', 'AUTH'] });
    const transport = open(`smtp://127.0.0.1:${server.port}`);
    await transport.deliver('m1', message);
    transport.close();
    expect(server.taken).toHaveLength(1);
    expect(server.taken[0]).toMatchObject({ to: ['ada@example.com'], secure: false });
    expect(server.taken[0]?.text).toContain('Message-ID: <m1@coact>');
  });

  it('signs in with user and password of the address', async () => {
    let seen = '';
    await using server = await openServer({
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      authOptional: false,
      onAuth: ({ username, password }, _session, done) => {
        seen = `${username}/${password}`;
        done(null, { user: username });
      },
    });
    const transport = open(`smtp://us%40er:p%3Ass@localhost:${server.port}`);
    await transport.deliver('m1', message);
    transport.close();
    expect(seen).toBe('us@er/p:ss');
  });

  it('refuses a certificate that nobody vouches for', async () => {
    await using server = await openServer({ secure: true });
    const transport = open(`smtps://localhost:${server.port}`);
    await expect(transport.deliver('m1', message)).rejects.toThrow(/certificate|self.signed/i);
    transport.close();
    expect(server.taken).toEqual([]);
  });

  it('refuses to go on in plain text where the server is not known to be this machine', async () => {
    await using server = await openServer({ disabledCommands: ['STARTTLS'] });
    // This address leads here too, but it is not one of loopback's own names.
    const transport = open(`smtp://0.0.0.0:${server.port}`);
    await expect(transport.deliver('m1', message)).rejects.toThrow(/STARTTLS|TLS/);
    transport.close();
    expect(server.taken).toEqual([]);
  });

  it('goes over to TLS before it says anything, where the certificate holds', async () => {
    const authority = makeAuthority();
    const trusted = getCACertificates();
    setDefaultCACertificates([...trusted, authority.cert]);
    try {
      await using server = await openServer(authority.issue(['0.0.0.0']));
      const transport = open(`smtp://0.0.0.0:${server.port}`);
      await transport.deliver('m1', message);
      transport.close();
      expect(server.taken).toMatchObject([{ secure: true }]);
    } finally {
      setDefaultCACertificates(trusted);
    }
  });

  it('talks to no server that has nothing better than TLS 1.1', async () => {
    const authority = makeAuthority();
    const trusted = getCACertificates();
    setDefaultCACertificates([...trusted, authority.cert]);
    try {
      await using server = await openServer({ ...authority.issue(['0.0.0.0']), secure: true, ...oldTls });
      const transport = open(`smtps://0.0.0.0:${server.port}`);
      await expect(transport.deliver('m1', message)).rejects.toThrow(/protocol version|alert|EPROTO/i);
      transport.close();
    } finally {
      setDefaultCACertificates(trusted);
    }
  });
});

const oldTls = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
