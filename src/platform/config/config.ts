import { join, resolve } from 'node:path';
import { z } from 'zod';
import { isLoopback } from './loopback.ts';
import { findNetworkProblems } from './network-problems.ts';
import { findRewritingProblems, rewritingOf } from './rewriting.ts';
import { withFiles } from './secrets.ts';
import { settings } from './settings.ts';
import { findStripeProblems, stripeOf } from './stripe.ts';
import { findTwilioProblems, twilioOf } from './twilio.ts';

/** A configuration that can't be used; `problems` are sentences for the operator, one a setting. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(`The configuration can't be used:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

export type Config = ReturnType<typeof assemble>;

const outsideServices = [
  'SLACK_API_URL',
  'SLACK_AUTHORIZE_URL',
  'SLACK_OIDC_ISSUER',
  'TWILIO_URL',
  'STRIPE_API_BASE',
  'BLUESKY_PLC_URL',
  'BLUESKY_HANDLE_RESOLVER',
  'BLUESKY_APPVIEW_URL',
  'BLUESKY_SERVER_URL',
  'BLUESKY_WEB_URL',
  'FACEBOOK_WEB_URL',
  'LINKEDIN_AUTHORIZE_URL',
  'LINKEDIN_TOKEN_URL',
  'LINKEDIN_API_URL',
  'X_AUTHORIZE_URL',
  'X_API_URL',
  'THREADS_AUTHORIZE_URL',
  'THREADS_GRAPH_URL',
] as const;

/**
 * Reads and checks the whole configuration.
 * @param env the environment, as `process.env`; empty strings count as not set
 * Secrets may stand in files instead, which `NAME_FILE` names.
 * @throws ConfigError with a sentence for every setting that is wrong
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const { given, problems: unread } = withFiles(set);
  const parsed = z.object(settings).safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new ConfigError([...unread, ...wrong]);
  }
  const config = assemble(parsed.data);
  const problems = [...unread, ...findProblems(config, given)];
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

function assemble(read: z.infer<z.ZodObject<typeof settings>>) {
  const publicUrl = read.PUBLIC_URL ?? `http://localhost:${read.PORT}`;
  const dataDir = resolve(read.DATA_DIR);
  return Object.freeze({
    production: read.NODE_ENV === 'production',
    host: read.HOST,
    port: read.PORT,
    publicUrl,
    linksUrl: read.LINKS_URL ?? `${publicUrl}/l`,
    dataDir,
    keysDir: resolve(read.KEYS_DIR ?? join(dataDir, 'keys')),
    keysCopyDir: read.KEYS_COPY_DIR === undefined ? undefined : resolve(read.KEYS_COPY_DIR),
    keysMaxAgeDays: read.KEYS_MAX_AGE_DAYS,
    kmsKeyId: read.KMS_KEY_ID,
    awsRegion: read.AWS_REGION,
    ringDir: resolve(read.RING_DIR ?? join(dataDir, 'ring')),
    databaseUrl: read.DATABASE_URL,
    databaseConnections: read.DATABASE_CONNECTIONS,
    stopDelayMs: (read.STOP_DELAY ?? (read.DATABASE_URL === undefined ? 0 : 5)) * 1_000,
    clicks: read.CLICKS,
    backups: {
      folder: read.BACKUP_DIR === undefined ? undefined : resolve(read.BACKUP_DIR),
      everyHours: read.BACKUP_EVERY,
      keep: read.BACKUP_KEEP,
    },
    logLevel: read.LOG_LEVEL,
    metrics:
      read.METRICS_PORT === undefined ? null : Object.freeze({ host: read.METRICS_HOST, port: read.METRICS_PORT }),
    traces: tracesOf(read),
    trustProxy: read.TRUST_PROXY,
    videos: { mostBytes: read.VIDEO_MEGABYTES * 1_000_000, mostSeconds: read.VIDEO_SECONDS },
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    secondFactor: read.SECOND_FACTOR,
    passwords: read.PASSWORDS,
    oidc: oidcOf(read),
    twilio: twilioOf(read),
    rewriting: rewritingOf(read),
    stripe: stripeOf(read),
    slack: {
      clientId: read.SLACK_CLIENT_ID,
      clientSecret: read.SLACK_CLIENT_SECRET,
      signingSecret: read.SLACK_SIGNING_SECRET,
      previousSigningSecret: read.SLACK_PREVIOUS_SIGNING_SECRET,
      appId: read.SLACK_APP_ID,
      apiUrl: `${read.SLACK_API_URL}/`,
      authorizeUrl: read.SLACK_AUTHORIZE_URL,
      oidcIssuer: read.SLACK_OIDC_ISSUER,
    },
    ...networksOf(read),
    egressAllow: read.EGRESS_ALLOW,
    allowChangedBaseUrls: read.ALLOW_CHANGED_BASE_URLS,
  });
}

/** The social networks: their addresses, and the operator's apps there. */
function networksOf(read: z.infer<z.ZodObject<typeof settings>>) {
  return {
    bluesky: {
      serverUrl: read.BLUESKY_SERVER_URL,
      plcUrl: read.BLUESKY_PLC_URL,
      handleResolver: read.BLUESKY_HANDLE_RESOLVER,
      appViewUrl: read.BLUESKY_APPVIEW_URL,
      webUrl: read.BLUESKY_WEB_URL,
    },
    facebook: { appId: read.FACEBOOK_APP_ID, webUrl: read.FACEBOOK_WEB_URL },
    mastodon: { serverUrl: read.MASTODON_SERVER_URL === undefined ? null : new URL(read.MASTODON_SERVER_URL).origin },
    threads: {
      appId: read.THREADS_APP_ID,
      appSecret: read.THREADS_APP_SECRET,
      authorizeUrl: read.THREADS_AUTHORIZE_URL,
      graphUrl: read.THREADS_GRAPH_URL,
    },
    linkedin: {
      clientId: read.LINKEDIN_CLIENT_ID,
      clientSecret: read.LINKEDIN_CLIENT_SECRET,
      version: read.LINKEDIN_VERSION,
      authorizeUrl: read.LINKEDIN_AUTHORIZE_URL,
      tokenUrl: read.LINKEDIN_TOKEN_URL,
      apiUrl: read.LINKEDIN_API_URL,
    },
    x: {
      clientId: read.X_CLIENT_ID,
      clientSecret: read.X_CLIENT_SECRET,
      authorizeUrl: read.X_AUTHORIZE_URL,
      apiUrl: read.X_API_URL,
    },
  };
}

