import { type App, askAboutApp } from '../code-flow.ts';
import type { SetupFinding } from '../network.ts';
import { appFinding, untold } from '../setup/app-findings.ts';

/** LinkedIn supports a version for at least a year (learn.microsoft.com/linkedin/marketing/versioning). */
const monthsAlive = 12;
const warnAfterMonths = 10;

/** What LinkedIn says of the app, and what its calendar of versions says of the one that is used. */
export async function inspectLinkedIn(
  app: App,
  version: { readonly name: string; readonly isRefused: boolean },
  now: Date,
): Promise<SetupFinding[]> {
  const verdict = await askAboutApp(app);
  return [
    appFinding(app.title, 'LINKEDIN_CLIENT_ID and LINKEDIN_CLIENT_SECRET', verdict),
    versionFinding(version, now),
    untold(app.title, ', nor whether the app has the products “Share on LinkedIn” and “Sign In with LinkedIn”'),
  ];
}

/** LinkedIn tells of versions only to people with an account; how old this one is, the calendar tells. */
export function versionFinding(
  { name, isRefused }: { readonly name: string; readonly isRefused: boolean },
  now: Date,
): SetupFinding {
  const newer = 'Set LINKEDIN_VERSION to a newer one';
  if (isRefused) {
    return { level: 'problem', sentence: `LinkedIn has switched version ${name} off: posts wait. ${newer}.` };
  }
  const age = (now.getUTCFullYear() - Number(name.slice(0, 4))) * 12 + now.getUTCMonth() + 1 - Number(name.slice(4));
  if (age < 0)
    return { level: 'problem', sentence: `Version ${name} of LinkedIn is not out yet. Correct LINKEDIN_VERSION.` };
  const old = `Version ${name} of LinkedIn is ${age} months old, and LinkedIn keeps one for a year.`;
  if (age >= monthsAlive) return { level: 'warning', sentence: `${old} It may end any day. ${newer} now.` };
  if (age >= warnAfterMonths) return { level: 'warning', sentence: `${old} ${newer} soon.` };
  return { level: 'good', sentence: `Version ${name} of LinkedIn is young enough: LinkedIn keeps one for a year.` };
}
