import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startChild } from './children.ts';

/**
 * Gives a new data folder the company's history before Coact starts on it. A folder that has a database already is left
 * alone, whatever is in it. Written by a process of its own: Coact's code forbids the picture library what we draw with.
 */
export async function prepareHistory(dataDir: string, companyUrl: string): Promise<void> {
  if (existsSync(join(dataDir, 'pg'))) return;
  const lines: string[] = [];
  const writer = startChild({
    command: process.execPath,
    args: [join(import.meta.dirname, 'history-writer.ts'), dataDir, companyUrl],
    env: process.env,
    onLine: (line) => lines.push(line),
  });
  const how = await writer.ended;
  if (how !== 'exit code 0')
    throw new Error(`The company's history could not be written (${how}): ${lines.join('\n')}`);
}
