import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { ApiFailure } from '../../../../web/problem.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { runPath, runQuery, runSchema } from './contract.ts';
import { added, readQueue, type Sent, sendAll, type Waiting, without, writeQueue } from './queue.ts';

/** How often it is tried while something waits, beside whenever the browser says that it is online again. */
const everyMs = 15_000;

/** What this device has noted in a run and the server does not have yet; sent as soon as it can be. */
export function useQueue(runId: string) {
  const client = useQueryClient();
  const personId = useSignedIn().user.id;
  const [queue, setQueue] = useState<readonly Waiting[]>(() => readQueue(localStorage, personId));
  const isSending = useRef(false);
  const change = useCallback(
    (to: (now: readonly Waiting[]) => readonly Waiting[]) => {
      // From what is kept, not from what is shown: another tab may have added to it.
      const next = to(readQueue(localStorage, personId));
      writeQueue(localStorage, personId, next);
      setQueue(next);
    },
    [personId],
  );
  const send = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
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
      isSending.current = false;
    }
    void client.invalidateQueries({ queryKey: ['processes', 'runs'] });
  }, [client, personId, change]);
  const waits = queue.some(({ refused }) => refused === null);
  useEffect(() => {
    const go = () => void send();
    globalThis.addEventListener('online', go);
    const timer = waits ? setInterval(go, everyMs) : null;
    return () => {
      globalThis.removeEventListener('online', go);
      if (timer !== null) clearInterval(timer);
    };
  }, [send, waits]);
  useEffect(() => void send(), [send]);
  return {
    ofRun: queue.filter((one) => one.runId === runId),
    note: (entry: Waiting) => {
      change((now) => added(now, entry));
      void send();
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
