import type { Tx } from '../../../platform/db/index.ts';
import type { ShareRequest } from '../request.ts';
import { findRequest, setProgress } from '../store.ts';
import { stateOnceStopped } from './send.ts';

const nowhere = 'There is no channel left that it goes to. Choose one, then send it again.';

/**
 * Says of a request as a whole what its messages say one by one: out with the first that stands in its channel; not
 * known while one of them may stand there; failed where every channel has refused. Whoever calls this has locked it.
 */
export async function settle(tx: Tx, requestId: string): Promise<void> {
  const request = await findRequest(tx, requestId);
  if (request === null) return;
  const problem = problemWords(request);
  if (request.state !== 'scheduled') {
    if (problem !== request.deliveryProblem) await setProgress(tx, requestId, { delivery_problem: problem });
    return;
  }
  const has = (state: string) => request.messages.some((message) => message.state === state);
  if (has('sending')) return;
  if (has('uncertain')) await setProgress(tx, requestId, { delivery: 'uncertain', delivery_problem: problem });
  else if (has('queued')) await setProgress(tx, requestId, { delivery: 'queued', delivery_problem: problem });
  else await giveBack(tx, request, problem ?? nowhere);
}

/** A request that could not be sent is as before, so that the publisher can mend it and send it again; nothing is lost. */
export async function giveBack(tx: Tx, request: ShareRequest, problem: string): Promise<void> {
  const state = await stateOnceStopped(tx, request);
  await setProgress(tx, request.id, { state, send_at: null, delivery: 'failed', delivery_problem: problem });
}

/** What is wrong in which channel; of a request with one channel there is no need to name it. */
function problemWords({ messages, channels }: Pick<ShareRequest, 'messages' | 'channels'>): string | null {
  const wrong = messages.flatMap(({ channelId, problem, reminder }) => {
    const sentence = problem ?? reminder?.problem;
    return sentence ? [inChannel({ channels }, channelId, sentence)] : [];
  });
  return wrong.length === 0 ? null : wrong.join(' ');
}

/** A sentence about one of a request's channels. */
export function inChannel({ channels }: Pick<ShareRequest, 'channels'>, channelId: string, sentence: string): string {
  if (channels.length < 2) return sentence;
  return `#${channels.find(({ id }) => id === channelId)?.name ?? channelId}: ${sentence}`;
}
