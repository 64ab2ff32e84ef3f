import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import { call } from '../../../../web/api.ts';
import { ApiFailure } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { runPath, runQuery, runSchema } from './contract.ts';
import { keepQueue, useKept } from './kept-queue.ts';
import { added, readQueue, type Sent, sendAll, type Waiting, without } from './queue.ts';

/** How often it is tried while something waits, beside whenever the browser says that it is online again. */
const everyMs = 15_000;

// One for the whole page: the run that is open and the frame around it send from the same queue.
let isSending = false;

/** Sends what waits on this device, now and whenever it may work again. */
export function useSending(): {
  readonly queue: readonly Waiting[];
  readonly change: Change;
  readonly send: () => void;
} {
  const client = useQueryClient();
  const personId = useSignedIn().user.id;
  const kept = useKept(personId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew whenever what is kept has changed
  const queue = useMemo(() => readQueue(localStorage, personId), [personId, kept]);
  const change = useCallback<Change>(
    (to) => {
      // From what is kept, not from what is shown: another tab may have added to it.
      keepQueue(personId, to(readQueue(localStorage, personId)));
    },
    [personId],
  );
  const send = useCallback(async () => {
    if (isSending || readQueue(localStorage, personId).length === 0) return;
    isSending = true;
    try {
      const post = async ({ runId: run, refused: _, ...entry }: Waiting): Promise<Sent> => {
        try {
          const after = await call(runSchema, 'POST', `${runPath(run)}/entries` as const, { body: entry });
          client.setQueryData(runQuery(run).queryKey, after);
          return { kind: 'kept' };
        } catch (error) {
          return outcomeOf(error);
        }
      };
      await sendAll(() => readQueue(localStorage, personId), post, change);
    } finally {
      isSending = false;
    }
    void client.invalidateQueries({ queryKey: ['processes', 'runs'] });
  }, [client, personId, change]);
  const waits = queue.some(({ refused }) => refused === null);
  useEffect(() => {
    if (!waits) return;
    const go = () => void send();
    go();
    globalThis.addEventListener('online', go);
    const timer = setInterval(go, everyMs);
    return () => {
      globalThis.removeEventListener('online', go);
      clearInterval(timer);
    };
  }, [send, waits]);
  return { queue, change, send: () => void send() };
}

type Change = (to: (now: readonly Waiting[]) => readonly Waiting[]) => void;

/** What this device has noted in a run and the server does not have yet. */
export function useQueue(runId: string) {
  const { queue, change, send } = useSending();
  return {
    ofRun: queue.filter((one) => one.runId === runId),
    note: (entry: Waiting) => {
      change((now) => added(now, entry));
      send();
    },
    drop: (id: string) => change((now) => without(now, id)),
  };
}

/** Only a clear no is an answer: whatever else went wrong, it is sent again. */
function outcomeOf(error: unknown): Sent {
  if (!(error instanceof ApiFailure)) return { kind: 'away' };
  const isAnswer = error.kind === 'refused' || error.kind === 'not-found' || error.kind === 'forbidden';
  return isAnswer ? { kind: 'refused', code: error.code ?? error.kind, sentence: error.message } : { kind: 'away' };
}
