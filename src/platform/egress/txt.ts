import { Resolver } from 'node:dns/promises';

/** What the DNS says of a name's texts. `unreachable` when it did not say anything. */
export type TxtAnswer =
  | { readonly kind: 'found'; readonly values: readonly string[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unreachable' };

/** Asks for the TXT records of a name. Never rejects. */
export type ReadTxt = (name: string) => Promise<TxtAnswer>;

export interface TxtOptions {
  /** `address:port` of servers to ask; the machine's own unless given. */
  readonly servers?: readonly string[];
  /** Of the first try; each further one waits longer. */
  readonly timeoutMs?: number;
  readonly tries?: number;
}

/** Codes by which a server says that there is no such name, or nothing of this kind at it. */
const nothing: ReadonlySet<string> = new Set(['ENOTFOUND', 'ENODATA']);
/** More than anybody has; who answers is not to be trusted. */
const mostValues = 50;

/**
 * Makes the look-up. It asks the machine's resolvers and connects to nobody that the name chooses; names are ours to check before.
 * The parts of a long record are joined, as RFC 7208 (3.3) and common use have it.
 */
export const txtReader = ({ servers, timeoutMs = 2_000, tries = 2 }: TxtOptions = {}): ReadTxt => {
  return async (name) => {
    // One for each question: a resolver that has lost its servers once is not to be kept.
    const resolver = new Resolver({ timeout: timeoutMs, tries });
    if (servers !== undefined) resolver.setServers([...servers]);
    try {
      const records = await resolver.resolveTxt(name);
      const values = records.slice(0, mostValues).map((parts) => parts.join(''));
      return values.length === 0 ? { kind: 'none' } : { kind: 'found', values };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      return { kind: nothing.has(code) ? 'none' : 'unreachable' };
    }
  };
};
