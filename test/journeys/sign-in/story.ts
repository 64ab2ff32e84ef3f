import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../../practice/ports.ts';
import { openTestIssuer } from '../../support/oidc-issuer.ts';
import type { AuthenticatorApp } from '../authenticator-app.ts';
import { type Browsers, openBrowsers, type Somebody } from '../browser.ts';
import { type CoactProcess, startCoact } from '../coact-process.ts';
import { addVirtualPasskeys, type VirtualPasskeys } from '../virtual-passkeys.ts';

export const email = 'maya@harbour-pine.test';
export const password = 'quiet copper ladder';
export const issuerName = 'Harbour login';

/** An owner, her account, and what others would like to do with it. What the parts hand on is filled in on the way. */
export interface SignInStory extends AsyncDisposable {
  readonly url: string;
  readonly dataDir: string;
  readonly browsers: Browsers;
  /** The running process; after `restart`, the new one. */
  readonly coact: CoactProcess;
  /** Everything that Coact has written, over all its restarts. */
  readonly said: readonly string[];
  readonly maya: Somebody;
  readonly passkeys: VirtualPasskeys;
  app: AuthenticatorApp | null;
  recoveryCodes: readonly string[];
  /** Stops Coact, does `between` while it is down, and starts it again. */
  restart(between: () => Promise<void>): Promise<void>;
}

/** Coact alone, with nothing set but an OpenID Connect issuer: as somebody finds it who has just installed it. */
export async function beginSignInStory(): Promise<SignInStory> {
  if (!existsSync(new URL('../../../dist/web/index.html', import.meta.url))) {
    throw new Error('The web app is not built. Run the journeys with: npm test -- --only=journeys');
  }
  await using opening = new AsyncDisposableStack();
  const dataDir = await mkdtemp(join(tmpdir(), 'coact-sign-in-'));
  opening.defer(() => rm(dataDir, { recursive: true, force: true }));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const issuer = opening.use(await openTestIssuer({ redirectUri: `${url}/api/sign-in/oidc/callback` }));
  const env = {
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    OIDC_ISSUER: issuer.issuer,
    OIDC_CLIENT_ID: issuer.clientId,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
    OIDC_NAME: issuerName,
  };
  const said: string[] = [];
  const running = { coact: await startCoact(env) };
  opening.defer(async () => void (await running.coact.stop()));
  const browsers = opening.use(await openBrowsers(url));
  const maya = await browsers.somebody();
  const opened = opening.move();
  return {
    ...{ url, dataDir, browsers, maya },
    passkeys: await addVirtualPasskeys(maya.page),
    app: null,
    recoveryCodes: [],
    get coact() {
      return running.coact;
    },
    get said() {
      return [...said, ...running.coact.lines];
    },
    restart: async (between) => {
      await running.coact.stop();
      said.push(...running.coact.lines);
      await between();
      running.coact = await startCoact(env);
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
