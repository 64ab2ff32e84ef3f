import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const out = join(root, 'dist', 'web');
const stamp = join(out, '.inputs');
const sources = [
  'scripts/build-web.ts',
  'src/web/**/*',
  'src/features/*/web/**/*',
  'docs/using/*.md',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
];

/** One hash over everything the build reads. Contents, not times: a fresh checkout has fresh times. */
function hashInputs(): string {
  const hash = createHash('sha256');
  const files = globSync(sources, { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

function isFresh(inputs: string): boolean {
  return existsSync(join(out, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === inputs;
}

/** Builds beside the served folder and swaps at the end, so that a server or a second build never sees half of it. */
async function buildWeb(inputs: string): Promise<void> {
  const { build } = await import('vite');
  const fresh = join(root, 'dist', `web-${process.pid}`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'src', 'web'),
    logLevel: 'error',
    build: { outDir: fresh },
  });
  compressAssets(fresh);
  writeFileSync(join(fresh, '.inputs'), inputs);
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
const inputs = hashInputs();
if (!isFresh(inputs)) {
  console.log('Building the web app …');
  await buildWeb(inputs);
  console.log(`Built the web app in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
