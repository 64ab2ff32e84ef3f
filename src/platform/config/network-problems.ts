import { isLoopback } from './loopback.ts';

/** What is wrong with the settings for social networks: half an app would let nobody connect and say nothing. */
export function findNetworkProblems(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const problems: string[] = [];
  const [id, secret] = ['THREADS_APP_ID', 'THREADS_APP_SECRET'];
  for (const [missing, other] of [[id, secret] as const, [secret, id] as const]) {
    if (given[missing] === undefined && given[other] !== undefined) {
      problems.push(`${missing}: ${other} is set; give both, or neither.`);
    }
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
