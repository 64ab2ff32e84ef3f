const nowhere = 'http://coact.invalid';
// biome-ignore lint/suspicious/noControlCharactersInRegex: browsers drop these from addresses, so "/\t/evil" leaves us
const treacherous = /[\u0000-\u0020\\]/;

/**
 * The page to go to after sign-in: a path of our own or `/`. Whatever could lead elsewhere ("//evil", "/\evil",
 * "https:…") or call something instead of showing it becomes `/`.
 */
export function safeReturnTo(wanted: string | null | undefined): string {
  if (!wanted?.startsWith('/') || wanted.length > 500 || treacherous.test(wanted)) return '/';
  if (!URL.canParse(wanted, nowhere)) return '/';
  const url = new URL(wanted, nowhere);
  // Dot segments can make "//evil" out of "/.//evil", which is another host to a browser.
  if (url.origin !== nowhere || url.pathname.startsWith('//')) return '/';
  if (/^\/(?:api|sign-in|welcome)(?:\/|$)/.test(url.pathname)) return '/';
  return url.pathname + url.search + url.hash;
}
