import type { z } from 'zod';
import { isLoopback } from './loopback.ts';
import type { settings } from './settings.ts';

type Read = z.infer<z.ZodObject<typeof settings>>;

/** The service that suggests other wordings. Null where the operator has set none up. */
export function rewritingOf({ REWRITING_URL: url, REWRITING_MODEL: model, REWRITING_TOKEN: token }: Read) {
  return url === undefined || model === undefined ? null : Object.freeze({ url, model, token: token ?? null });
}

/** What is wrong with its settings. */
export function findRewritingProblems(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const problems: string[] = [];
  const names = ['REWRITING_URL', 'REWRITING_MODEL', 'REWRITING_TOKEN'];
  const isSet = names.some((name) => given[name] !== undefined);
  for (const name of names.slice(0, 2)) {
    if (isSet && given[name] === undefined) {
      problems.push(`${name}: suggesting wordings needs it; give it, or leave all REWRITING_ settings out.`);
    }
  }
  const address = URL.parse(given.REWRITING_URL ?? '');
  if (address?.protocol === 'http:' && !isLoopback(address.hostname)) {
    problems.push('REWRITING_URL: plain http is for localhost only; use https.');
  }
  if (address !== null && (address.username !== '' || address.search !== '')) {
    problems.push('REWRITING_URL: give it without a password or a query; the key is REWRITING_TOKEN.');
  }
  return problems;
}
