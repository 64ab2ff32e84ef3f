/** Campaign parameters, as analytics tools read them (`utm_source` and so on). */
export interface Utm {
  readonly source?: string | undefined;
  readonly medium?: string | undefined;
  readonly campaign?: string | undefined;
  readonly term?: string | undefined;
  readonly content?: string | undefined;
}

const names = ['source', 'medium', 'campaign', 'term', 'content'] as const;

/**
 * Puts campaign parameters into an address.
 *
 * In: an absolute address and the parameters; empty ones are left out. Out: the address, normalised; a parameter that it had
 * already is replaced, everything else (other parameters, fragment) stays. @throws TypeError when the address is none
 */
export function withUtm(address: string, utm: Utm): string {
  const url = new URL(address);
  for (const name of names) {
    const value = utm[name]?.trim();
    if (value) url.searchParams.set(`utm_${name}`, value);
  }
  return url.href;
}
