import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';

const report = z.object({
  summary: z.object({ violations: z.array(z.object({ from: z.string(), rule: z.object({ name: z.string() }) })) }),
});
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'coact-boundaries-')));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs dependency-cruiser over these files with the rules of this repository. @returns `rule file` of each violation */
function violations(files: Readonly<Record<string, string>>): readonly string[] {
  rmSync(join(folder, 'src'), { recursive: true, force: true });
  rmSync(join(folder, 'node_modules'), { force: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  for (const name of ['package.json', 'tsconfig.json', '.dependency-cruiser.cjs'])
    copyFileSync(name, join(folder, name));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const program = realpathSync('node_modules/.bin/depcruise');
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const output = spawnSync(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 }).stdout.toString('utf8');
  return report
    .parse(JSON.parse(output))
    .summary.violations.map((found) => `${found.rule.name} ${found.from}`)
    .toSorted();
}

const doors = {
  'src/platform/config/index.ts': 'export const config = 1;',
  'src/platform/db/index.ts': "export { open } from './database.ts';",
  'src/platform/db/database.ts': "import { config } from '../config/index.ts';\nexport const open = config;",
  'src/features/people/index.ts': "export { name } from './name.ts';",
  'src/features/people/name.ts': "export const name = 'Ana';\nexport type Name = string;",
  'src/features/share/index.ts': "export { name } from '../people/index.ts';",
  'src/app.ts': "export { name } from './features/people/index.ts';\nexport { open } from './platform/db/index.ts';",
};

it('lets the layout of ARCHITECTURE.md be', () => {
  expect(violations(doors)).toEqual([]);
});

it('finds imports against the layers', () => {
  const planted = {
    ...doors,
    'src/platform/config/up.ts': "export { open } from '../db/index.ts';",
    'src/platform/config/business.ts': "export { name } from '../../features/people/index.ts';",
    'src/platform/tools/index.ts': 'export const a = 1;',
    'src/platform/db/from-tools.ts': "export { a } from '../tools/index.ts';",
    'src/features/people/against.ts': "export { name } from '../share/index.ts';",
    'src/features/nowhere/index.ts': 'export const a = 1;',
    'src/features/share/unlisted.ts': "export { a } from '../nowhere/index.ts';",
  };
  expect(violations(planted)).toEqual([
    'one-composition-root src/platform/config/business.ts',
    'platform-folder-has-its-place src/platform/db/from-tools.ts',
    'platform-knows-no-business src/platform/config/business.ts',
    'platform-order-config src/platform/config/up.ts',
    'slice-edges-people src/features/people/against.ts',
    'slice-edges-share src/features/share/unlisted.ts',
    'slice-has-its-place src/features/share/unlisted.ts',
  ]);
});

it('finds ways past a door, types included', () => {
  const planted = {
    ...doors,
    'src/platform/db/past.ts': "export { settings } from '../config/settings.ts';",
    'src/platform/config/settings.ts': 'export const settings = 1;',
    'src/features/share/past.ts': "import type { Name } from '../people/name.ts';\nexport type Sharer = Name;",
    'src/features/share/deep.ts': "export { open } from '../../platform/db/database.ts';",
    'src/outside.ts': "export { settings } from './platform/config/settings.ts';",
  };
  expect(violations(planted)).toEqual([
    'platform-door src/features/share/deep.ts',
    'platform-door src/outside.ts',
    'platform-door-within src/platform/db/past.ts',
    'slice-door-within src/features/share/past.ts',
  ]);
});

it('finds cycles, missing files and tests in the product', () => {
  const planted = {
    ...doors,
    'src/features/people/one.ts': "import { two } from './two.ts';\nexport const one = () => two;",
    'src/features/people/two.ts': "import { one } from './one.ts';\nexport const two = () => one;",
    'src/features/people/lost.ts': "export { gone } from './gone.ts';",
    'src/features/people/name.test.ts': "export { name } from './name.ts';",
    'src/features/people/tested.ts': "export { name } from './name.test.ts';",
    'src/features/people/unpacked.ts': "import { it } from 'vitest';\nexport const proof = it;",
  };
  expect(violations(planted)).toEqual([
    'no-cycle src/features/people/one.ts',
    'product-without-tests src/features/people/tested.ts',
    'resolvable src/features/people/lost.ts',
    'runtime-packages src/features/people/unpacked.ts',
  ]);
});

it('finds what may stand in one place only', () => {
  const planted = {
    ...doors,
    'src/platform/log/hash.ts': "import { createHash } from 'node:crypto';\nexport const hash = createHash;",
    'src/platform/vault/cipher.ts': "import { createHash } from 'node:crypto';\nexport const hash = createHash;",
    'src/platform/slack/call.ts': "import { request } from 'node:https';\nexport const call = request;",
    'src/platform/egress/client.ts': "import { Agent } from 'undici';\nexport const agent = Agent;",
    'src/features/people/rules.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;",
    'src/features/people/query.ts': "import { sql } from 'kysely';\nexport const query = sql;",
    'src/features/people/store.ts': "import { sql } from 'kysely';\nexport const query = sql;",
    'src/features/people/web/page.ts':
      "import { open } from '../../../platform/db/index.ts';\nexport const page = open;",
  };
  expect(violations(planted)).toEqual([
    'connections-in-egress-and-http src/platform/slack/call.ts',
    'cryptography-in-vault src/platform/log/hash.ts',
    'rules-without-world src/features/people/query.ts',
    'rules-without-world src/features/people/rules.ts',
    'sql-in-stores src/features/people/query.ts',
    'web-app-without-server src/features/people/web/page.ts',
  ]);
});
