import { expect, it } from 'vitest';
import { loadConfig } from '../../platform/config/index.ts';
import { examineMetrics } from './metrics.ts';

const examined = (settings: Record<string, string>) => {
  const { level, sentence, mend = '' } = examineMetrics(loadConfig(settings));
  return `${level} ${sentence} ${mend}`;
};

it('is content with metrics that are off, or for this machine', () => {
  expect(examined({})).toMatch(/^ok they are off/);
  expect(examined({ METRICS_HOST: '0.0.0.0' })).toMatch(/^ok they are off/);
  for (const host of ['127.0.0.1', '::1', 'localhost']) {
    expect(examined({ METRICS_PORT: '9464', METRICS_HOST: host })).toMatch(/^ok they are served to this machine only/);
  }
});

it.each(['0.0.0.0', '::', '10.0.0.7', '203.0.113.7', 'coact.example.com'])(
  'warns of %s, and says how to mend it',
  (host) => {
    const said = examined({ METRICS_PORT: '9464', METRICS_HOST: host });
    expect(said).toContain(`warning they are served without a password to whoever reaches ${host}, port 9464.`);
    expect(said).toMatch(/firewall.*METRICS_HOST/);
  },
);
