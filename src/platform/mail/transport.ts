import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { isLoopback } from '../config/index.ts';
import type { Log } from '../log/index.ts';
import { type Message, messageSchema } from './message.ts';

/** Hands a mail over; resolves when the next server (or the disk) has taken it. */
export type Transport = { deliver(id: string, message: Message): Promise<void>; close(): void };

type Settings = {
  readonly smtpUrl?: string | undefined;
  readonly mailFrom: string;
  readonly dataDir: string;
  readonly log: Log;
};

/** SMTP where a server is configured, else files in DATA_DIR/outbox. */
export function openTransport(settings: Settings): Transport {
  return settings.smtpUrl === undefined ? toFolder(settings) : toServer(settings.smtpUrl, settings.mailFrom);
}

function toServer(smtpUrl: string, from: string): Transport {
  const transport = createTransport(smtpSettings(smtpUrl));
  return {
    deliver: async (id, message) => {
      await transport.sendMail(compose(id, message, from));
    },
    close: () => transport.close(),
  };
}

/**
 * TLS 1.2 or later with a verified certificate, by STARTTLS where the address says smtp:. Plain text is for loopback
 * only, where there is nobody between.
 */
export function smtpSettings(smtpUrl: string) {
  const url = new URL(smtpUrl);
  const plain = url.protocol === 'smtp:' && isLoopback(url.hostname);
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port || (secure ? 465 : 587)),
    secure,
    requireTLS: !plain,
    ignoreTLS: plain,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: true },
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as const;
}

function toFolder({ dataDir, mailFrom, log }: Settings): Transport {
  const folder = join(dataDir, 'outbox');
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });
  return {
    deliver: async (id, message) => {
      const { message: bytes } = await composer.sendMail(compose(id, message, mailFrom));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, `${id}.eml`);
      // Written aside first, so that whoever watches the folder never reads half a mail.
      await writeFile(`${path}.part`, bytes as Buffer, { mode: 0o600 });
      await rename(`${path}.part`, path);
      log.info({ event: 'mail.written', mailId: id, folder });
    },
    close: () => composer.close(),
  };
}

function compose(id: string, message: Message, from: string) {
  const { to, subject, text, html, unsubscribeUrl } = messageSchema.parse(message);
  // As an object, an address is never parsed as a list: "a@x.org, b@y.org" stays one (invalid) recipient.
  const headers = {
    ...{ 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    ...(unsubscribeUrl === undefined
      ? {}
      : { 'List-Unsubscribe': `<${unsubscribeUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
  return { from, to: { name: '', address: to }, subject, text, html, headers, messageId: `<${id}@coact>` };
}
