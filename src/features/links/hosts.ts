import type { Database, OrgId } from '../../platform/db/index.ts';
import type { Log } from '../../platform/log/index.ts';
import { hostTopic, servedHosts } from './domains/store.ts';

/** The organisations' own hosts that answer, in memory: a redirect asks nobody whose a host is. */
export interface Hosts {
  /** @param host in lower case, without port */
  ownerOf(host: string): OrgId | null;
  readonly size: number;
  close(): void;
}

/** How long a failed reading waits before it is tried again. Milliseconds. */
const pauseMs = 1_000;

/** Reads all hosts, and again whenever one was proved or given up, in whichever process. */
export async function openHosts(db: Database, log: Log): Promise<Hosts> {
  let owners: ReadonlyMap<string, OrgId> = new Map();
  let wanted = 0;
  let closed = false;
  const read = async () => {
    wanted += 1;
    const mine = wanted;
    const found = await servedHosts(db);
    // An answer to an earlier question may come later.
    if (mine === wanted) owners = found;
  };
  const readAgain = (): void => {
    read().catch((error: unknown) => {
      log.error({ event: 'links_hosts_unread' }, error);
      if (!closed) setTimeout(readAgain, pauseMs).unref();
    });
  };
  const deaf = await db.listen(hostTopic, { heard: readAgain, missed: readAgain });
  await read();
  return {
    ownerOf: (host) => owners.get(host) ?? null,
    get size() {
      return owners.size;
    },
    close: () => {
      closed = true;
      deaf();
    },
  };
}
