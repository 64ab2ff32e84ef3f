import { metrics, spans } from './instruments.ts';
import type { Domain, Domains } from './labels.ts';

const plainName = (name: string) => name.replaceAll(/[^a-z0-9_]/gi, '_').replaceAll(/_{2,}/g, '_');

/** The name as Prometheus shows it. */
function prometheusName(name: string, kind: 'counter' | 'gauge' | 'histogram'): string {
  const plain = plainName(name);
  return kind === 'counter' && !plain.endsWith('_total') ? `${plain}_total` : plain;
}

const sets: Readonly<Record<string, string>> = {
  route: "patterns of Coact's routes; `/*` for pages and files",
  job: 'kinds of jobs',
  host: 'configured hosts',
  limit: 'names of limits',
  network: 'networks',
  version: 'version',
};

/** The tables of metrics and spans for docs/operating/monitoring.md. */
export function describeTelemetry(): string {
  const rows = Object.entries(metrics).map(
    ([name, { kind, unit, description, attributes }]) =>
      `| \`${prometheusName(name, kind)}\` | ${kind} | ${unit.replaceAll(/[{}]/g, '')} | ${description} | ${describeAll(attributes, plainName)} |`,
  );
  const traced = Object.entries(spans).map(([name, { root, attributes }]) => {
    return `| \`${name}\` | ${root ? 'begins a trace' : 'within one'} | ${describeAll(attributes)} |`;
  });
  return [
    '| metric | kind | unit | what it says | labels |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '| span | | attributes |',
    '| --- | --- | --- |',
    ...traced,
    '',
  ].join('\n');
}

function describeAll(domains: Domains, shown = (name: string) => name): string {
  const named = Object.entries(domains).map(([name, domain]) => `\`${shown(name)}\`: ${describeDomain(domain)}`);
  return named.length === 0 ? '–' : named.join('; ');
}

function describeDomain(domain: Domain): string {
  const values = 'among' in domain ? domain.among : domain;
  return typeof values === 'string' ? (sets[values] ?? values) : values.join(', ');
}
