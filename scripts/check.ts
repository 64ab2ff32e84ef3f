/** `npm run check`: everything about the repository that is not a test. All checks run, also when one has failed. */
import { budgets, type Measure } from './checks/budgets.ts';
import type { Check, Finding } from './checks/check.ts';
import { configurationPage } from './checks/configuration-page.ts';
import { lockFileCheck } from './checks/lock-file.ts';
import { monitoringPage } from './checks/monitoring-page.ts';
import { places } from './checks/places.ts';
import { openRepository } from './checks/repository.ts';
import { rolesPage } from './checks/roles-page.ts';
import { toolChecks } from './checks/tools.ts';
import { fileNames, forbiddenText } from './checks/words.ts';

const checks: readonly Check[] = [
  lockFileCheck,
  fileNames,
  forbiddenText,
  places,
  configurationPage,
  monitoringPage,
  rolesPage,
  budgets(printMeasures),
  ...toolChecks,
];

let failed = 0;
const repository = openRepository(process.cwd());
for (const check of checks) {
  const started = performance.now();
  const findings = await check.run(repository).catch(asFinding);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${findings.length === 0 ? '  ok  ' : 'FAILED'}  ${check.name} (${seconds} s)`);
  for (const finding of findings)
    console.log(`        ${finding.where}: ${finding.problem.replaceAll('\n', '\n        ')}`);
  if (findings.length > 0) failed += 1;
}
console.log(`\n${checks.length - failed} checks passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function asFinding(error: unknown): readonly Finding[] {
  return [{ where: 'the check itself', problem: error instanceof Error ? error.message : String(error) }];
}

function printMeasures(measures: readonly Measure[]): void {
  const width = Math.max(...measures.map((row) => row.name.length));
  for (const row of measures) {
    const verdict = row.budget === '' ? '' : `  ${row.budget}${row.kept ? '' : '  OVER'}`;
    console.log(`        ${row.name.padEnd(width)}  ${String(row.value).padStart(8)}${verdict}`);
  }
}
