/**
 * A small store in memory for what servers say about themselves: entries end after `lifetimeMs`, the oldest goes when
 * `most` are held. Fits the OAuth library's cache interface.
 */
export class BriefMemory<Value extends NonNullable<unknown>> {
  readonly #entries = new Map<string, { readonly value: Value; readonly until: number }>();
  readonly #lifetimeMs: number;
  readonly #most: number;

  constructor(lifetimeMs: number, most: number) {
    this.#lifetimeMs = lifetimeMs;
    this.#most = most;
  }

  get(key: string): Value | undefined {
    const entry = this.#entries.get(key);
    if (entry && entry.until > performance.now()) return entry.value;
    this.#entries.delete(key);
    return undefined;
  }

  set(key: string, value: Value): void {
    this.#entries.delete(key);
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size >= this.#most) this.#entries.delete(oldest);
    this.#entries.set(key, { value, until: performance.now() + this.#lifetimeMs });
  }

  del(key: string): void {
    this.#entries.delete(key);
  }
}