/** The issuer to sign in with; the one of a Cognito user pool follows from its ID. Null where none is set. */
function oidcOf(read: z.infer<z.ZodObject<typeof settings>>) {
  const pool = read.COGNITO_USER_POOL_ID;
  const region = read.COGNITO_REGION ?? pool?.split('_')[0];
  const issuer = pool === undefined ? read.OIDC_ISSUER : `https://cognito-idp.${region}.amazonaws.com/${pool}`;
  if (issuer === undefined) return null;
  return Object.freeze({
    issuer,
    clientId: read.OIDC_CLIENT_ID ?? '',
    clientSecret: read.OIDC_CLIENT_SECRET ?? '',
    name: read.OIDC_NAME ?? 'Single sign-on',
    scopes: read.OIDC_SCOPES,
    trustSecondFactor: read.OIDC_TRUST_SECOND_FACTOR,
  });
}

function tracesOf(read: z.infer<z.ZodObject<typeof settings>>) {
  if (read.OTLP_TRACES_URL === undefined) return null;
  const pairs = (read.OTLP_TRACES_HEADERS ?? '').split(',').filter((pair) => pair !== '');
  const headers = Object.fromEntries(pairs.map((pair) => splitPair(pair)));
  return Object.freeze({
    url: read.OTLP_TRACES_URL,
    headers: Object.freeze(headers),
    ratio: read.OTLP_TRACES_RATIO,
  });
}

