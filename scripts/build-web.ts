import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist', 'web');
const stamp = join(out, '.built.json');
const sources = [
  'scripts/build-web.ts',
  'src/web/**/*',
  'src/features/*/web/**/*',
  'docs/using/*.md',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** What was built, as the stamp says it. */
interface Built {
  /** Files outside of `sources` that the last build read: rules that pages share with the server. */
  readonly shared: readonly string[];
  readonly hash: string;
}

/** One hash over everything the build reads. Contents, not times: a fresh checkout has fresh times. */
function hashInputs(shared: readonly string[]): string {
  const hash = createHash('sha256');
  const files = [...listSources(), ...shared.filter((file) => existsSync(join(root, file)))].sort();
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function listSources(): string[] {
  return globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)));
}

function isFresh(): boolean {
  if (!existsSync(join(out, 'index.html')) || !existsSync(stamp)) return false;
  const { shared, hash } = JSON.parse(readFileSync(stamp, 'utf8')) as Built;
  return hash === hashInputs(shared);
}

/** Notes which files of ours the build reads besides its sources. */
function noteShared(found: Set<string>): Plugin {
  const known = new Set(listSources());
  return {
    name: 'note-shared',
    moduleParsed({ id }) {
      const file = relative(root, id.split('?')[0] ?? '');
      if (file.startsWith(`src${sep}`) && !known.has(file)) found.add(file);
    },
  };
}

/** Builds beside the served folder and swaps at the end, so that a server or a second build never sees half of it. */
async function buildWeb(): Promise<void> {
  const { build } = await import('vite');
  const fresh = join(root, 'dist', `web-${process.pid}`);
  const found = new Set<string>();
  mkdirSync(join(root, 'dist'), { recursive: true });
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'src', 'web'),
    logLevel: 'error',
    plugins: [noteShared(found)],
    build: { outDir: fresh },
  });
  compressAssets(fresh);
  const shared = [...found].sort();
  writeFileSync(join(fresh, '.built.json'), JSON.stringify({ shared, hash: hashInputs(shared) } satisfies Built));
  rmSync(out, { recursive: true, force: true });
  renameSync(fresh, out);
}

/** Beside each file that shrinks, what browsers take instead of it. Done once and here, so at the best that there is. */
function compressAssets(folder: string): void {
  const bytesFirst = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  for (const file of globSync('assets/*.{css,js,svg}', { cwd: folder })) {
    const path = join(folder, file);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: bytesFirst }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
  }
}

const started = Date.now();
if (!isFresh()) {
  console.log('Building the web app …');
  await buildWeb();
  console.log(`Built the web app in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
