/** What an installation brings to each network at which its operator has an app. */
export interface Surroundings {
  readonly publicUrl: string;
  /** Reaches the network; checks where it connects. */
  readonly fetch: typeof fetch;
  /** Longest wait for one answer; 20 seconds when absent. */
  readonly timeoutMs?: number | undefined;
  /** Tells the operator what no employee can mend: an event's name, and at most a code. */
  readonly report: (event: string, code: string) => void;
}
