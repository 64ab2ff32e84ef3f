import { join } from 'node:path';
import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { trustedFetch } from '../../platform/egress/index.ts';
import { memoryLog } from '../../platform/log/index.ts';
import { inspectSmtp, openTransport, type SmtpFinding } from '../../platform/mail/index.ts';
import { about, type Finding } from './finding.ts';

const smtpSentences: Readonly<Record<Exclude<SmtpFinding, 'ok'>, readonly [string, string]>> = {
  unreachable: ['does not answer', 'Check host and port in SMTP_URL, and that this machine may reach it.'],
  no_tls: ['does not offer TLS', 'Use smtps://, or a server with STARTTLS: mails do not go out in the clear.'],
  certificate: ['shows a certificate that is refused', 'Use the name that stands in its certificate, and renew it.'],
  login: ['refuses the login', 'Check user and password in SMTP_URL.'],
  refused: ['refuses to talk to us', 'See its log for this machine.'],
};

/** Greets the mail server and signs in; a mail is sent only when an address for one is given. */
export async function examineMail(config: Config, sendTo: string | undefined): Promise<Finding> {
  const { ok, warning, problem } = about('Mail');
  if (config.smtpUrl === undefined) {
    const folder = join(config.dataDir, 'outbox');
    return warning(`mails are written to ${folder} instead of being sent.`, 'Set SMTP_URL.');
  }
  const { host } = new URL(config.smtpUrl);
  const found = await inspectSmtp(config.smtpUrl);
  if (found !== 'ok') {
    const [sentence, mend] = smtpSentences[found];
    return problem(`${host} ${sentence}.`, mend);
  }
  if (sendTo === undefined) return ok(`${host} takes our login. No mail was sent.`);
  const transport = openTransport({ ...config, log: memoryLog() });
  try {
    const text = 'Coact can send mail. Somebody asked it to show that: coact doctor --send-mail-to.';
    await transport.deliver(crypto.randomUUID(), {
      to: sendTo,
      subject: 'Coact can send mail',
      text,
      html: `<p>${text}</p>`,
    });
    return ok(`${host} took a mail to ${sendTo}. See whether it arrives.`);
  } catch {
    return problem(
      `${host} did not take a mail to ${sendTo}.`,
      'Check MAIL_FROM: many servers take their own senders only.',
    );
  } finally {
    transport.close();
  }
}

/** Asks Slack whether it answers (api.test), and compares clocks by the date it answers with. */
export async function examineSlack({ slack }: Config, clock: Clock): Promise<Finding[]> {
  const { ok, warning, problem } = about('Slack');
  const wanted = {
    SLACK_CLIENT_ID: slack.clientId,
    SLACK_CLIENT_SECRET: slack.clientSecret,
    SLACK_SIGNING_SECRET: slack.signingSecret,
  };
  const missing = Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [name] : []));
  if (missing.length > 0) {
    const what = missing.length === 3 ? 'is not set up' : `lacks ${missing.join(' and ')}`;
    const finding = missing.length === 3 ? warning : problem;
    return [finding(`${what}.`, `Set ${missing.join(', ')} (docs/operating/slack-app.md).`)];
  }
  const fetch = trustedFetch([slack.apiUrl], { timeoutMs: 5_000 });
  const answer = await fetch(`${slack.apiUrl}api.test`, { method: 'POST' }).catch(() => null);
  const body: unknown = await answer?.json().catch(() => null);
  if (answer === null || typeof body !== 'object' || body === null || !('ok' in body)) {
    return [problem(`${slack.apiUrl} does not answer as Slack does.`, 'Let this machine reach it on port 443.')];
  }
  return [ok('the settings are there, and Slack answers.'), compareClocks(answer, clock)];
}

/** Slack's signed requests are refused when our clock is off by five minutes. */
function compareClocks(answer: Response, clock: Clock): Finding {
  const { ok, warning, problem, notChecked } = about('Clock');
  const theirs = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(theirs)) return notChecked('Slack’s answer has no date to compare with.');
  const seconds = Math.round(Math.abs(clock.now().getTime() - theirs) / 1_000);
  const what = `this machine's clock differs from Slack's by ${seconds} s.`;
  const mend = 'Keep it by NTP: requests from Slack are refused beyond 300 s.';
  if (seconds > 240) return problem(what, mend);
  return seconds > 10 ? warning(what, mend) : ok(what);
}
