import { type BetterAuthOptions, type BetterAuthPlugin, betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { deleteSessionCookie, setSessionCookie } from 'better-auth/cookies';
import { getAdapter } from 'better-auth/db/adapter';
import { z } from 'zod';
import { type Clock, newId } from '../clock/index.ts';
import type { Database } from '../db/index.ts';
import { deviceOf } from './device.ts';
import { hashSessionTokens } from './hashed-sessions.ts';

/** Seconds. Idle: unused so long, a session ends. Absolute: so long after sign-in it ends in any case. */
export const sessionLimits = { idle: 7 * 86_400, absolute: 30 * 86_400 } as const;

const cookieName = '__Host-coact';

type Settings = {
  readonly db: Database;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly secret: string;
};

/**
 * Sets the sign-in library up: tables and cookie under our names, sessions hashed at rest, no address or token of
 * others stored, nothing sent anywhere. Its own HTTP routes are not mounted: everything goes through ours.
 */
export async function openLibrary(settings: Settings) {
  const options = {
    baseURL: settings.publicUrl,
    basePath: '/api/auth',
    secret: settings.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: settings.db.kysely, type: 'postgres' },
    ...tables(),
    advanced: {
      // Without the library's own "__Secure-" prefix; the name and attributes below ask for more.
      useSecureCookies: false,
      cookies: {
        session_token: {
          name: cookieName,
          attributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
        },
      },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId(settings.clock) },
    },
  } satisfies BetterAuthOptions;
  const adapter = hashSessionTokens(await getAdapter(options));
  return betterAuth({ ...options, database: () => adapter, plugins: [sessionPlugin()] });
}

/** Where the library keeps what, under our names. */
function tables() {
  return {
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'sessions',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: sessionLimits.idle,
      updateAge: 3_600,
      additionalFields: {
        secondFactor: { type: 'boolean', fieldName: 'second_factor', required: false, input: false },
        steppedUpAt: { type: 'date', fieldName: 'stepped_up_at', required: false, input: false },
        browser: { type: 'string', required: false, input: false },
        system: { type: 'string', required: false, input: false },
      },
    },
    account: {
      modelName: 'sign_in_methods',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
  } satisfies Pick<BetterAuthOptions, 'user' | 'session' | 'account' | 'verification'>;
}

export type Library = Awaited<ReturnType<typeof openLibrary>>;

const proofSchema = z.object({ secondFactor: z.boolean() });

/** What is kept about a device in place of its user agent. */
function markOf(headers: Headers | undefined) {
  return { userAgent: '', ...deviceOf(headers?.get('user-agent') ?? null) };
}

/** Starting, raising and ending a session from code of ours, by endpoints that have no address. */
function sessionPlugin() {
  return {
    id: 'coact-sessions',
    endpoints: {
      startSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: proofSchema.extend({ userId: z.string() }), requireHeaders: true },
        async (ctx) => {
          const { internalAdapter, secret, authCookies } = ctx.context;
          // Rotation: the session that this browser had before, whoever planted it, ends here.
          const former = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
          if (former) await internalAdapter.deleteSession(former);
          const { userId, secondFactor } = ctx.body;
          const user = await internalAdapter.findUserById(userId);
          if (!user) throw new Error('a session for nobody');
          const proof = { secondFactor, steppedUpAt: new Date(), ...markOf(ctx.headers) };
          const session = await internalAdapter.createSession(user.id, false, proof, true);
          await setSessionCookie(ctx, { session, user }, false, { maxAge: sessionLimits.absolute });
          return ctx.json({});
        },
      ),
      raiseSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: proofSchema, requireHeaders: true },
        async (ctx) => {
          const { internalAdapter, secret, authCookies } = ctx.context;
          const former = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
          const found = former ? await internalAdapter.findSession(former) : null;
          if (!former || !found) return ctx.json({});
          const { createdAt } = found.session;
          const secondFactor = ctx.body.secondFactor || found.session.secondFactor === true;
          // The former secret ends first: two requests at once can't leave it alive.
          await internalAdapter.deleteSession(former);
          const proof = { createdAt, secondFactor, steppedUpAt: new Date(), ...markOf(ctx.headers) };
          const session = await internalAdapter.createSession(found.user.id, false, proof, true);
          const left = sessionLimits.absolute - Math.floor((Date.now() - createdAt.getTime()) / 1_000);
          await setSessionCookie(ctx, { session, user: found.user }, false, { maxAge: Math.max(1, left) });
          return ctx.json({});
        },
      ),
      endSession: createAuthEndpoint.serverOnly({ method: 'POST', requireHeaders: true }, async (ctx) => {
        const { internalAdapter, secret, authCookies } = ctx.context;
        const token = await ctx.getSignedCookie(authCookies.sessionToken.name, secret);
        if (token) await internalAdapter.deleteSession(token);
        deleteSessionCookie(ctx, true);
        return ctx.json({});
      }),
    },
  } satisfies BetterAuthPlugin;
}
