import type { Database } from '../../db/index.ts';
import { SealBroken } from '../cipher.ts';
import { rootMarks } from '../key-store.ts';
import type { Keys } from '../keys.ts';
import { readRootFiles } from './key-file.ts';
import { type Binding, KeyServiceAway, providerOf, RootKeyProblem } from './root-key.ts';

const probe: Binding = { organisation: 'none', purpose: 'sealing', keyId: '00000000-0000-0000-0000-000000000000' };

/**
 * Looks whether the root key that the database names can still be used: it may have been taken away, or replaced from
 * another machine, since this process started. A key service that does not answer is no reason: keys stay in memory.
 * @returns the sentence for the operator; null when all is well
 */
export async function rootKeyProblem({ roots }: Pick<Keys, 'roots'>, db: Database): Promise<string | null> {
  const active = (await db.asOwner((tx) => rootMarks(tx))).find(({ state }) => state === 'active');
  if (active === undefined) return 'This database says of no root key that it is in use.';
  try {
    if (providerOf(active.id) === 'file') return fileProblem(roots, active.id);
    const root = await roots.byId(active.id);
    await root.unwrap(await root.wrap(Buffer.alloc(32, 7), probe), probe);
    return null;
  } catch (error) {
    if (error instanceof KeyServiceAway) return null;
    if (error instanceof RootKeyProblem) return error.message;
    if (error instanceof SealBroken) return `AWS KMS does not give back what was wrapped under ${active.id}.`;
    throw error;
  }
}

/** Read anew each time, past what this process remembers. */
function fileProblem({ folder }: Keys['roots'], id: string): string | null {
  const found = [...readRootFiles(folder).keys()];
  if (found.includes(id)) return null;
  const there = found.length === 0 ? 'no root key' : `the root key ${found.join(', ')}`;
  return `The database is sealed under the root key ${id}, but ${folder.path} holds ${there}. Put the right one back.`;
}
