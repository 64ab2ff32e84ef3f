/** The part of oidc-provider 9 that the practice workspace uses; the package brings no types of its own. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  interface Account {
    readonly accountId: string;
    claims(): object;
  }
  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }
  interface IssuedToken {
    readonly accountId: string;
    readonly scope?: string;
    readonly grantId: string;
    readonly isExpired: boolean;
  }
  interface StepContext {
    readonly oidc?: { readonly route: string };
    status: number;
    body: unknown;
  }
  interface RequestContext {
    readonly oidc: {
      readonly client?: { readonly clientId: string };
      readonly session?: { readonly accountId?: string };
    };
  }
  /** What is stored of a code, token or grant (oidc-provider, docs/README.md, "adapter"). */
  export interface AdapterPayload {
    readonly kind?: string;
    readonly uid?: string;
    readonly userCode?: string;
    readonly grantId?: string;
    consumed?: unknown;
  }
  export interface Adapter {
    upsert(id: string, payload: AdapterPayload): Promise<void>;
    find(id: string): Promise<AdapterPayload | undefined>;
    findByUid(uid: string): Promise<AdapterPayload | undefined>;
    findByUserCode(userCode: string): Promise<AdapterPayload | undefined>;
    consume(id: string): Promise<void>;
    destroy(id: string): Promise<void>;
    revokeByGrantId(grantId: string): Promise<void>;
  }

  interface Configuration {
    adapter?(kind: string): Adapter;
    readonly clients: readonly object[];
    readonly routes: object;
    readonly scopes: readonly string[];
    readonly claims: object;
    readonly conformIdTokenClaims: boolean;
    readonly pkce: object;
    readonly cookies: object;
    issueRefreshToken?(
      context: unknown,
      client: unknown,
      code: { readonly scopes: ReadonlySet<string> },
    ): boolean | Promise<boolean>;
    readonly rotateRefreshToken?: boolean;
    expiresWithSession?(): boolean;
    readonly clientAuthMethods?: readonly string[];
    readonly ttl?: object;
    readonly features: object;
    readonly interactions: { url(context: unknown, interaction: { uid: string }): string };
    findAccount(context: unknown, id: string): Account | undefined;
    loadExistingGrant(context: RequestContext): Promise<Grant | undefined>;
  }
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Client: {
      prototype: { redirectUriAllowed(uri: string): boolean };
      readonly adapter: { destroy(id: string): Promise<void> };
    };
    readonly RefreshToken: { revokeByGrantId(grantId: string): Promise<void> };
    readonly Grant: new (of: {
      clientId: string;
      accountId: string;
    }) => Grant;
    readonly AccessToken: {
      find(value: string): Promise<IssuedToken | undefined>;
      revokeByGrantId(grantId: string): Promise<void>;
    };
    use(step: (context: StepContext, next: () => Promise<void>) => Promise<void>): void;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
  }
}
