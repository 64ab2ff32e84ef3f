import { randomUUID } from 'node:crypto';
import { createServer as createSocketServer } from 'node:net';
import { Hono } from 'hono';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { escapeHtml, page } from './page.ts';

export interface Mail {
  readonly id: string;
  readonly at: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

export interface MailCatcher {
  /** What came in, newest first. */
  messages(): readonly Mail[];
  clear(): void;
  close(): Promise<void>;
}

/** Takes every mail that is sent to smtp://localhost:`port` and keeps the last 200 in memory. Nothing is sent on. */
export async function startMail(port: number): Promise<MailCatcher> {
  const mails: Mail[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    size: 10 * 1024 * 1024,
    onAuth: (_auth, _session, done) => done(null, { user: 'anybody' }),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map((each) => each.address);
        readMail(Buffer.concat(chunks), to).then(
          (mail) => {
            mails.unshift(mail);
            mails.length = Math.min(mails.length, 200);
            done();
          },
          (error: Error) => done(error),
        );
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((done, fail) => {
    smtp.server.once('error', fail);
    smtp.listen(port, '127.0.0.1', () => done());
  });
  const twin = createSocketServer((socket) => smtp.server.emit('connection', socket));
  twin.on('error', () => undefined);
  twin.listen(port, '::1');
  return {
    messages: () => mails,
    clear: () => {
      mails.length = 0;
    },
    close: async () => {
      twin.close();
      await new Promise<void>((done) => smtp.close(() => done()));
    },
  };
}

async function readMail(raw: Buffer, to: readonly string[]): Promise<Mail> {
  const parsed = await PostalMime.parse(raw);
  return {
    id: randomUUID(),
    at: new Date().toISOString(),
    from: parsed.from?.address ?? '',
    to,
    subject: parsed.subject ?? '(no subject)',
    text: parsed.text ?? '',
    html: parsed.html ?? null,
  };
}

/** The page that lists the caught mails. HTML mails are shown in a sandbox: no scripts, links open in a new tab. */
export function createMailPage(catcher: MailCatcher, startPageUrl: string): Hono {
  const app = new Hono();
  app.get('/', (context) => {
    const mails = catcher.messages();
    const list = mails.map((each, index) => oneMail(each, index === 0)).join('');
    return context.html(
      page({
        title: mails.length > 0 ? `Mail (${mails.length})` : 'Mail',
        crumb: { label: 'Practice workspace', url: startPageUrl },
        refreshSeconds: 2,
        body: `<h1>Mail</h1>
          <p class="lead">Everything that Coact sends by e-mail ends here, whoever it is for. Nothing leaves this machine.</p>
          ${list === '' ? '<p class="empty">No mail yet. This page looks for new ones by itself.</p>' : `<div class="mails">${list}</div>`}`,
      }),
    );
  });
  app.get('/messages', (context) => context.json(catcher.messages()));
  app.get('/html/:id', (context) => {
    const mail = catcher.messages().find((each) => each.id === context.req.param('id'));
    if (!mail?.html) return context.notFound();
    return context.html(`<base target="_blank">${mail.html}`, 200, {
      'content-security-policy':
        "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; font-src data:; sandbox allow-popups allow-popups-to-escape-sandbox",
    });
  });
  return app;
}

function oneMail(mail: Mail, isOpen: boolean): string {
  const time = new Date(mail.at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  const content =
    mail.html === null
      ? `<pre>${linked(mail.text)}</pre>`
      : `<iframe title="${escapeHtml(mail.subject)}" src="/html/${mail.id}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return `<details class="card mail"${isOpen ? ' open' : ''}>
    <summary><b>${escapeHtml(mail.subject)}</b><small>to ${escapeHtml(mail.to.join(', '))}</small><small>${time}</small></summary>${content}</details>`;
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) =>
      index % 2 === 1 ? `<a target="_blank" href="${escapeHtml(part)}">${escapeHtml(part)}</a>` : escapeHtml(part),
    )
    .join('');
}
