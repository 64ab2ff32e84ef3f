import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import PostalMime from 'postal-mime';

/** The last mail to an address among those that Coact has put into its folder; null while there is none. */
export async function lastMailTo(dataDir: string, address: string): Promise<{ subject: string; text: string } | null> {
  const folder = join(dataDir, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  const mails = await Promise.all(names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  const found = mails.findLast((mail) => mail.to?.some((to) => to.address === address));
  return found === undefined ? null : { subject: found.subject ?? '', text: found.text ?? '' };
}
