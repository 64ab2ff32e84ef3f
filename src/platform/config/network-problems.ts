import { isLoopback } from './loopback.ts';

const loneSecret = 'there is a secret without an app; set it too.';
const both = (other: string) => `${other} is set; give both, or neither.`;
/** A setting that is missing, the one that is of no use without it, and what to do. X has apps without a secret. */
const halves = [
  ['THREADS_APP_ID', 'THREADS_APP_SECRET', both('THREADS_APP_SECRET')],
  ['THREADS_APP_SECRET', 'THREADS_APP_ID', both('THREADS_APP_ID')],
  ['LINKEDIN_CLIENT_SECRET', 'LINKEDIN_CLIENT_ID', 'LinkedIn takes no app without its secret; set it too.'],
  ['LINKEDIN_CLIENT_ID', 'LINKEDIN_CLIENT_SECRET', loneSecret],
  ['X_CLIENT_ID', 'X_CLIENT_SECRET', loneSecret],
] as const;

/** What is wrong with the settings for social networks: half an app would let nobody connect and say nothing. */
export function findNetworkProblems(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const problems: string[] = [];
  for (const [missing, other, sentence] of halves) {
    if (given[missing] === undefined && given[other] !== undefined) problems.push(`${missing}: ${sentence}`);
  }
  for (const name of ['MASTODON_SERVER_URL', 'THREADS_AUTHORIZE_URL', 'THREADS_GRAPH_URL']) {
    const address = URL.parse(given[name] ?? '');
    if (address?.protocol === 'http:' && !isLoopback(address.hostname)) {
      problems.push(`${name}: plain http is for localhost only; use https.`);
    }
  }
  const server = URL.parse(given.MASTODON_SERVER_URL ?? '');
  if (server !== null && server.pathname !== '/')
    problems.push('MASTODON_SERVER_URL: give the host only, without a path.');
  return problems;
}
