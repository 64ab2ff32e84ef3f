import { setTimeout as pause } from 'node:timers/promises';
import { randomId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Later, Network, NetworkName, PostOutcome } from '../network.ts';
import type { Parts } from '../parts.ts';
import { queueRevocation } from './revocations.ts';
import { type HeldSession, holdSession, openSession, sealSession } from './sealing.ts';
import { dropLease, findAccount, type Ref, takeLease, updateAccount } from './store.ts';

export type Renewal = { readonly kind: 'fresh'; readonly held: HeldSession } | { readonly kind: 'reconnect' } | Later;

interface Loaded {
  readonly network: NetworkName;
  readonly held: HeldSession;
}

/** Longer than the slowest refresh: an identity look-up and two requests with 20 s each. */
const leaseMs = 90_000;
const waitStepMs = 250;
const nearEndMs = 60_000;

/**
 * The sessions of connected accounts: read for use, and refreshed by one at a time. A refresh token works once; if two
 * used it, the network would end the session. In this process callers join the refresh under way; between processes a
 * lease in the database, not an open transaction, keeps the others waiting.
 */
export class Sessions {
  readonly #parts: Parts;
  readonly #underWay = new Map<string, Promise<Renewal>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Posts with an account's session, refreshed before if it is about to end and once more if the network does not
   * take it. Nothing is written about the use; an account that turns out dead is marked by the refresh job, not here.
   */
  async use(
    ref: Ref,
    work: (network: Network, session: string) => Promise<PostOutcome>,
  ): Promise<Exclude<PostOutcome, { kind: 'stale' }>> {
    const loaded = await this.#read(ref);
    if (!loaded) return { kind: 'reconnect' };
    const network = this.#parts.networks[loaded.network];
    const first = this.#isEnding(loaded.held) ? await this.renew(ref, loaded.held.session) : loaded;
    if ('kind' in first && first.kind !== 'fresh') return first;
    const outcome = await work(network, first.held.session);
    if (outcome.kind !== 'stale') return outcome;
    const second = await this.renew(ref, first.held.session);
    if (second.kind !== 'fresh') return second;
    const again = await work(network, second.held.session);
    return again.kind === 'stale' ? { kind: 'reconnect' } : again;
  }

  /** The session as stored, or null when the account is gone or wants to be connected again. */
  async #read(ref: Ref): Promise<Loaded | null> {
    return this.#parts.db.inOrg(ref.orgId, (tx) => this.#load(tx, ref.id));
  }

  /** The session of an account in hand, for whoever refreshes by schedule. */
  async current(ref: Ref): Promise<HeldSession | null> {
    return (await this.#read(ref))?.held ?? null;
  }

  /** Marks an account to be connected again, unless it has another session than the lost one by now. */
  async markLost(ref: Ref, lost: string): Promise<void> {
    await this.#parts.db.inOrg(ref.orgId, async (tx) => {
      const now = await this.#load(tx, ref.id);
      if (now?.held.session !== lost) return;
      await updateAccount(tx, ref.id, { state: 'reconnect', session: null, refresh_due: null });
    });
  }

  /** Refreshes a session, unless `spent` has been replaced already: then that is the answer. */
  renew(ref: Ref, spent: string): Promise<Renewal> {
    const key = `${ref.orgId}/${ref.id}`;
    const joined = this.#underWay.get(key);
    if (joined) return joined;
    const own = this.#renewAlone(ref, spent).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, own);
    return own;
  }

  async #renewAlone(ref: Ref, spent: string): Promise<Renewal> {
    const holder = randomId();
    for (let waited = 0; waited < leaseMs; waited += waitStepMs) {
      const turn = await this.#takeTurn(ref, spent, holder);
      if (turn.kind === 'mine') return this.#refresh(ref, turn.loaded, holder);
      if (turn.kind !== 'wait') return turn;
      await pause(waitStepMs);
    }
    return { kind: 'later', afterSeconds: 30 };
  }

  #takeTurn(
    ref: Ref,
    spent: string,
    holder: string,
  ): Promise<Renewal | { kind: 'wait' } | { kind: 'mine'; loaded: Loaded }> {
    const now = this.#parts.clock.now();
    return this.#parts.db.inOrg(ref.orgId, async (tx) => {
      const read = await this.#load(tx, ref.id);
      // Most callers come when the session has been replaced already: they write nothing.
      if (read?.held.session !== spent) return replaced(read);
      if (!(await takeLease(tx, ref.id, holder, now, new Date(now.getTime() + leaseMs)))) return { kind: 'wait' };
      // Read again under the lease: its last holder may have replaced the session meanwhile, and a spent refresh token
      // would be used a second time.
      const loaded = await this.#load(tx, ref.id);
      if (loaded?.held.session === spent) return { kind: 'mine', loaded };
      await dropLease(tx, ref.id, holder);
      return replaced(loaded);
    });
  }

  async #refresh(ref: Ref, { network, held }: Loaded, holder: string): Promise<Renewal> {
    const { networks, clock, db } = this.#parts;
    const outcome = await networks[network].refresh(held.session);
    if (outcome.kind !== 'fresh') {
      await db.inOrg(ref.orgId, (tx) => dropLease(tx, ref.id, holder));
      return outcome;
    }
    const next = holdSession(outcome, clock.now());
    const isKept = await insist(() => this.#replace(ref, held.session, next, holder, network));
    return isKept ? { kind: 'fresh', held: next } : { kind: 'reconnect' };
  }

  /** Stores the new session in place of the spent one; an account disconnected meanwhile gets it revoked instead. */
  #replace(ref: Ref, spent: string, next: HeldSession, holder: string, network: NetworkName): Promise<boolean> {
    const { db, vault } = this.#parts;
    return db.inOrg(ref.orgId, async (tx) => {
      const now = await this.#load(tx, ref.id);
      const isSame = now?.held.session === spent;
      if (isSame) await updateAccount(tx, ref.id, { session: await sealSession(vault, tx, ref.id, next) });
      else await queueRevocation(this.#parts, tx, network, next.session);
      await dropLease(tx, ref.id, holder);
      return isSame;
    });
  }

  async #load(tx: Tx, id: string): Promise<Loaded | null> {
    const row = await findAccount(tx, id);
    if (!row?.session) return null;
    return { network: row.network, held: await openSession(this.#parts.vault, tx, id, row.session) };
  }

  #isEnding({ endsAt }: HeldSession): boolean {
    return endsAt !== null && endsAt.getTime() - this.#parts.clock.now().getTime() < nearEndMs;
  }
}

/** What somebody else's refresh left: another session, or none any more. */
function replaced(loaded: Loaded | null): Renewal {
  return loaded ? { kind: 'fresh', held: loaded.held } : { kind: 'reconnect' };
}

/** The old session is spent by now: a database that stumbles must not cost the new one. */
async function insist<T>(store: () => Promise<T>): Promise<T> {
  for (const waitMs of [100, 1_000, 5_000]) {
    try {
      return await store();
    } catch {
      await pause(waitMs);
    }
  }
  return store();
}
