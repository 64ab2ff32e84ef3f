import type { Destination } from './link.ts';

/** Questions to the database about links by their keys, gathered into few queries. */
export interface LookUps {
  /** Out: the link, null when there is none; `busy` when too many wait already, or the database did not answer. */
  ask(key: string, options?: { readonly patient: boolean }): Promise<Destination | null | 'busy'>;
  /** An answer that is on its way may be from before a change: it is asked for again. Null: any link may have changed. */
  changed(key: string | null): void;
}

interface Question extends PromiseWithResolvers<Destination | null | 'busy'> {
  stale: boolean;
}

/** One query asks for this many: at 500 the round trip is a small part of its cost. */
const atOnce = 500;

/**
 * Keys asked for while a query is under way go together into the next one, so that any number of visitors of unknown links are one
 * query at a time, and a scan through slugs cannot take the database away from others.
 * @param mostWaiting beyond this a question is not taken (unless it is patient: those come from us)
 */
export function createLookUps(
  read: (keys: readonly string[]) => Promise<readonly Destination[]>,
  mostWaiting = 2_000,
): LookUps {
  const waiting = new Map<string, Question>();
  const sent = new Map<string, Question>();
  const answer = (key: string, found: Destination | null | 'busy') => {
    const question = sent.get(key);
    sent.delete(key);
    if (question?.stale && found !== 'busy') waiting.set(key, Object.assign(question, { stale: false }));
    else question?.resolve(found);
  };
  const send = async () => {
    if (sent.size > 0 || waiting.size === 0) return;
    const keys = [...waiting.keys()].slice(0, atOnce);
    for (const key of keys) {
      const question = waiting.get(key);
      waiting.delete(key);
      if (question) sent.set(key, question);
    }
    const found = await read(keys).catch(() => null);
    // Should two ever be equal, the older one is meant: it stands in posts already.
    const byKey = new Map(found?.toReversed().map((link) => [link.key, link]));
    for (const key of keys) answer(key, found === null ? 'busy' : (byKey.get(key) ?? null));
    await send();
  };
  return {
    ask: (key, { patient } = { patient: false }) => {
      const before = waiting.get(key) ?? sent.get(key);
      if (before) return before.promise;
      if (!patient && waiting.size >= mostWaiting) return Promise.resolve('busy');
      const question = { ...Promise.withResolvers<Destination | null | 'busy'>(), stale: false };
      waiting.set(key, question);
      void send();
      return question.promise;
    },
    changed: (key) => {
      const questions = key === null ? [...sent.values()] : [sent.get(key)];
      for (const question of questions) if (question) question.stale = true;
    },
  };
}
