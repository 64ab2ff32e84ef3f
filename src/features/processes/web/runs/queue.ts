import { z } from '../../../../web/zod.ts';

/** A step that was noted on this device. It is kept until the server has it. */
const waiting = z.object({
  ...{ id: z.string(), runId: z.string(), stepId: z.string(), doneAt: z.string() },
  ...{
    value: z.number().nullable(),
    choice: z.number().nullable(),
    words: z.string(),
    pictureId: z.string().nullable(),
  },
  /** Why the server did not take it; it waits for the person then, and is not sent by itself. */
  refused: z.object({ code: z.string(), sentence: z.string() }).nullable(),
});
export type Waiting = z.infer<typeof waiting>;

/** What came of sending one. `away`: the server could not be reached, or is to be asked again later. */
export type Sent =
  | { readonly kind: 'kept' }
  | { readonly kind: 'away' }
  | { readonly kind: 'refused'; readonly code: string; readonly sentence: string };

/** Where the queue is kept over a reload; `localStorage` in browsers. */
export type Keep = Pick<Storage, 'getItem'>;

/** Where it is kept in this browser what somebody noted of runs. */
export const keptAs = (personId: string) => `coact.run-entries.${personId}`;

/** What waits on this device for somebody. What can't be read any more is nobody's: an older version wrote it. */
export function readQueue(keep: Keep, personId: string): readonly Waiting[] {
  try {
    const parsed = z.array(waiting).safeParse(JSON.parse(keep.getItem(keptAs(personId)) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

/** Adds one at the end; of one step there is one, the latest. */
export function added(queue: readonly Waiting[], entry: Waiting): readonly Waiting[] {
  return [...queue.filter(({ runId, stepId }) => runId !== entry.runId || stepId !== entry.stepId), entry];
}

export const without = (queue: readonly Waiting[], id: string): readonly Waiting[] =>
  queue.filter((one) => one.id !== id);

/** The queue after one was sent: gone when it was kept, with a reason when it was refused. */
function afterSending(queue: readonly Waiting[], id: string, sent: Sent): readonly Waiting[] {
  if (sent.kind === 'kept') return without(queue, id);
  if (sent.kind === 'away') return queue;
  const { code, sentence } = sent;
  return queue.map((one) => (one.id === id ? { ...one, refused: { code, sentence } } : one));
}

/**
 * Sends what waits, in the order in which it was done, as a decision opens the steps behind it. Stops where the server is
 * away. Sent twice, as when an answer is lost, an entry counts once: its id goes with it.
 * @param change takes what is there now to what shall be, as more may be noted meanwhile
 */
export async function sendAll(
  read: () => readonly Waiting[],
  send: (entry: Waiting) => Promise<Sent>,
  change: (to: (queue: readonly Waiting[]) => readonly Waiting[]) => void,
): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const next = read().find(({ id, refused }) => refused === null && !tried.has(id));
    if (next === undefined) return;
    tried.add(next.id);
    const sent = await send(next);
    if (sent.kind === 'away') return;
    change((queue) => afterSending(queue, next.id, sent));
  }
}
