import { describe, expect, it } from 'vitest';
import { configurationPage, configurationPath, writeConfigurationPage } from './configuration-page.ts';
import { repositoryOf } from './repository.ts';

describe('the page of settings', () => {
  it('keeps what a person wrote and replaces the table', () => {
    const once = writeConfigurationPage('# Configuration\n\nBy hand.\n');
    expect(once).toContain('By hand.');
    expect(once).toContain('`DATABASE_URL`');
    expect(writeConfigurationPage(once)).toBe(once);
  });

  it('is found to be out of date', async () => {
    const stale = writeConfigurationPage('# Configuration\n').replace('`PORT`', '`PORTS`');
    expect(await configurationPage.run(repositoryOf({ [configurationPath]: stale }))).toHaveLength(1);
  });
});
