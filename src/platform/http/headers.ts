/** What the security headers depend on. */
export type HeaderPolicy = {
  /** Where browsers reach the product; `https:` switches HSTS on. */
  readonly publicUrl: string;
  /** Origins besides our own that a form may post or be redirected to (exact, https). */
  readonly formOrigins?: readonly string[];
};

/**
 * The content security policy. Scripts and styles come from our own files only; a page's own nonce admits the style
 * elements that the component library writes. Pictures may come from any https address because link previews and
 * avatars do.
 */
export function contentSecurityPolicy(policy: HeaderPolicy, nonce?: string): string {
  const style = nonce ? `'self' 'nonce-${nonce}'` : "'self'";
  const forms = ["'self'", ...(policy.formOrigins ?? [])].join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${style}`,
    "img-src 'self' data: https:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `form-action ${forms}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers that stand on every answer of the server, errors included. A route may override one by setting it itself. */
export function securityHeaders(policy: HeaderPolicy): readonly (readonly [string, string])[] {
  const headers: [string, string][] = [
    ['content-security-policy', contentSecurityPolicy(policy)],
    ['x-content-type-options', 'nosniff'],
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
    ['x-frame-options', 'DENY'],
  ];
  // Only meaningful, and only sent, over TLS. Subdomains are left out: they may not be ours to decide for.
  if (policy.publicUrl.startsWith('https:')) {
    headers.push(['strict-transport-security', 'max-age=63072000']);
  }
  return headers;
}
