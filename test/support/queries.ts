import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { openTestDatabase } from './database.ts';

type TestDatabase = Pick<Awaited<ReturnType<typeof openTestDatabase>>, 'engine'>;

/** Writes down what is asked of the database, as SQL without its values. */
export interface QueryRecord extends Disposable {
  /** What is asked for the sake of `work`, until it ends: not what the clock or other work asks meanwhile. */
  of(work: () => Promise<unknown>): Promise<readonly string[]>;
}

/** Listens between the product and its database. */
export function recordQueries({ engine }: TestDatabase): QueryRecord {
  const asking = new AsyncLocalStorage<string[]>();
  const note = (statement: unknown) => {
    const text = typeof statement === 'string' ? statement : (statement as { text?: string } | null)?.text;
    if (text !== undefined) asking.getStore()?.push(text);
  };
  const restore = 'pglite' in engine ? listenEmbedded(engine.pglite, note) : listenServer(note);
  const of = async (work: () => Promise<unknown>) => {
    const asked: string[] = [];
    await asking.run(asked, work);
    return [...asked];
  };
  return { of, [Symbol.dispose]: restore };
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
