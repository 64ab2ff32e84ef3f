import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { monitoringPage, monitoringPath, writeMonitoringPage } from './monitoring-page.ts';
import { repositoryOf } from './repository.ts';

describe('the page of metrics', () => {
  it('keeps what a person wrote and replaces the tables', () => {
    const once = writeMonitoringPage('# Monitoring\n\nBy hand.\n');
    expect(once).toContain('By hand.');
    expect(once).toContain('`coact_share_attempts_total` | counter');
    expect(once.match(/^\| `/gm)?.length).toBeGreaterThan(20);
    expect(writeMonitoringPage(once)).toBe(once);
  });

  it('is found to be out of date', async () => {
    const stale = writeMonitoringPage('# Monitoring\n').replace('counter', 'gauge');
    expect(await monitoringPage.run(repositoryOf({ [monitoringPath]: stale }))).toHaveLength(1);
  });

  it('alerts on metrics that there are', () => {
    const page = readFileSync(monitoringPath, 'utf8');
    const [byHand = '', tables = ''] = page.split('<!--');
    const named = byHand.match(/\b(?:coact|http|db|nodejs)_[a-z0-9_]+\b(?!=)/g) ?? [];
    expect(named.length).toBeGreaterThan(8);
    for (const name of named) expect(tables).toContain(`\`${name.replace(/_(bucket|count|sum)$/, '')}`);
  });
});
