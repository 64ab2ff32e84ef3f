/** As far as it is used here; the package brings no types. */
declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      readonly path?: string;
      readonly headers?: Readonly<Record<string, string | undefined>>;
    }
    interface Result {
      readonly '3xx': number;
      readonly errors: number;
      readonly requests: { readonly total: number; readonly average: number };
      readonly latency: { readonly p99: number };
    }
  }
  function autocannon(options: {
    readonly url: string;
    readonly connections: number;
    /** Seconds. */
    readonly duration: number;
    readonly requests: readonly { readonly setupRequest: (request: autocannon.Request) => autocannon.Request }[];
  }): Promise<autocannon.Result>;
  export default autocannon;
}
