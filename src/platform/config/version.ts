import { readFileSync } from 'node:fs';
import { z } from 'zod';

const description = z.object({ version: z.string() });

/** The version of this code, as package.json says it. */
export function productVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8');
  return description.parse(JSON.parse(text)).version;
}
