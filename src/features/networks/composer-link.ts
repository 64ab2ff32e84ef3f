import type { Composer } from './network.ts';

/**
 * A composer that takes its content in the query of one address.
 * @param fields names of the parameters; without `url` the link stands at the end of the text, as it is there in all our posts
 */
export function composerAt(
  address: string,
  fields: { readonly text?: string; readonly url?: string },
  more: Readonly<Record<string, string>> = {},
): Composer {
  return {
    carriesText: fields.text !== undefined,
    needsServer: false,
    link: ({ text, url }) => withQuery(address, fieldsOf(fields, text, url, more)),
  };
}

/** The same on the server that a person names. @param path begins with a slash */
export function composerOnServer(path: string, fields: { readonly text: string }): Composer {
  return {
    carriesText: true,
    needsServer: true,
    link: ({ text, url }, server = '') =>
      withQuery(`https://${hostOf(server)}${path}`, fieldsOf(fields, text, url, {})),
  };
}

function fieldsOf(
  { text: textField, url: urlField }: { readonly text?: string; readonly url?: string },
  text: string,
  url: string,
  more: Readonly<Record<string, string>>,
): [string, string][] {
  const words = urlField === undefined ? text : withoutLink(text, url);
  return [
    ...Object.entries(more),
    ...(textField === undefined ? [] : [[textField, words] as [string, string]]),
    ...(urlField === undefined ? [] : [[urlField, url] as [string, string]]),
  ];
}

/** Where the link goes in a field of its own, it would stand twice otherwise. */
function withoutLink(text: string, url: string): string {
  return text.endsWith(url) ? text.slice(0, -url.length).trimEnd() : text;
}

/** `%20`, not `+`: composers of apps show a plus sign as one. */
function withQuery(address: string, pairs: readonly (readonly [string, string])[]): string {
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${address}?${query}`;
}

/** The host name in what a person typed: a name, an address (also of a profile: server/@me), or a whole handle (@me@server). */
export function hostOf(typed: string): string {
  const name = typed
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/[/?#].*$/, '')
    .replace(/^.*@/, '');
  const { host, username, password } = new URL(`https://${name}`);
  if (username !== '' || password !== '' || !/\.[^.\d]/.test(host)) throw new TypeError('this is no server');
  return host;
}
