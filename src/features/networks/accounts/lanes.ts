import type { NetworkName, PostOutcome } from '../network.ts';

/** Posts under way at one of a network's servers: one that hangs leaves two of the network's eight workers to the others. */
const mostAtOnce = 6;
/** Who comes back after a pause is spread over at least this, so that the limit is not met by everybody in the same second. */
const spreadSeconds = 20;

interface Lane {
  underWay: number;
  /** When the server takes posts again, milliseconds; 0 when it does. */
  pausedUntil: number;
}

/**
 * Keeps what one server does to itself. A lane is a server that posts go to: a network, or one of its servers where it has
 * many. When it says that it takes no more from anybody here for now, nobody asks it again before that time; when it hangs,
 * it holds a few workers and no more. Kept in this process only: another one is told by the server as this one was.
 */
export class Lanes {
  readonly #lanes = new Map<string, Lane>();
  readonly #now: () => number;
  readonly #random: () => number;

  constructor(now: () => number, random: () => number = Math.random) {
    this.#now = now;
    this.#random = random;
  }

  /**
   * Runs `post` when the lane is free, and heeds what it says for everybody; else says when to come again.
   * @param server host name; null where the network is one server, which may hold all of its own workers
   */
  async run<Outcome extends Pick<PostOutcome, 'kind'>>(
    network: NetworkName,
    server: string | null,
    post: () => Promise<Outcome>,
  ): Promise<Outcome | Extract<PostOutcome, { kind: 'later' }>> {
    const lane = this.#laneOf(`${network} ${server ?? ''}`);
    const waitMs = lane.pausedUntil - this.#now();
    if (waitMs > 0) return { kind: 'later', afterSeconds: Math.ceil(waitMs / 1_000 + this.#random() * spreadSeconds) };
    if (server !== null && lane.underWay >= mostAtOnce)
      return { kind: 'later', afterSeconds: 1 + Math.floor(this.#random() * 4) };
    lane.underWay += 1;
    try {
      const outcome = await post();
      // The longest that was named: answers to posts that were under way together may name different ends.
      if (isPause(outcome)) lane.pausedUntil = Math.max(lane.pausedUntil, this.#now() + outcome.afterSeconds * 1_000);
      return outcome;
    } finally {
      lane.underWay -= 1;
      this.#forgetIdle();
    }
  }

  #laneOf(name: string): Lane {
    const known = this.#lanes.get(name);
    if (known) return known;
    const fresh = { underWay: 0, pausedUntil: 0 };
    this.#lanes.set(name, fresh);
    return fresh;
  }

  /** Servers are named by people; what is idle is not kept. */
  #forgetIdle(): void {
    const now = this.#now();
    for (const [name, lane] of this.#lanes) {
      if (lane.underWay === 0 && lane.pausedUntil <= now) this.#lanes.delete(name);
    }
  }

  /** Lanes that something is known of; for tests. */
  get size(): number {
    return this.#lanes.size;
  }
}

function isPause(outcome: Pick<PostOutcome, 'kind'>): outcome is Extract<PostOutcome, { kind: 'later' }> {
  return outcome.kind === 'later' && 'forEverybody' in outcome && outcome.forEverybody === true;
}
