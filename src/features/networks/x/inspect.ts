import { type App, askAboutApp } from '../code-flow.ts';
import type { SetupFinding } from '../network.ts';
import { appFinding, untold } from '../setup/app-findings.ts';

/** What X says of the app. One without a secret is told nothing about: X then finds fault with the code alone. */
export async function inspectX(app: App): Promise<SetupFinding[]> {
  const verdict = await askAboutApp(app);
  const isPublic = app.clientSecret === undefined;
  const settings = isPublic ? 'X_CLIENT_ID' : 'X_CLIENT_ID and X_CLIENT_SECRET';
  const first: SetupFinding =
    isPublic && verdict === 'known'
      ? {
          level: 'note',
          sentence:
            'X answers. For an app without X_CLIENT_SECRET it does not tell whether X_CLIENT_ID is right: connect an account to find out.',
        }
      : appFinding(app.title, settings, verdict);
  return [first, untold(app.title, ', nor how much credit the app has left')];
}
