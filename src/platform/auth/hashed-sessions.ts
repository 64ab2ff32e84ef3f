import type { BetterAuthOptions } from 'better-auth';
import type { DBAdapter, DBTransactionAdapter, Where } from 'better-auth/types';
import { tokenHash } from '../vault/index.ts';

type Store = Omit<DBTransactionAdapter<BetterAuthOptions>, never>;

/**
 * Puts a hash between the library and the table of sessions: it asks with the secret of the cookie and gets the secret
 * back in its results, while the table only ever sees SHA-256. Listings hold the hash, which opens nothing.
 */
export function hashSessionTokens(inner: DBAdapter<BetterAuthOptions>): DBAdapter<BetterAuthOptions> {
  return {
    ...inner,
    ...wrap(inner),
    transaction: (work) => inner.transaction((trx) => work({ ...trx, ...wrap(trx) })),
  };
}

function wrap(
  inner: Store,
): Pick<
  Store,
  'create' | 'findOne' | 'findMany' | 'update' | 'updateMany' | 'delete' | 'deleteMany' | 'consumeOne' | 'count'
> {
  return {
    create: async <T extends Record<string, unknown>, R = T>(call: Parameters<Store['create']>[0]) => {
      if (call.model !== 'session') return inner.create<T, R>(call as Parameters<typeof inner.create<T, R>>[0]);
      const { token } = call.data as { token?: unknown };
      if (typeof token !== 'string') throw new Error('a session without a token');
      const made = await inner.create({ ...call, data: { ...call.data, token: hash(token) } });
      return { ...made, token } as R;
    },
    findOne: async <T>(call: Parameters<Store['findOne']>[0]) =>
      reveal(await inner.findOne<T>(conceal(call)), call) as T | null,
    findMany: (call) => inner.findMany(conceal(call)),
    count: (call) => inner.count(conceal(call)),
    update: async <T>(call: Parameters<Store['update']>[0]) =>
      reveal(await inner.update<T>(conceal(call)), call) as T | null,
    updateMany: (call) => inner.updateMany(conceal(call)),
    delete: (call) => inner.delete(conceal(call)),
    deleteMany: (call) => inner.deleteMany(conceal(call)),
    consumeOne: async <T>(call: Parameters<Store['consumeOne']>[0]) =>
      reveal(await inner.consumeOne<T>(conceal(call)), call) as T | null,
  };
}

function hash(token: string): string {
  return Buffer.from(tokenHash(token)).toString('base64url');
}

type Call = { readonly model: string; readonly where?: Where[] | undefined };

function isToken(condition: Where): boolean {
  return condition.field === 'token';
}

function conceal<C extends Call>(call: C): C {
  if (call.model !== 'session' || !call.where?.some(isToken)) return call;
  const where = call.where.map((condition) => {
    if (!isToken(condition)) return condition;
    const { value } = condition;
    if (Array.isArray(value)) return { ...condition, value: value.map((item) => hash(String(item))) };
    return { ...condition, value: hash(String(value)) };
  });
  return { ...call, where };
}

/** The library signs the cookie with the row's token: give it the one it asked with. */
function reveal(row: unknown, call: Call): unknown {
  if (call.model !== 'session' || row === null || typeof row !== 'object') return row;
  const asked = call.where?.find(isToken)?.value;
  return typeof asked === 'string' ? { ...row, token: asked } : row;
}
