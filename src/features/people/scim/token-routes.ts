import { z } from '@hono/zod-openapi';
import { emptyAnswer, type GuardedRoute, guarded, jsonAnswer, member, notFound } from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { namesOfPeople } from '../store.ts';
import { findToken } from './store.ts';
import { makeToken, revokeToken } from './tokens.ts';

const path = '/api/organisation/scim';
const state = z
  .object({
    baseUrl: z.string(),
    token: z
      .object({ madeBy: z.string(), createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() })
      .nullable(),
  })
  .openapi('ScimState');
const made = z.object({ token: z.string() }).openapi('ScimTokenMade');

export const scimBaseUrl = (publicUrl: string) => `${publicUrl}/scim/v2`;

/** The token of the organisation's identity provider: whether there is one, making it, revoking it. */
export function tokenRoutes(context: PeopleContext): readonly GuardedRoute[] {
  const { db, publicUrl } = context;
  const limit = { name: 'scim-token', points: 20, seconds: 600 };
  return [
    guarded(
      {
        method: 'get',
        path,
        summary: 'Whether an identity provider has a token here',
        guard: member('members.manage'),
        responses: { 200: jsonAnswer(state, 'The address to paste there, and the token without its secret') },
      },
      async (c) => {
        const token = await db.inOrg(c.var.orgId, async (tx) => {
          const found = await findToken(tx);
          const names = await namesOfPeople(tx, found ? [found.madeBy] : []);
          return found && { ...found, madeBy: names.get(found.madeBy) ?? '' };
        });
        return c.json({
          baseUrl: scimBaseUrl(publicUrl),
          token: token && {
            madeBy: token.madeBy,
            createdAt: token.createdAt.toISOString(),
            lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
          },
        });
      },
    ),
    guarded(
      {
        method: 'post',
        path,
        summary: 'Make a token for the identity provider, in place of the one before',
        guard: member('members.manage', { stepUp: true }),
        limit,
        responses: { 201: jsonAnswer(made, 'The token, shown this once') },
      },
      async (c) => c.json({ token: await db.inOrg(c.var.orgId, (tx) => makeToken(context, tx, c.var.actor)) }, 201),
    ),
    guarded(
      {
        method: 'delete',
        path,
        summary: 'Revoke the token of the identity provider',
        guard: member('members.manage', { stepUp: true }),
        limit,
        responses: { 204: emptyAnswer('Revoked: it opens nothing from now on') },
      },
      async (c) => {
        const revoked = await db.inOrg(c.var.orgId, (tx) => revokeToken(context, tx, c.var.actor));
        return revoked ? c.body(null, 204) : notFound(c);
      },
    ),
  ];
}
