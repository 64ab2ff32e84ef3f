import type { Config } from '../../platform/config/index.ts';
import { isLoopback } from '../../platform/config/index.ts';
import { about, type Finding } from './finding.ts';

/** Whether others than this machine reach the metrics: they ask for no password. */
export function examineMetrics({ metrics }: Pick<Config, 'metrics'>): Finding {
  const { ok, warning } = about('Metrics');
  if (metrics === null) return ok('they are off.');
  const place = `${metrics.host}, port ${metrics.port}`;
  if (isLoopback(metrics.host)) return ok(`they are served to this machine only (${place}).`);
  const mend = 'Let the firewall keep that port to your Prometheus, or unset METRICS_HOST.';
  return warning(`they are served without a password to whoever reaches ${place}.`, mend);
}
