import { describe, expect, it } from 'vitest';
import { ConfigError, configuredHosts, describeConfig, loadConfig, settings } from './index.ts';

const twilio = { TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 't', TWILIO_FROM: '+15550001111' };

const stripe = {
  STRIPE_SECRET_KEY: `sk_test_${'0'.repeat(8)}`,
  STRIPE_WEBHOOK_SECRET: 'whsec_0',
  STRIPE_PRICE_YEARLY: 'price_1',
};

describe('loadConfig', () => {
  it('needs nothing', () => {
    const config = loadConfig({});
    expect(config.publicUrl).toBe('http://localhost:3000');
    expect(config.linksUrl).toBe('http://localhost:3000/l');
    expect(config.databaseUrl).toBeUndefined();
    expect(config.slack.apiUrl).toBe('https://slack.com/api/');
    expect(config.mastodon.serverUrl).toBeNull();
  });

  it('follows the port in the default address', () => {
    expect(loadConfig({ PORT: '4100' }).publicUrl).toBe('http://localhost:4100');
  });

  it('has texts and calls off until an account is given, by token or by key', () => {
    expect(loadConfig({}).twilio).toBeNull();
    expect(loadConfig(twilio).twilio).toMatchObject({ user: twilio.TWILIO_ACCOUNT_SID, password: 't' });
    const key = { TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}`, TWILIO_API_KEY_SECRET: 's' };
    const byKey = loadConfig({ ...twilio, TWILIO_AUTH_TOKEN: '', ...key }).twilio;
    expect(byKey).toMatchObject({ user: key.TWILIO_API_KEY_SID, password: 's', url: 'https://api.twilio.com' });
  });

  it('bills nobody until an account at Stripe is given, with a price at least', () => {
    expect(loadConfig({}).stripe).toBeNull();
    expect(loadConfig(stripe).stripe).toMatchObject({
      apiBase: 'https://api.stripe.com',
      trialDays: 30,
      prices: { monthly: null, yearly: 'price_1' },
    });
    expect(configuredHosts(loadConfig(stripe))).toContain('api.stripe.com');
    expect(configuredHosts(loadConfig({}))).not.toContain('api.stripe.com');
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
    expect(hosts).toEqual(
      expect.arrayContaining([
        'slack.com',
        'plc.directory',
        'bsky.social',
        'id.example.com',
        'www.linkedin.com',
        'api.linkedin.com',
        'api.x.com',
      ]),
    );
  });

  it.each([
    [{ PORT: 'many' }, 'PORT'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL'],
    [{ PUBLIC_URL: 'http://coact.example.com' }, 'PUBLIC_URL: plain http'],
    [{ PUBLIC_URL: 'https://example.com/coact' }, 'PUBLIC_URL: give the host only'],
    [{ LINKS_URL: 'https://go.example.com/?a=1' }, 'LINKS_URL: give it without'],
    [{ LINKEDIN_CLIENT_ID: 'app' }, 'LINKEDIN_CLIENT_SECRET: LinkedIn takes no app without'],
    [{ LINKEDIN_CLIENT_SECRET: 's' }, 'LINKEDIN_CLIENT_ID: there is a secret without an app'],
    [{ LINKEDIN_VERSION: '2026-09' }, 'LINKEDIN_VERSION: write it as 202609'],
    [{ X_CLIENT_SECRET: 's' }, 'X_CLIENT_ID: there is a secret without an app'],
    [{ THREADS_APP_ID: '1234567890' }, 'THREADS_APP_SECRET: THREADS_APP_ID is set; give both'],
    [{ THREADS_APP_SECRET: 's' }, 'THREADS_APP_ID: THREADS_APP_SECRET is set; give both'],
    [{ THREADS_APP_ID: 'app' }, 'THREADS_APP_ID: is not the ID of an app'],
    [{ THREADS_GRAPH_URL: 'http://graph.example.com' }, 'THREADS_GRAPH_URL: plain http'],
    [{ MASTODON_SERVER_URL: 'http://social.example.com' }, 'MASTODON_SERVER_URL: plain http'],
    [{ MASTODON_SERVER_URL: 'https://example.com/social' }, 'MASTODON_SERVER_URL: give the host only'],
    [{ METRICS_PORT: '3000' }, 'METRICS_PORT: metrics are never on the public port'],
    [{ OTLP_TRACES_URL: 'http://collector.example.com' }, 'OTLP_TRACES_URL: plain http'],
    [{ OTLP_TRACES_URL: 'https://me:pw@collector.example.com' }, 'OTLP_TRACES_URL: give it without a password'],
    [{ OTLP_TRACES_HEADERS: 'x-key' }, 'OTLP_TRACES_HEADERS: write it as'],
    [{ OTLP_TRACES_RATIO: '2' }, 'OTLP_TRACES_RATIO'],
    [{ TWILIO_FROM: '+15550001111' }, 'TWILIO_ACCOUNT_SID: texts and calls need it'],
    [{ TWILIO_FROM: '0171 1234' }, 'TWILIO_FROM: write it as'],
    [{ TWILIO_ACCOUNT_SID: 'SK1' }, 'TWILIO_ACCOUNT_SID: is not the SID of an account'],
    [{ ...twilio, TWILIO_API_KEY_SID: `SK${'0'.repeat(32)}` }, 'TWILIO_API_KEY_SECRET: texts and calls need it'],
    [{ ...twilio, TWILIO_API_KEY_SECRET: 's' }, 'TWILIO_AUTH_TOKEN: an API key is given too'],
    [{ ...twilio, TWILIO_URL: 'http://twilio.example.com' }, 'TWILIO_URL: plain http'],
    [{ STRIPE_PRICE_MONTHLY: 'price_1' }, 'STRIPE_SECRET_KEY: billing needs it'],
    [{ ...stripe, STRIPE_WEBHOOK_SECRET: '' }, 'STRIPE_WEBHOOK_SECRET: billing needs it'],
    [{ ...stripe, STRIPE_PRICE_YEARLY: '' }, 'STRIPE_PRICE_MONTHLY: billing needs a price'],
    [{ ...stripe, STRIPE_SECRET_KEY: 'pk_test_1' }, 'STRIPE_SECRET_KEY: is not a secret'],
    [{ ...stripe, STRIPE_API_BASE: 'http://stripe.example.com' }, 'STRIPE_API_BASE: plain http'],
    [{ ...stripe, STRIPE_API_BASE: 'https://stripe.example.com/v1' }, 'STRIPE_API_BASE: give the host only'],
    [
      {
        ...{ ...stripe, NODE_ENV: 'production', PUBLIC_URL: 'https://coact.example.com' },
        ...{ LINKS_URL: 'https://go.example.com', STRIPE_API_BASE: 'https://stripe.evil.example' },
      },
      'STRIPE_API_BASE: a changed address',
    ],
    [{ REWRITING_URL: 'https://models.example.com/v1' }, 'REWRITING_MODEL: suggesting wordings needs it'],
    [{ REWRITING_TOKEN: 's' }, 'REWRITING_URL: suggesting wordings needs it'],
    [{ REWRITING_URL: 'http://models.example.com/v1', REWRITING_MODEL: 'm' }, 'REWRITING_URL: plain http'],
    [{ REWRITING_URL: 'https://me:pw@models.example.com', REWRITING_MODEL: 'm' }, 'REWRITING_URL: give it without'],
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
