import { z } from 'zod';
import { addressAt } from '../ask.ts';
import type { SetupFinding } from '../network.ts';
import { type AppVerdict, appFinding, untold } from '../setup/app-findings.ts';
import { errorOf } from './outcomes.ts';
import type { ThreadsApp } from './sign-in.ts';

const tokenSchema = z.object({ access_token: z.string().min(1) });

/**
 * What Meta says of the app: it gives a token of the app's own to who has its ID and secret, without anybody's account
 * (developers.facebook.com/documentation/threads/get-started/app-access-tokens). The token is thrown away.
 */
export async function inspectThreads(app: ThreadsApp): Promise<SetupFinding[]> {
  const settings = 'THREADS_APP_ID and THREADS_APP_SECRET';
  const finding = appFinding('Threads', settings, await verdictOf(app));
  const more = ' Threads has an ID and a secret of its own, apart from those of the Meta app around it.';
  return [
    finding.level === 'problem' ? { ...finding, sentence: finding.sentence + more } : finding,
    untold('Threads', ', nor whether Meta has approved the app for people who are not its testers'),
  ];
}

async function verdictOf({ ask, graphUrl, id, secret }: ThreadsApp): Promise<AppVerdict> {
  const query = { client_id: id, client_secret: secret, grant_type: 'client_credentials' };
  const answer = await ask(addressAt(graphUrl, '/oauth/access_token', query), { redirect: 'manual' });
  if (answer.kind === 'silent' || answer.status >= 500) return 'silent';
  if (answer.status === 200 && tokenSchema.safeParse(answer.body).success) return 'known';
  const error = errorOf(answer);
  return error === null || error.isTransient || answer.status === 429 ? 'unsaid' : 'refused';
}
