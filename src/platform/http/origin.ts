/** What a write must show to be believed to come from our own pages. */
export type WriteEvidence = {
  readonly fetchSite: string | null;
  readonly origin: string | null;
  readonly marker: string | null;
};

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** True for methods that change nothing and therefore need no evidence. */
export function isSafe(method: string): boolean {
  return safeMethods.has(method);
}

/**
 * True when a write comes from a page of ours. Two independent proofs are asked: the browser's own word about the
 * caller's site (Sec-Fetch-Site, or Origin where a browser or plain http leaves it out), and the `x-coact` header,
 * which no form and no cross-origin request without preflight can carry.
 */
export function comesFromOurPages(evidence: WriteEvidence, publicUrl: string): boolean {
  if (evidence.marker !== '1') return false;
  if (evidence.origin !== null && evidence.origin !== new URL(publicUrl).origin) return false;
  if (evidence.fetchSite !== null) return evidence.fetchSite === 'same-origin';
  return evidence.origin !== null;
}
