import { z } from 'zod';

/** What a notification carries: ids and small numbers, never anything personal. */
export type Payload = Readonly<Record<string, string | number>>;

/** Whoever wants to hear of a topic. */
export interface Listener {
  /** Another process, or this one, has committed something. */
  heard(payload: Payload): void;
  /** The connection was away for a while: anything may have happened, so read again what was remembered. */
  missed(): void;
}

/** Ways to hear what was notified. */
export interface Notifications {
  /**
   * Registers a listener. Resolved when notifications arrive, or when that has failed once; then it is tried again in the background
   * and `missed` tells when it worked.
   * @returns a function that ends it
   */
  listen(topic: string, listener: Listener): Promise<() => void>;
  /** Milliseconds since notifications were last known to arrive; null when nobody listens. For probes and figures. */
  silentMs(): number | null;
  close(): Promise<void>;
}

/** One channel for everything: a process listens to all topics anyway, and one is easier to look at with psql. */
export const channel = 'coact';
/** PostgreSQL takes less than 8,000 bytes. */
const mostBytes = 7_900;
const topicForm = /^[a-z]+(\.[a-z_]+)*$/;
const payloadSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** @throws RangeError for a topic of another form, and for a payload that no notification can carry */
export function writeNotification(topic: string, payload: Payload): string {
  if (!topicForm.test(topic)) throw new RangeError('not a topic');
  const text = `${topic} ${JSON.stringify(payload)}`;
  if (Buffer.byteLength(text) > mostBytes) throw new RangeError('a notification holds ids only, and not so many');
  return text;
}

/** Listeners by topic, and how a text from the channel reaches them. */
export class Listeners {
  readonly #byTopic = new Map<string, Set<Listener>>();
  readonly #failed: (error: unknown) => void;

  /** @param failed told of what a listener throws: one must not keep the others from hearing */
  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  add(topic: string, listener: Listener): () => void {
    if (!topicForm.test(topic)) throw new RangeError('not a topic');
    const listeners = this.#byTopic.get(topic) ?? new Set();
    this.#byTopic.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }

  /** Anybody with a login may write to the channel: what is no notification of ours is passed over. */
  hear(text: string): void {
    const space = text.indexOf(' ');
    const payload = payloadSchema.safeParse(readJson(text.slice(space + 1)));
    if (space < 0 || !payload.success) return;
    for (const listener of this.#byTopic.get(text.slice(0, space)) ?? [])
      this.#call(() => listener.heard(payload.data));
  }

  missed(): void {
    for (const listeners of this.#byTopic.values())
      for (const listener of listeners) this.#call(() => listener.missed());
  }

  #call(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.#failed(error);
    }
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
