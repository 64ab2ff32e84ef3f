import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { testsWithoutDatabase } from './without-database.ts';

it('finds the tests that reach no database, through whatever they import', () => {
  const root = mkdtempSync(join(tmpdir(), 'coact-reach-'));
  const files = {
    'src/open.ts': 'export const url = process.env.TEST_DATABASE_URL;',
    'src/world.ts': "export { url } from './open.ts';",
    'src/start.ts': "import { spawn } from 'node:child_process';\nspawn('coact');",
    'src/far.test.ts': "import { z } from 'zod';\nimport {\n  url,\n} from './world.ts';",
    'src/aside.test.ts': "import './world.ts';",
    'src/later.test.ts': "const { url } = await import('./world.ts');",
    'src/process.test.ts': "const program = new URL('./start.ts', import.meta.url);",
    'src/words.test.ts': "import type { url } from './world.ts';\nimport { word } from './word.ts';",
    'src/word.ts': "export const word = 'a';",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  try {
    expect(testsWithoutDatabase(root, ['src'])).toEqual(['src/words.test.ts']);
  } finally {
    rmSync(root, { recursive: true });
  }
});
