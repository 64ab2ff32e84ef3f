import { type Asked, type Asker, addressAt } from '../ask.ts';

/** Speaks to Meta's graph for one account. */
export interface Graph {
  get(path: string, query?: Readonly<Record<string, string>>): Promise<Asked>;
  /** In the body rather than the address, which logs of machines between us may keep. */
  post(path: string, form: Readonly<Record<string, string>>): Promise<Asked>;
}

export function graphFor(ask: Asker, graphUrl: string, token: string): Graph {
  return {
    get: (path, query = {}) => ask(addressAt(graphUrl, `/v1.0/${path}`, { ...query, access_token: token })),
    post: (path, form) =>
      ask(addressAt(graphUrl, `/v1.0/${path}`), {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ ...form, access_token: token }),
      }),
  };
}
