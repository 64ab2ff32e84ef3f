import pg from 'pg';
import type { openTestDatabase } from './database.ts';

type TestDatabase = Pick<Awaited<ReturnType<typeof openTestDatabase>>, 'engine'>;

/** Writes down what is asked of the database, as SQL without its values, from now on. */
export interface QueryRecord extends Disposable {
  /** What was asked since the last time. */
  take(): readonly string[];
}

/** Listens between the product and its database; the queue's own look-ups, which come by the clock, are left out. */
export function recordQueries({ engine }: TestDatabase): QueryRecord {
  let asked: string[] = [];
  const note = (statement: unknown) => {
    const text = typeof statement === 'string' ? statement : (statement as { text?: string } | null)?.text;
    if (text !== undefined && !/\bjobs\./.test(text)) asked.push(text);
  };
  const restore = 'pglite' in engine ? listenEmbedded(engine.pglite, note) : listenServer(note);
  const take = () => {
    const taken = asked;
    asked = [];
    return taken;
  };
  return { take, [Symbol.dispose]: restore };
}

type Queries = { query(...given: readonly unknown[]): unknown };

function listenOn(target: Queries, note: (statement: unknown) => void): () => void {
  const original = target.query;
  target.query = function query(this: unknown, ...given) {
    note(given[0]);
    return original.apply(this, [...given]);
  };
  return () => {
    target.query = original;
  };
}

function listenEmbedded(pglite: object, note: (statement: unknown) => void): () => void {
  const whole = pglite as Queries & { transaction(work: (tx: Queries) => Promise<unknown>): unknown };
  const transaction = whole.transaction;
  const restore = listenOn(whole, note);
  whole.transaction = (work) =>
    transaction.call(whole, (tx: Queries) => {
      listenOn(tx, note);
      return work(tx);
    });
  return () => {
    restore();
    whole.transaction = transaction;
  };
}

function listenServer(note: (statement: unknown) => void): () => void {
  return listenOn(pg.Client.prototype as unknown as Queries, note);
}
