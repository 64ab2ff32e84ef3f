import { describeTelemetry } from '../../src/platform/telemetry/index.ts';
import { type Check, fileCheck } from './check.ts';

/** The page on metrics and traces; everything below its mark is written by scripts/write-docs.ts. */
export const monitoringPath = 'docs/operating/monitoring.md';

const mark = '<!-- Written by `node scripts/write-docs.ts` from src/platform/telemetry. -->';

/** The page as it should be: what stands above the mark is kept. */
export function writeMonitoringPage(current: string): string {
  const [opening = ''] = current.split(mark);
  return `${opening.trimEnd()}\n\n${mark}\n\n${describeTelemetry().trimEnd()}\n`;
}

/** The page shows the metrics and spans that the code has. */
export const monitoringPage: Check = fileCheck('documentation of metrics', (repository) => {
  const current = repository.read(monitoringPath);
  if (current === writeMonitoringPage(current)) return [];
  return [{ where: monitoringPath, problem: 'differs from the code: run `node scripts/write-docs.ts` and commit it' }];
});
