import type { SetupFinding } from '../network.ts';

/**
 * What a network answered to a sign-in with a code that it never gave out. `known`: it found fault with the code alone, so
 * the app is its own. `unsaid`: its answer is neither.
 */
export type AppVerdict = 'known' | 'refused' | 'silent' | 'unsaid';

/** How the app at a network is set up, in words. @param settings the names of its settings, as a sentence has them */
export function appFinding(title: string, settings: string, verdict: AppVerdict): SetupFinding {
  switch (verdict) {
    case 'known':
      return { level: 'good', sentence: `${title} knows this installation’s app and takes its secret.` };
    case 'refused':
      return {
        level: 'problem',
        sentence: `${title} does not take this installation’s app. Compare ${settings} with what the app’s page at ${title} shows; a secret that was made anew there has to be set here too.`,
      };
    case 'silent':
      return {
        level: 'warning',
        sentence: `${title} does not answer. If that stays so, look whether this installation may reach the internet.`,
      };
    case 'unsaid':
      return {
        level: 'warning',
        sentence: `${title} answers, but not in a way that tells whether ${settings} are right. Connect an account to find out.`,
      };
  }
}

/** What no network tells anybody who has no account. */
export function untold(title: string, products: string): SetupFinding {
  return {
    level: 'note',
    sentence: `${title} tells nobody whether the redirect address is entered there${products}. Connecting one account shows it.`,
  };
}
