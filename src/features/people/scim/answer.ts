import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const scimType = 'application/scim+json; charset=utf-8';

export const schemaIds = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  enterpriseUser: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
} as const;

/** The words of RFC 7644, table 9, for what was wrong with a request. */
export type ScimProblem =
  | 'invalidFilter'
  | 'uniqueness'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'
  | 'mutability';

/** Why something is not done, as an identity provider's log shows it. */
export type Refusal = {
  readonly ok: false;
  readonly status: number;
  readonly scimType?: ScimProblem;
  readonly detail: string;
};

export const refusal = (status: number, detail: string, type?: ScimProblem): Refusal => ({
  ...{ ok: false, status, detail },
  ...(type ? { scimType: type } : {}),
});

export const noSuchUser = refusal(404, 'There is no such user in this organisation.');

export function scimJson(
  c: Context,
  body: object,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Response {
  const kept = { 'cache-control': 'no-store', 'content-type': scimType };
  return c.body(JSON.stringify(body), status as ContentfulStatusCode, { ...kept, ...headers });
}

/** An error in SCIM's own shape (RFC 7644, 3.12). */
export function scimError(c: Context, { status, scimType: type, detail }: Refusal, headers = {}): Response {
  const body = { schemas: [schemaIds.error], status: String(status), ...(type ? { scimType: type } : {}), detail };
  return scimJson(c, body, status, headers);
}
