import { describe, expect, it } from 'vitest';
import { ConfigError, configuredHosts, describeConfig, loadConfig, settings } from './index.ts';

describe('loadConfig', () => {
  it('needs nothing', () => {
    const config = loadConfig({});
    expect(config.publicUrl).toBe('http://localhost:3000');
    expect(config.linksUrl).toBe('http://localhost:3000/l');
    expect(config.databaseUrl).toBeUndefined();
    expect(config.slack.apiUrl).toBe('https://slack.com/api/');
  });

  it('follows the port in the default address', () => {
    expect(loadConfig({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100');
  });

  it('counts an empty variable as not set', () => {
    expect(loadConfig({ DATABASE_URL: '', HOST: '' }).host).toBe('127.0.0.1');
  });

  it('has metrics and traces off until they are asked for', () => {
    expect(loadConfig({ METRICS_HOST: '10.0.0.7' })).toMatchObject({ metrics: null, traces: null });
    const config = loadConfig({
      METRICS_PORT: '9464',
      OTLP_TRACES_URL: 'http://127.0.0.1:4318/v1/traces',
      OTLP_TRACES_HEADERS: 'x-team=coact,authorization=Basic YWJj=',
    });
    expect(config.metrics).toEqual({ host: '127.0.0.1', port: 9464 });
    expect(config.traces).toEqual({
      url: 'http://127.0.0.1:4318/v1/traces',
      headers: { 'x-team': 'coact', authorization: 'Basic YWJj=' },
      ratio: 0.1,
    });
  });

  it('knows the hosts that it names', () => {
    const hosts = configuredHosts(loadConfig({ OIDC_ISSUER: 'https://id.example.com/x', OIDC_CLIENT_ID: 'c' }));
    expect(hosts).toEqual(expect.arrayContaining(['slack.com', 'plc.directory', 'bsky.social', 'id.example.com']));
  });

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
    [{ PUBLIC_URL: 'http://coact.example.com' }, 'PUBLIC_URL: plain http'],
    [{ PUBLIC_URL: 'https://example.com/coact' }, 'PUBLIC_URL: give the host only'],
    [{ LINKS_URL: 'https://go.example.com/?a=1' }, 'LINKS_URL: give it without'],
    [{ METRICS_PORT: '3000' }, 'METRICS_PORT: metrics are never on the public port'],
    [{ OTLP_TRACES_URL: 'http://collector.example.com' }, 'OTLP_TRACES_URL: plain http'],
    [{ OTLP_TRACES_URL: 'https://me:pw@collector.example.com' }, 'OTLP_TRACES_URL: give it without a password'],
    [{ OTLP_TRACES_HEADERS: 'x-key' }, 'OTLP_TRACES_HEADERS: write it as'],
    [{ OTLP_TRACES_RATIO: '2' }, 'OTLP_TRACES_RATIO'],
    [{ NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
    [{ NODE_ENV: 'production', PUBLIC_URL: 'https://coact.example.com' }, 'LINKS_URL: in production'],
    [
      {
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://coact.example.com',
        LINKS_URL: 'https://go.example.com',
        SLACK_API_URL: 'https://evil.example',
      },
      'SLACK_API_URL: a changed address',
    ],
  ])('refuses %o with a sentence', (env, sentence) => {
    expect(() => loadConfig(env)).toThrow(ConfigError);
    expect(() => loadConfig(env)).toThrow(sentence);
  });

  it('names every wrong setting at once', () => {
    expect(() => loadConfig({ PORT: 'x', CLICKS: 'never' })).toThrow(/PORT[\s\S]*CLICKS/);
  });
});

describe('describeConfig', () => {
  it('has a row with a sentence for every setting', () => {
    const table = describeConfig();
    for (const name of Object.keys(settings))
      expect(table).toMatch(new RegExp(`\\| \`${name}\` \\| .+ \\| .{10,} \\|`));
  });
});
