import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeAuthority } from '../../../test/support/certificates.ts';
import { listenHttp } from '../../../test/support/local-server.ts';
import { freePort } from '../../../test/support/raw-client.ts';
import { systemClock } from '../../platform/clock/index.ts';
import { loadConfig } from '../../platform/config/index.ts';
import { examineMail, examineSlack } from './services.ts';

const authority = makeAuthority();
const trusted = getCACertificates('default');
beforeAll(() => setDefaultCACertificates([...trusted, authority.cert]));
afterAll(() => setDefaultCACertificates(trusted));

const good = authority.issue(['127.0.0.1']);

/** What the doctor says of a mail server; `taken` are the mails it got. */
async function mail(options: SMTPServerOptions, { login = '', scheme = 'smtps', sendTo = '' } = {}) {
  const port = await freePort();
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    ...options,
    onData: (stream, session, done) => {
      stream.resume().on('end', () => {
        taken.push(...session.envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const config = loadConfig({ SMTP_URL: `${scheme}://${login}127.0.0.1:${port}` });
  const { level, sentence } = await examineMail(config, sendTo === '' ? undefined : sendTo);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  return { said: `${level} ${sentence}`, taken };
}

describe('mail', () => {
  const onAuth: SMTPServerOptions['onAuth'] = ({ password }, _session, done) =>
    password === 'right' ? done(null, { user: 'coact' }) : done(new Error('no'));

  it('is well when the server takes our login; nothing is sent', async () => {
    const { said, taken } = await mail(
      { ...good, secure: true, authOptional: false, onAuth },
      { login: 'coact:right@' },
    );
    expect(said).toMatch(/^ok .*takes our login/);
    expect(taken).toEqual([]);
  });

  it('is sent when asked for', async () => {
    const { said, taken } = await mail({ ...good, secure: true }, { sendTo: 'maya@example.com' });
    expect(said).toMatch(/^ok .*took a mail to maya@example.com/);
    expect(taken).toEqual(['maya@example.com']);
  });

  it('is refused with a wrong login, and with a certificate that proves nothing', async () => {
    const login = 'coact:wrong@';
    expect((await mail({ ...good, secure: true, authOptional: false, onAuth }, { login })).said).toMatch(
      /^problem .*login/,
    );
    const other = makeAuthority().issue(['127.0.0.1']);
    expect((await mail({ ...other, secure: true })).said).toMatch(/^problem .*certificate/);
  });

  it('needs TLS, and somebody who answers', async () => {
    expect((await mail({ disabledCommands: ['STARTTLS'] }, { scheme: 'smtps' })).said).toMatch(/^problem .*TLS/);
    const { level } = await examineMail(loadConfig({ SMTP_URL: 'smtp://127.0.0.1:1' }), undefined);
    expect(level).toBe('problem');
  });
});

describe('Slack', () => {
  const secrets = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c', SLACK_SIGNING_SECRET: 's' };
  const slack = async (answer: string, headers = {}, settings: Record<string, string> = secrets) => {
    await using server = await listenHttp((_request, response) => response.writeHead(200, headers).end(answer));
    const found = await examineSlack(loadConfig({ ...settings, SLACK_API_URL: `${server.origin}/api` }), systemClock);
    return found.map(({ subject, level, sentence }) => `${subject} ${level} ${sentence}`).join('\n');
  };
  const secondsAgo = (seconds: number) => ({ date: new Date(Date.now() - seconds * 1_000).toUTCString() });

  it('is well when its settings are there and it answers', async () => {
    const said = await slack('{"ok":true}', secondsAgo(0));
    expect(said).toMatch(/Slack ok the settings are there, and Slack answers/);
    expect(said).toMatch(/Clock ok/);
  });

  it('is told of a setting that is missing, and of a proxy that answers in its place', async () => {
    expect(await slack('{"ok":true}', {}, { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 'c' })).toMatch(
      /problem lacks SLACK_SIGNING_SECRET/,
    );
    expect(await slack('<html>blocked</html>')).toMatch(/problem .*does not answer as Slack does/);
  });

  it('shows by its date that our clock is off', async () => {
    expect(await slack('{"ok":true}', secondsAgo(60))).toMatch(/Clock warning .*differs from Slack's by (59|60|61) s/);
    expect(await slack('{"ok":true}', secondsAgo(400))).toMatch(/Clock problem/);
  });
});
