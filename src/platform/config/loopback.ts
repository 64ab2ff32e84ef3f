const names: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

/** Whether a host's name, with or without the brackets of an address, means this machine: what goes there crosses no network. */
export function isLoopback(host: string): boolean {
  return names.has(host);
}
