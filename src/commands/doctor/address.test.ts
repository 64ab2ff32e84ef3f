import type { RequestListener } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority } from '../../../test/support/certificates.ts';
import { listenHttp } from '../../../test/support/local-server.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { examineAddresses } from './address.ts';

const authority = makeAuthority();
const trusted = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...trusted, authority.cert]));
afterAll(() => setDefaultCACertificates(trusted));

const good = authority.issue(['127.0.0.1', 'localhost'], 60);
const hsts = { 'strict-transport-security': 'max-age=63072000' };
const coact: RequestListener = (request, response) => {
  if (request.url === '/healthz') response.writeHead(200, hsts).end('{"ok":true}');
  else response.writeHead(404, { 'content-security-policy': "default-src 'none'" }).end();
};

async function findings(environment: Record<string, string>) {
  const found = await examineAddresses(loadConfig(environment), systemClock);
  return found.map(({ subject, level, sentence }) => `${subject} ${level} ${sentence}`).join('\n');
}

/** What the doctor says of a server with these answers and this TLS. */
async function examined(answer: RequestListener, tls: Parameters<typeof listenHttp>[1] = good) {
  await using server = await listenHttp(answer, tls);
  return await findings({ PUBLIC_URL: `https://127.0.0.1:${server.port}` });
}

describe('the address of the web app', () => {
  it('is well when Coact answers there, over good TLS', async () => {
    const said = await examined(coact);
    expect(said).toContain('ok https://127.0.0.1');
    expect(said).toMatch(/valid certificate for (59|60) more days/);
    expect(said).toContain('speaks TLSv1.3 and nothing below');
    expect(said).toContain('is answered by Coact');
    expect(said).not.toMatch(/warning|problem/);
  });

  it.each([
    ['has expired', authority.issue(['127.0.0.1'], -1), /problem the certificate .*CERT_HAS_EXPIRED/],
    ['is for another name', authority.issue(['other.example']), /problem the certificate .*ALTNAME/],
    ['is signed by nobody known', makeAuthority().issue(['127.0.0.1']), /problem the certificate .* is refused/],
    ['ends soon', authority.issue(['127.0.0.1'], 5), /warning the certificate .* ends in \d days/],
  ])('is told of a certificate that %s', async (_what, certificate, sentence) => {
    expect(await examined(coact, { cert: certificate.cert, key: certificate.key })).toMatch(sentence);
  });

  it('is told of versions that are too old', async () => {
    const tls = { ...good, minVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } as const;
    expect(await examined(coact, tls)).toContain('problem 127.0.0.1 still speaks TLS 1.0 or 1.1');
  });

  it('is told of a proxy that leads nowhere, or to something else', async () => {
    const away = await examined((_request, response) => response.writeHead(502).end());
    expect(away).toMatch(/problem .*something else than Coact \(502\)/);
    expect(await examined((_request, response) => response.end('welcome'))).toMatch(/problem .*something else/);
  });

  it('is told when browsers are not kept on https', async () => {
    const said = await examined((_request, response) => response.end('{"ok":true}'));
    expect(said).toContain('warning browsers are not told to stay with https');
  });

  it('is told when nobody listens, when there is no TLS, and when the name is not known', async () => {
    expect(await findings({ PUBLIC_URL: 'https://127.0.0.1:1' })).toMatch(/problem .*ECONNREFUSED/);
    await using plain = await listenHttp(coact);
    expect(await findings({ PUBLIC_URL: `https://127.0.0.1:${plain.port}` })).toMatch(/problem .*does not speak TLS/);
    expect(await findings({ PUBLIC_URL: 'https://nowhere.invalid' })).toMatch(/problem nowhere.invalid has no address/);
  });
});

describe('the address of short links', () => {
  it('is looked at like the other, and must be answered by Coact', async () => {
    await using app = await listenHttp(coact, good);
    await using other = await listenHttp((_request, response) => response.writeHead(404).end(), good);
    const publicUrl = `https://127.0.0.1:${app.port}`;
    const well = await findings({ PUBLIC_URL: publicUrl, LINKS_URL: `https://localhost:${app.port}` });
    expect(well).toMatch(/Short links ok https:\/\/localhost.*answered by Coact/);
    const wrong = await findings({ PUBLIC_URL: publicUrl, LINKS_URL: `https://localhost:${other.port}` });
    expect(wrong).toMatch(/Short links problem .*something else than Coact \(404\)/);
  });
});
