import type { Ports } from './ports.ts';

export interface Networks {
  /** What makes Coact connect people to them. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts strict stand-ins of LinkedIn and X, which nobody can install: their sign-in, posts and limits as documented, and
 * a page each that shows what is public there.
 */
export async function startNetworks(ports: Ports, coactUrl: string): Promise<Networks> {
  const backTo = (network: string) => `${coactUrl}/connect/${network}/callback`;
  return withoutWarnings(async () => {
    const { linkedInApp, startLinkedIn } = await import('../test/support/networks/linkedin-server.ts');
    const { startX, xApp } = await import('../test/support/networks/x-server.ts');
    const [linkedin, x] = await Promise.all([
      startLinkedIn({ redirectUri: backTo('linkedin'), port: ports.linkedin, person: 'Ana Ribeiro' }),
      startX({ redirectUri: backTo('x'), port: ports.x, person: 'ana_ribeiro' }),
    ]);
    return {
      env: {
        LINKEDIN_CLIENT_ID: linkedInApp.clientId,
        LINKEDIN_CLIENT_SECRET: linkedInApp.clientSecret,
        LINKEDIN_AUTHORIZE_URL: `${linkedin.origin}/oauth/v2/authorization`,
        LINKEDIN_TOKEN_URL: `${linkedin.origin}/oauth/v2/accessToken`,
        LINKEDIN_API_URL: linkedin.origin,
        X_CLIENT_ID: xApp.clientId,
        X_CLIENT_SECRET: xApp.clientSecret,
        X_AUTHORIZE_URL: `${x.origin}/i/oauth2/authorize`,
        X_API_URL: x.origin,
      },
      close: async () => {
        await linkedin[Symbol.asyncDispose]();
        await x[Symbol.asyncDispose]();
      },
    };
  });
}

/** oidc-provider warns that its keys and its memory are made for trying things out, which is what this is. */
async function withoutWarnings<T>(start: () => Promise<T>): Promise<T> {
  const { warn } = console;
  console.warn = () => undefined;
  try {
    return await start();
  } finally {
    console.warn = warn;
  }
}
