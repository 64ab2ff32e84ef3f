import type { Destination } from './link.ts';

/** Questions to the database about slugs, gathered into few queries. */
export interface LookUps {
  /** Out: the link, null when there is none; `busy` when too many wait already, or the database did not answer. */
  ask(slug: string, options?: { readonly patient: boolean }): Promise<Destination | null | 'busy'>;
  /** An answer that is on its way may be from before a change: it is asked for again. Null: any slug may have changed. */
  changed(slug: string | null): void;
}

interface Question extends PromiseWithResolvers<Destination | null | 'busy'> {
  stale: boolean;
}

/** One query asks for this many: at 500 the round trip is a small part of its cost. */
const atOnce = 500;

/**
 * Slugs asked for while a query is under way go together into the next one, so that any number of visitors of unknown links are one
 * query at a time, and a scan through slugs cannot take the database away from others.
 * @param mostWaiting beyond this a question is not taken (unless it is patient: those come from us)
 */
export function createLookUps(
  read: (slugs: readonly string[]) => Promise<readonly Destination[]>,
  mostWaiting = 2_000,
): LookUps {
  const waiting = new Map<string, Question>();
  const sent = new Map<string, Question>();
  const answer = (slug: string, found: Destination | null | 'busy') => {
    const question = sent.get(slug);
    sent.delete(slug);
    if (question?.stale && found !== 'busy') waiting.set(slug, Object.assign(question, { stale: false }));
    else question?.resolve(found);
  };
  const send = async () => {
    if (sent.size > 0 || waiting.size === 0) return;
    const slugs = [...waiting.keys()].slice(0, atOnce);
    for (const slug of slugs) {
      const question = waiting.get(slug);
      waiting.delete(slug);
      if (question) sent.set(slug, question);
    }
    const found = await read(slugs).catch(() => null);
    // Should two ever be equal, the older one is meant: it stands in posts already.
    const bySlug = new Map(found?.toReversed().map((link) => [link.slug, link]));
    for (const slug of slugs) answer(slug, found === null ? 'busy' : (bySlug.get(slug) ?? null));
    await send();
  };
  return {
    ask: (slug, { patient } = { patient: false }) => {
      const before = waiting.get(slug) ?? sent.get(slug);
      if (before) return before.promise;
      if (!patient && waiting.size >= mostWaiting) return Promise.resolve('busy');
      const question = { ...Promise.withResolvers<Destination | null | 'busy'>(), stale: false };
      waiting.set(slug, question);
      void send();
      return question.promise;
    },
    changed: (slug) => {
      const questions = slug === null ? [...sent.values()] : [sent.get(slug)];
      for (const question of questions) if (question) question.stale = true;
    },
  };
}
