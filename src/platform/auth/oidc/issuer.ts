import * as oidc from 'openid-client';

export type FlowSettings = {
  /** Exactly as the issuer calls itself. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly scopes: string;
  readonly cookieName: string;
  readonly fetch?: typeof fetch | undefined;
};

/** The issuer did not answer, or answered that it is broken: nothing is known about the person. */
export class IssuerUnreachable extends Error {
  override readonly name = 'IssuerUnreachable';
}

const requestSeconds = 8;

/** Discovery, kept once it succeeded. The document must be about the issuer it was asked of, over the same protection. */
export function openIssuer(settings: FlowSettings): () => Promise<oidc.Configuration> {
  let known: Promise<oidc.Configuration> | null = null;
  return () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  };
}

async function discover(settings: FlowSettings): Promise<oidc.Configuration> {
  const issuer = new URL(settings.issuer);
  // Plain http is for issuers on this machine alone; the configuration refuses others.
  const insecure = issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [];
  const metadata = { [oidc.clockTolerance]: 60 };
  const configuration = await oidc.discovery(issuer, settings.clientId, metadata, authentication(settings), {
    // The ID token's signature is checked too, not only the connection it came over.
    execute: [oidc.enableNonRepudiationChecks, ...insecure],
    timeout: requestSeconds,
    [oidc.customFetch]: fetchOf(settings),
  });
  const { authorization_endpoint, token_endpoint, jwks_uri } = configuration.serverMetadata();
  for (const address of [authorization_endpoint, token_endpoint, jwks_uri]) {
    if (!address || new URL(address).protocol !== issuer.protocol) throw new Error('an endpoint is missing or bare');
  }
  return configuration;
}

/** The secret goes in the body where the issuer takes it there, as most do, and else in the header. */
function authentication({ clientSecret }: FlowSettings): oidc.ClientAuth {
  if (clientSecret === '') return oidc.None();
  const [post, basic] = [oidc.ClientSecretPost(clientSecret), oidc.ClientSecretBasic(clientSecret)];
  return (server, client, body, headers) => {
    const methods = server.token_endpoint_auth_methods_supported;
    return (methods?.includes('client_secret_post') ? post : basic)(server, client, body, headers);
  };
}

function fetchOf(settings: FlowSettings): oidc.CustomFetch {
  return async (url, options) => {
    const { headers, method, signal } = options;
    // The code flow sends forms and nothing else.
    const body = options.body instanceof URLSearchParams ? options.body : null;
    const init = { body, headers, method, redirect: 'error' as const, ...(signal ? { signal } : {}) };
    const response = await (settings.fetch ?? fetch)(url, init).catch((error: unknown) => {
      throw new IssuerUnreachable('no answer', { cause: error });
    });
    if (response.status >= 500) throw new IssuerUnreachable(`answered with ${response.status}`);
    return response;
  };
}
