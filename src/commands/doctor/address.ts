import type { Clock } from '../../platform/clock/index.ts';
import type { Config } from '../../platform/config/index.ts';
import { addressesOf, inspectCertificate, speaksOldTls, trustedFetch } from '../../platform/egress/index.ts';
import { about, type Finding } from './finding.ts';

const dayMs = 86_400_000;
const halfYearSeconds = 15_552_000;

/** Looks at the addresses of the web app and of the short links as a visitor does. */
export async function examineAddresses(config: Config, clock: Clock): Promise<Finding[]> {
  const app = await examineHost('Address', config.publicUrl, clock);
  const samePlace = new URL(config.linksUrl).host === new URL(config.publicUrl).host;
  const links = samePlace ? [] : await examineHost('Short links', config.linksUrl, clock);
  return [...app, ...links, ...(await examineAnswers(config, app, links))];
}

/** Name, certificate and versions of TLS. */
async function examineHost(subject: string, address: string, clock: Clock): Promise<Finding[]> {
  const { ok, warning, problem, notChecked } = about(subject);
  const setting = subject === 'Address' ? 'PUBLIC_URL' : 'LINKS_URL';
  const url = new URL(address);
  if (url.protocol === 'http:') {
    return [
      warning(`${address} is for this machine only.`, `Set ${setting} to an https address to let others in.`),
      notChecked('TLS is not checked: there is none on this machine.'),
    ];
  }
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if ((await addressesOf(host)).length === 0) {
    return [problem(`${host} has no address.`, `Enter it in the DNS, or mend ${setting}.`)];
  }
  const port = Number(url.port || 443);
  const shown = await inspectCertificate(host, port);
  if (!shown.ok) {
    return [
      problem(`${address} does not speak TLS (${shown.code}).`, 'Start the proxy in front of Coact, or open its port.'),
    ];
  }
  const { validTo, refusedFor, protocol } = shown.found;
  if (refusedFor !== null) {
    return [
      problem(
        `the certificate of ${host} is refused (${refusedFor}).`,
        'Renew it, with this name and the whole chain.',
      ),
    ];
  }
  const days = Math.floor((validTo.getTime() - clock.now().getTime()) / dayMs);
  const findings = [
    days < 14
      ? warning(`the certificate of ${host} ends in ${days} days.`, 'See why the proxy has not renewed it.')
      : ok(`${address} has a valid certificate for ${days} more days.`),
  ];
  if (await speaksOldTls(host, port)) {
    findings.push(problem(`${host} still speaks TLS 1.0 or 1.1.`, 'Let the proxy speak TLS 1.2 and 1.3 only.'));
  } else findings.push(ok(`${host} speaks ${protocol} and nothing below TLS 1.2.`));
  return findings;
}

/** What answers there; only asked where the connection itself is good. */
async function examineAnswers(config: Config, app: readonly Finding[], links: readonly Finding[]): Promise<Finding[]> {
  const isGood = (findings: readonly Finding[]) =>
    findings.every((one) => one.level === 'ok' || one.level === 'warning');
  const findings: Finding[] = [];
  if (config.publicUrl.startsWith('https:') && isGood(app)) findings.push(...(await examineApp(config.publicUrl)));
  if (links.length > 0 && config.linksUrl.startsWith('https:') && isGood(links)) {
    findings.push(await examineLinks(config.linksUrl));
  }
  return findings;
}

async function examineApp(address: string): Promise<Finding[]> {
  const { ok, warning, problem } = about('Address');
  const answer = await visit(`${address}/healthz`);
  const healthy = answer !== null && answer.status === 200 && (await answer.text().catch(() => '')) === '{"ok":true}';
  if (!healthy) {
    const what = answer === null ? 'does not answer' : `is answered by something else than Coact (${answer.status})`;
    return [problem(`${address} ${what}.`, 'Start coact serve, and let the proxy send this host to HOST and PORT.')];
  }
  const findings = [ok(`${address} is answered by Coact.`)];
  const age = Number(/max-age=(\d+)/.exec(answer.headers.get('strict-transport-security') ?? '')?.[1] ?? 0);
  if (age < halfYearSeconds) {
    findings.push(
      warning('browsers are not told to stay with https (HSTS).', 'Let the proxy pass Coact’s headers on.'),
    );
  }
  return [...findings, ...(await examinePlain(address))];
}

/** Port 80 must send visitors on, or be shut. Only asked where the address is on the usual port. */
async function examinePlain(address: string): Promise<Finding[]> {
  const url = new URL(address);
  if (url.port !== '') return [];
  const answer = await visit(`http://${url.hostname}/`);
  const onward = answer?.headers.get('location') ?? '';
  if (answer === null || (answer.status >= 300 && answer.status < 400 && onward.startsWith('https:'))) return [];
  const { problem } = about('Address');
  return [problem(`http://${url.hostname} is answered in the clear.`, 'Let the proxy redirect it to https.')];
}

async function examineLinks(address: string): Promise<Finding> {
  const { ok, problem } = about('Short links');
  const answer = await visit(`${address}/doctor-asks-for-no-link`);
  // Whatever stands there for a visitor, this answer for a link that does not exist carries Coact's own headers.
  if (answer?.status === 404 && answer.headers.has('content-security-policy'))
    return ok(`${address} is answered by Coact.`);
  const what = answer === null ? 'does not answer' : `is answered by something else than Coact (${answer.status})`;
  return problem(`${address} ${what}.`, 'Let the proxy send this host to HOST and PORT too, with its Host header.');
}

async function visit(address: string): Promise<Response | null> {
  const fetch = trustedFetch([new URL(address).origin], { timeoutMs: 5_000, maxBytes: 1_000_000 });
  try {
    return await fetch(address, { redirect: 'manual' });
  } catch {
    return null;
  }
}
