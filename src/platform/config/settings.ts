import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ }).transform((value) => value.replace(/\/+$/, ''));
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true');
const hostList = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
  );

/** Every setting with its environment name: schema, default and the sentence that docs/operating shows for it. */
export const settings = {
  NODE_ENV: z.string().default('development').describe('`production` switches on the checks for public servers.'),
  HOST: z.string().default('127.0.0.1').describe('Address to listen on.'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe('Port to listen on; 0 picks a free one.'),
  PUBLIC_URL: url.optional().describe('Address under which people reach the web app. Default: http://localhost:PORT.'),
  LINKS_URL: url
    .optional()
    .describe(
      'Address in front of short links, on a host of its own in production (never the host of sign-in call-backs). Default: PUBLIC_URL/l.',
    ),
  DATA_DIR: z.string().min(1).default('./data').describe('Folder for the embedded database, keys and journals.'),
  KEYS_DIR: z.string().min(1).optional().describe('Folder for the root key. Default: DATA_DIR/keys.'),
  RING_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Folder for short-lived keys; leave it out of every backup. Default: DATA_DIR/ring.'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL 15 or later. Without it the embedded database in DATA_DIR is used.'),
  BACKUP_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Folder for backups. With it, the running server makes them by itself; keep it on another disk.'),
  BACKUP_EVERY: z.coerce
    .number()
    .int()
    .min(1)
    .max(24)
    .default(24)
    .describe('Hours between the backups that the running server makes.'),
  BACKUP_KEEP: z.coerce
    .number()
    .int()
    .min(1)
    .max(1_000)
    .default(14)
    .describe('How many backups stay in BACKUP_DIR; the oldest are removed.'),
  DATABASE_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(2)
    .max(100)
    .default(10)
    .describe(
      'Most connections of a process to PostgreSQL for requests and jobs; five more serve queue and notifications.',
    ),
  STOP_DELAY: z.coerce
    .number()
    .min(0)
    .max(20)
    .optional()
    .describe(
      'Seconds for which a stopping process still answers while /readyz says no, so that the balancer in front turns away first. Default: 5 with DATABASE_URL, else 0.',
    ),
  CLICKS: z
    .enum(['batch', 'sync'])
    .default('batch')
    .describe('`batch` writes clicks within 100 ms; `sync` answers a redirect only when its click is in the database.'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Least severe level to log.'),
  METRICS_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .optional()
    .describe(
      'Port on which Prometheus reads metrics, at /metrics; never the public one. Off unless set; 0 picks one.',
    ),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address to listen on for metrics. Whoever reaches it may read them.'),
  OTLP_TRACES_URL: url
    .optional()
    .describe(
      'Where traces are sent, as OTLP over HTTP in JSON, e.g. https://collector.example.com/v1/traces. Off unless set.',
    ),
  OTLP_TRACES_HEADERS: z
    .string()
    .regex(/^[\w-]+=[^,]+(,[\w-]+=[^,]+)*$/, 'write it as name=value,name=value')
    .optional()
    .describe('Headers for the receiver of traces, as name=value,name=value.'),
  OTLP_TRACES_RATIO: z.coerce.number().min(0).max(1).default(0.1).describe('Share of traces that are sent, 0 to 1.'),
  VIDEO_MEGABYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(500)
    .default(100)
    .describe('Largest video that a publisher may upload, in megabytes; it is kept in the database, and in backups.'),
  VIDEO_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600)
    .default(600)
    .describe('Longest video that a publisher may upload, in seconds.'),
  TRUST_PROXY: flag.describe('Believe X-Forwarded-For and X-Forwarded-Proto of the proxy in front.'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('Mail server, as smtp://user:password@host:port. Without it mails are written to DATA_DIR/outbox.'),
  MAIL_FROM: z.string().default('Coact <coact@localhost>').describe('Sender of mails.'),
  SECOND_FACTOR: z
    .enum(['required', 'offered'])
    .default('required')
    .describe(
      '`required`: owners and admins can do nothing but set up their account until they have signed in with a second factor. `offered`: everybody may have one, nobody must (practice and tests).',
    ),
  PASSWORDS: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1')
    .describe('`0` takes passwords away: people sign in by mailed link, passkey, Slack or OpenID Connect.'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('OpenID Connect issuer to sign in with, exactly as it calls itself (also with its last slash).'),
  OIDC_CLIENT_ID: z.string().optional().describe('Client ID at the issuer (also for Amazon Cognito).'),
  OIDC_CLIENT_SECRET: z.string().optional().describe('Client secret at the issuer; leave it out for a public client.'),
  OIDC_NAME: z.string().min(1).max(60).optional().describe('What the button says. Default: Single sign-on.'),
  OIDC_SCOPES: z
    .string()
    .regex(/^openid( \S+)*$/, 'begin with "openid", separated by blanks')
    .default('openid')
    .describe('Scopes to ask for. Coact needs no more than `openid`; some issuers want others.'),
  OIDC_TRUST_SECOND_FACTOR: flag.describe(
    'Count a second factor that the issuer says was shown (`amr`), so that Coact asks for none of its own.',
  ),
  COGNITO_USER_POOL_ID: z
    .string()
    .regex(/^[a-z0-9-]+_[A-Za-z0-9]+$/, 'is not the ID of a user pool')
    .optional()
    .describe('Amazon Cognito user pool, in place of OIDC_ISSUER.'),
  COGNITO_REGION: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'is not a region')
    .optional()
    .describe('Region of the user pool. Default: the part of its ID before the underscore.'),
  SLACK_CLIENT_ID: z.string().optional().describe('Client ID of your Slack app.'),
  SLACK_CLIENT_SECRET: z.string().optional().describe('Client secret of your Slack app.'),
  SLACK_SIGNING_SECRET: z.string().optional().describe('Signing secret of your Slack app.'),
  SLACK_PREVIOUS_SIGNING_SECRET: z
    .string()
    .optional()
    .describe('The signing secret before a rotation; accepted beside the current one.'),
  SLACK_APP_ID: z.string().optional().describe('App ID of your Slack app.'),
  SLACK_API_URL: url.default('https://slack.com/api').describe('Slack Web API (changed for tests and GovSlack).'),
  SLACK_AUTHORIZE_URL: url.default('https://slack.com/oauth/v2/authorize').describe("Slack's consent page."),
  SLACK_OIDC_ISSUER: url.default('https://slack.com').describe('Issuer for *Sign in with Slack*.'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'is not the SID of an account (AC and 32 characters)')
    .optional()
    .describe('Your Twilio account, for texts and calls. Off unless set.'),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional().describe("The account's auth token; an API key is better."),
  TWILIO_API_KEY_SID: z
    .string()
    .regex(/^SK[0-9a-f]{32}$/i, 'is not the SID of an API key (SK and 32 characters)')
    .optional()
    .describe('API key of the account, in place of its auth token: it can be withdrawn by itself.'),
  TWILIO_API_KEY_SECRET: z.string().min(1).optional().describe('Secret of the API key.'),
  TWILIO_FROM: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/, 'write it as +351912345678')
    .optional()
    .describe('The number of the account that texts and calls come from, as +351912345678.'),
  TWILIO_URL: url.default('https://api.twilio.com').describe("Twilio's REST API (changed for tests and its regions)."),
  BLUESKY_SERVER_URL: url.default('https://bsky.social').describe('Server offered to people who give no handle.'),
  BLUESKY_PLC_URL: url.default('https://plc.directory').describe('Directory of Bluesky identities (DID PLC).'),
  BLUESKY_HANDLE_RESOLVER: url.default('https://bsky.social').describe('Server that resolves Bluesky handles.'),
  BLUESKY_APPVIEW_URL: url
    .default('https://public.api.bsky.app')
    .describe('Where public follower numbers are read, for reach.'),
  BLUESKY_WEB_URL: url.default('https://bsky.app').describe('Where posts on Bluesky are shown to people.'),
  FACEBOOK_APP_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'is not the ID of an app (digits only)')
    .optional()
    .describe("Your app at Meta, whose share dialog opens; without it Facebook's plain sharing page does."),
  FACEBOOK_WEB_URL: url.default('https://www.facebook.com').describe('Where the share dialog of Facebook is.'),
  LINKEDIN_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe('Your app at LinkedIn, with which people connect their accounts; off unless set.'),
  LINKEDIN_CLIENT_SECRET: z.string().min(1).optional().describe("Secret of the app at LinkedIn; it can't do without."),
  LINKEDIN_VERSION: z
    .string()
    .regex(/^20\d\d(0[1-9]|1[0-2])$/, 'write it as 202609, year and month')
    .default('202609')
    .describe("Version of LinkedIn's API, year and month; each is switched off after about a year."),
  LINKEDIN_AUTHORIZE_URL: url
    .default('https://www.linkedin.com/oauth/v2/authorization')
    .describe("LinkedIn's consent page."),
  LINKEDIN_TOKEN_URL: url
    .default('https://www.linkedin.com/oauth/v2/accessToken')
    .describe('Where LinkedIn hands out tokens.'),
  LINKEDIN_API_URL: url.default('https://api.linkedin.com').describe("LinkedIn's API."),
  X_CLIENT_ID: z
    .string()
    .min(1)
    .optional()
    .describe('Your app at X, with which people connect their accounts; X bills you for each post. Off unless set.'),
  X_CLIENT_SECRET: z.string().min(1).optional().describe('Secret of the app at X; leave it out for a public client.'),
  X_AUTHORIZE_URL: url.default('https://x.com/i/oauth2/authorize').describe("X's consent page."),
  X_API_URL: url.default('https://api.x.com').describe("X's API, which hands out tokens too."),
  MASTODON_SERVER_URL: url
    .optional()
    .describe("Your organisation's own Mastodon server, for people who name none; everybody else names theirs."),
  THREADS_APP_ID: z
    .string()
    .regex(/^\d{5,20}$/, 'is not the ID of an app (digits only)')
    .optional()
    .describe('ID of the Threads app of your app at Meta; without it people post by the own page of Threads.'),
  THREADS_APP_SECRET: z.string().min(1).optional().describe('Secret of the Threads app.'),
  THREADS_AUTHORIZE_URL: url
    .default('https://threads.net/oauth/authorize')
    .describe('Consent page of Threads (changed for tests).'),
  THREADS_GRAPH_URL: url.default('https://graph.threads.net').describe("Threads' API (changed for tests)."),
  STRIPE_SECRET_KEY: z
    .string()
    .regex(/^(sk|rk)_(test|live)_\w+$/, 'is not a secret or restricted key of Stripe (sk_… or rk_…)')
    .optional()
    .describe('Key of your Stripe account, with which organisations are billed; off unless set.'),
  STRIPE_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_\S+$/, 'is not the signing secret of a webhook at Stripe (whsec_…)')
    .optional()
    .describe('Signing secret of the webhook at Stripe that leads to /api/billing/stripe.'),
  STRIPE_PRICE_MONTHLY: z
    .string()
    .regex(/^price_\w+$/, 'is not the ID of a price (price_…)')
    .optional()
    .describe('Price for a person and month; without it there is no monthly plan.'),
  STRIPE_PRICE_YEARLY: z
    .string()
    .regex(/^price_\w+$/, 'is not the ID of a price (price_…)')
    .optional()
    .describe('Price for a person and year; without it there is no yearly plan.'),
  STRIPE_TRIAL_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(365)
    .default(30)
    .describe('Days for which an organisation may try everything without a plan, and without a card.'),
  STRIPE_API_BASE: url.default('https://api.stripe.com').describe("Stripe's API (changed for tests)."),
  REWRITING_URL: url
    .optional()
    .describe(
      'Service that suggests other wordings of posts, with its version, as https://api.openai.com/v1; it may stand in your own network. Off unless set.',
    ),
  REWRITING_MODEL: z.string().min(1).max(200).optional().describe('The language model to ask there.'),
  REWRITING_TOKEN: z.string().min(1).optional().describe('Key for that service; leave it out where it asks for none.'),
  EGRESS_ALLOW: hostList.describe(
    'Comma-separated host:port pairs that may be private addresses (practice and tests).',
  ),
  KEYS_COPY_DIR: z
    .string()
    .min(1)
    .optional()
    .describe('Second folder for the keys, on another volume, kept in step with KEYS_DIR; erased keys go there too.'),
  KEYS_MAX_AGE_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(730)
    .default(365)
    .describe('Days after which an organisation gets a new data key by itself.'),
  KMS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Key in AWS KMS (id, ARN or alias) as root key instead of a file; `coact keys rotate --root` moves to it.',
    ),
  AWS_REGION: z.string().min(1).optional().describe('Region of KMS_KEY_ID. Default: the one in its ARN.'),
  ALLOW_CHANGED_BASE_URLS: flag.describe('In production, allow the addresses of outside services to be changed.'),
} as const;
