import { createTransport } from 'nodemailer';
import { smtpSettings } from './transport.ts';

/** How a mail server answered: with what keeps it from taking our mails, or `ok`. */
export type SmtpFinding = 'ok' | 'unreachable' | 'no_tls' | 'certificate' | 'login' | 'refused';

const certificate = /CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME|DEPTH_ZERO/;

/** Greets the mail server, takes up TLS and signs in, as for sending; no mail is sent. */
export async function inspectSmtp(smtpUrl: string): Promise<SmtpFinding> {
  const transport = createTransport({ ...smtpSettings(smtpUrl), connectionTimeout: 5_000, greetingTimeout: 5_000 });
  try {
    await transport.verify();
    return 'ok';
  } catch (error) {
    return findingOf(error);
  } finally {
    transport.close();
  }
}

/** The library keeps its own code in front and the reason of TLS in the message only, in OpenSSL's words. */
function findingOf(error: unknown): SmtpFinding {
  if (!(error instanceof Error)) return 'refused';
  const code = 'code' in error ? String(error.code) : '';
  if (certificate.test(code) || /certificate|self.signed/i.test(error.message)) return 'certificate';
  if (code === 'EAUTH') return 'login';
  if (code === 'ETLS' || /STARTTLS|SSL|TLS|wrong version/i.test(error.message)) return 'no_tls';
  if (code === 'EENVELOPE' || code === 'EPROTOCOL') return 'refused';
  return 'unreachable';
}
