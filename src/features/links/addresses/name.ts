/** A slug that a publisher chose, as it is stored; or why it can be none. */
export type ReadName = { readonly ok: true; readonly name: string } | { readonly ok: false; readonly sentence: string };

/** Words that look like a page of the product or of whoever runs it, so that no link passes for one. */
const reserved: ReadonlySet<string> = new Set([
  ...['about', 'abuse', 'account', 'accounts', 'admin', 'administrator', 'api', 'app', 'assets', 'audit', 'auth'],
  ...['billing', 'coact', 'connect', 'contact', 'dashboard', 'docs', 'download', 'favicon', 'health', 'healthz'],
  ...['help', 'home', 'imprint', 'index', 'legal', 'link', 'link-hosts', 'links', 'login', 'logout', 'mail', 'media'],
  ...['oauth', 'official', 'password', 'pay', 'payment', 'postmaster', 'privacy', 'readyz', 'register', 'robots'],
  ...[
    'root',
    'security',
    'settings',
    'setup',
    'sign-in',
    'sign-out',
    'sign-up',
    'signin',
    'signup',
    'sitemap',
    'slack',
  ],
  ...['static', 'status', 'support', 'system', 'terms', 'undefined', 'null', 'verify', 'webhook', 'webhooks', 'www'],
]);

/** Reads what a publisher typed. Capital letters make no difference: names are read from paper and typed. */
export function readName(text: string): ReadName {
  const name = text.trim().replace(/^\/+/, '').toLowerCase();
  const refuse = (sentence: string) => ({ ok: false, sentence }) as const;
  if (name.length < 3) return refuse('Give it at least 3 characters.');
  if (name.length > 64) return refuse('Give it 64 characters at most.');
  if (!/^[a-z0-9_-]+$/.test(name)) return refuse('Use the letters a to z, digits, - and _ only.');
  if (!/[a-z0-9]/.test(name)) return refuse('Use at least one letter or digit.');
  if (reserved.has(name)) return refuse(`“${name}” is kept for pages of Coact. Choose another word.`);
  return { ok: true, name };
}

/** What to offer in place of a name that is taken, best first. */
export function namesLike(name: string, year: number): readonly string[] {
  const ends = ['2', String(year), '3', '4', '5', '6', '7', '8', '9', `${year}-2`];
  return ends.map((end) => `${name.slice(0, 64 - end.length - 1).replace(/[-_]+$/, '')}-${end}`);
}