/** Name and value; a value may have "=" in it. */
function splitPair(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** What is wrong with the settings for metrics and traces. */
function findMonitoringProblems({ metrics, traces, port }: Config): string[] {
  const problems: string[] = [];
  if (metrics !== null && metrics.port !== 0 && metrics.port === port) {
    problems.push('METRICS_PORT: metrics are never on the public port; give them one of their own.');
  }
  if (traces === null) return problems;
  const address = new URL(traces.url);
  if (address.protocol === 'http:' && !isLoopback(address.hostname)) {
    problems.push('OTLP_TRACES_URL: plain http is for localhost only; use https.');
  }
  if (address.username !== '' || address.password !== '' || address.hash !== '') {
    problems.push(
      'OTLP_TRACES_URL: give it without a password and "#"; OTLP_TRACES_HEADERS takes what must be secret.',
    );
  }
  return problems;
}

/** What is wrong with the settings for the issuer. */
function findOidcProblems({ oidc }: Config, given: Readonly<Record<string, string | undefined>>): string[] {
  const problems: string[] = [];
  if (given.OIDC_ISSUER !== undefined && given.COGNITO_USER_POOL_ID !== undefined) {
    problems.push('OIDC_ISSUER: COGNITO_USER_POOL_ID names an issuer already; give one of the two.');
  }
  if (oidc !== null && oidc.clientId === '') problems.push('OIDC_CLIENT_ID: the issuer needs one.');
  if (oidc === null && given.OIDC_CLIENT_ID !== undefined) {
    problems.push('OIDC_ISSUER: OIDC_CLIENT_ID is set without an issuer; give OIDC_ISSUER or COGNITO_USER_POOL_ID.');
  }
  const { COGNITO_USER_POOL_ID: pool, COGNITO_REGION: region } = given;
  if (region !== undefined && pool === undefined) {
    problems.push('COGNITO_USER_POOL_ID: COGNITO_REGION is set without a user pool; give both, or neither.');
  }
  if (region !== undefined && pool !== undefined && pool.split('_')[0] !== region) {
    problems.push(`COGNITO_REGION: the user pool ${pool} is in another region by its ID; leave this setting out.`);
  }
  if (oidc !== null) {
    const address = new URL(oidc.issuer);
    if (address.protocol === 'http:' && !isLoopback(address.hostname)) {
      problems.push('OIDC_ISSUER: plain http is for localhost only; use https.');
    }
    if (address.search !== '' || address.hash !== '') problems.push('OIDC_ISSUER: give it without "?" and "#".');
  }
  return problems;
}

function findProblems(config: Config, given: Readonly<Record<string, string | undefined>>): string[] {
  const problems = [
    ...findOidcProblems(config, given),
    ...findMonitoringProblems(config),
    ...findTwilioProblems(given),
    ...findRewritingProblems(given),
    ...findStripeProblems(given),
    ...findNetworkProblems(given),
  ];
  const publicUrl = new URL(config.publicUrl);
  if (given.NODE_TLS_REJECT_UNAUTHORIZED === '0') {
    problems.push('NODE_TLS_REJECT_UNAUTHORIZED=0 switches certificate checks off; unset it.');
  }
  for (const [name, value] of [
    ['PUBLIC_URL', config.publicUrl],
    ['LINKS_URL', config.linksUrl],
  ] as const) {
    const address = new URL(value);
    if (address.protocol === 'http:' && !isLoopback(address.hostname)) {
      problems.push(`${name}: plain http is for localhost only; use https.`);
    }
    if (address.search !== '' || address.hash !== '') problems.push(`${name}: give it without "?" and "#".`);
  }
  if (publicUrl.pathname !== '/') problems.push('PUBLIC_URL: give the host only, without a path.');
  if (config.production && new URL(config.linksUrl).host === publicUrl.host) {
    problems.push('LINKS_URL: in production short links need a host of their own, not the one of PUBLIC_URL.');
  }
  if (config.production && !config.allowChangedBaseUrls) {
    for (const name of outsideServices) {
      if (given[name] !== undefined) {
        problems.push(
          `${name}: a changed address sends tokens elsewhere; set ALLOW_CHANGED_BASE_URLS=1 if you mean it.`,
        );
      }
    }
  }
  return problems;
}
