import { z } from './zod.ts';

/** A count that is hidden as "fewer than n" where a small group could give a person away. */
export const figureSchema = z.union([z.object({ value: z.number() }), z.object({ fewerThan: z.number() })]);
export type Figure = z.infer<typeof figureSchema>;

const setupSchema = z.object({ named: z.boolean(), slackConnected: z.boolean(), done: z.boolean() });

const tourName = z.enum(['employees', 'schedulers', 'publishers', 'administrators', 'processes', 'payroll']);
export type TourName = z.infer<typeof tourName>;

/** The guided tours that somebody has taken or put off: these are offered to them no more. */
export const toursAnsweredSchema = z.object({ toursAnswered: z.array(tourName) });

const signedOutSchema = z.object({
  signedIn: z.literal(false),
  ownerLinkPending: z.boolean().optional(),
  signIn: z.object({
    email: z.boolean(),
    password: z.boolean().default(false),
    passkey: z.boolean().default(false),
    slack: z.boolean(),
    /** The organisation's own sign-in (OpenID Connect), under the name that the operator gave it. */
    oidc: z.object({ name: z.string() }).nullable().default(null),
  }),
});

const signedInSchema = z.object({
  signedIn: z.literal(true),
  user: z.object({ id: z.string(), name: z.string().nullish(), email: z.string() }),
  organisation: z.object({ id: z.string(), name: z.string(), timeZone: z.string(), setup: setupSchema }).nullable(),
  organisations: z.array(z.object({ id: z.string(), name: z.string() })),
  roles: z.array(z.string()),
  personId: z.string().nullish(),
  can: z.object({
    manage: z.boolean(),
    publish: z.boolean(),
    approve: z.boolean().default(false),
    audit: z.boolean(),
    people: z.boolean(),
  }),
  /** `needed`: nothing but reading until this session has proved a second factor. `offered`: it would be wise. */
  security: z.object({ secondFactor: z.enum(['ok', 'needed', 'offered']) }).default({ secondFactor: 'ok' }),
  /** How the organisation's plan stands; null for those it does not stop, and where nobody is billed. */
  plan: z
    .object({
      kind: z.enum(['trial', 'paid', 'dunning', 'ended']),
      sentence: z.string().nullable(),
      until: z.string().nullable(),
    })
    .nullish(),
  ...toursAnsweredSchema.shape,
});

/** Who is looking, and at which organisation. */
export const meSchema = z.discriminatedUnion('signedIn', [signedOutSchema, signedInSchema]);
export type Me = z.infer<typeof meSchema>;
export type SignedIn = z.infer<typeof signedInSchema>;

export const scopeSchema = z.object({ scope: z.string(), reason: z.string() });
export type Scope = z.infer<typeof scopeSchema>;

/** The connection with the Slack workspace. `configured` says whether the operator has given the app's credentials. */
export const slackSchema = z.object({
  configured: z.boolean(),
  installed: z
    .object({
      teamName: z.string(),
      teamId: z.string(),
      installedAt: z.string(),
      scopes: z.array(z.string()),
      missingScopes: z.array(z.string()),
      health: z.enum(['ok', 'revoked']),
    })
    .nullable(),
  installUrl: z.string(),
  scopes: z.array(scopeSchema),
});
export type SlackConnection = z.infer<typeof slackSchema>;

export const channelSchema = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number().optional(),
  isMember: z.boolean(),
});
export type Channel = z.infer<typeof channelSchema>;
export const channelsSchema = z.object({ channels: z.array(channelSchema) });

/** What one event of each kind is worth. Amounts are integers in the currency's minor unit (cents). */
export const worthSchema = z.object({
  currency: z.string(),
  awareness: z.number(),
  share: z.number(),
  click: z.number(),
  like: z.number(),
  reshare: z.number(),
  comment: z.number(),
});

export const organisationSchema = z.object({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  smallGroup: z.number(),
  eventValues: worthSchema,
});
export type Organisation = z.infer<typeof organisationSchema>;
