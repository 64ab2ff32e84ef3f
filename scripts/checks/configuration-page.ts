import { describeConfig } from '../../src/platform/config/index.ts';
import { type Check, fileCheck } from './check.ts';

/** The page that lists every setting; everything below its mark is written by scripts/write-docs.ts. */
export const configurationPath = 'docs/operating/configuration.md';

const mark = '<!-- Written by `node scripts/write-docs.ts` from src/platform/config. -->';

/** The page as it should be: what stands above the mark is kept. */
export function writeConfigurationPage(current: string): string {
  const [opening = ''] = current.split(mark);
  return `${opening.trimEnd()}\n\n${mark}\n\n${describeConfig().trimEnd()}\n`;
}

/** The page shows the settings that the code has. */
export const configurationPage: Check = fileCheck('documentation of settings', (repository) => {
  const current = repository.read(configurationPath);
  if (current === writeConfigurationPage(current)) return [];
  return [
    { where: configurationPath, problem: 'differs from the code: run `node scripts/write-docs.ts` and commit it' },
  ];
});
