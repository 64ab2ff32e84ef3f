let loaded: Promise<ReadonlySet<string>> | null = null;

/**
 * Tells whether a password (in lower case) is among the 50,000 that people use most. The list comes with the product and
 * is read at first use: nothing about a password is ever asked of anybody outside.
 */
export async function loadBlocklist(): Promise<(text: string) => boolean> {
  loaded ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].filter((word) => word.length >= 4)),
  );
  const list = await loaded;
  return (text) => list.has(text);
}
