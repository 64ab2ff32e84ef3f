import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { randomToken, tokenHash } from '../vault/index.ts';
import type { Pages } from './api.ts';
import { contentSecurityPolicy, type HeaderPolicy } from './headers.ts';
import { messagePage } from './message-page.ts';

type Encoding = 'br' | 'gzip';

/** A built file, read once. Compressed forms that the build did not bring are made at first use and kept. */
type StoredFile = {
  readonly bytes: Buffer;
  readonly type: string;
  readonly etag: string;
  readonly hashed: boolean;
  readonly compressed: Map<Encoding, Promise<Buffer>>;
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const compressible = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/;
/** How the build names the compressed forms of a file. They have no address of their own. */
const packedEndings: ReadonlyMap<Encoding, string> = new Map([
  ['br', '.br'],
  ['gzip', '.gz'],
]);
const isPacked = (name: string): boolean => [...packedEndings.values()].some((ending) => name.endsWith(ending));
const noncePlace = '__CSP_NONCE__';
/** Addresses that programs use: a page there would hide a mistake. */
const notForPages = /^\/(?:api|assets|slack\/(?:events|actions|commands|options)|media|healthz|readyz)(?:\/|$)/;

/**
 * Reads the built web app into memory. Unknown addresses get its index page (the app routes in the browser), with a
 * nonce of their own. Without a build there is a page that says so.
 */
export async function openPages(folder: URL | string, policy: HeaderPolicy): Promise<Pages> {
  const files = await readFiles(typeof folder === 'string' ? folder : fileURLToPath(folder));
  const index = files.get('/index.html')?.bytes.toString('utf8') ?? null;
  return {
    respond: async (request) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') return null;
      const { pathname } = new URL(request.url);
      const file = pathname === '/index.html' ? undefined : files.get(pathname);
      if (file) return fileResponse(file, request);
      if (notForPages.test(pathname) || !wantsPage(request, pathname)) return null;
      return index === null ? notBuilt(policy) : indexResponse(index, policy);
    },
  };
}

/** Who looks whether anybody is in (curl, a monitor) asks for the first address, and takes anything. */
function wantsPage(request: Request, pathname: string): boolean {
  const accept = request.headers.get('accept') ?? '*/*';
  return accept.includes('text/html') || (pathname === '/' && accept.includes('*/*'));
}

async function readFiles(folder: string): Promise<ReadonlyMap<string, StoredFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = new Map<string, StoredFile>();
  for (const entry of entries) {
    if (!entry.isFile() || isPacked(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    const address = `/${relative(folder, path).split(sep).join('/')}`;
    files.set(address, {
      bytes,
      type: types[extname(path)] ?? 'application/octet-stream',
      etag: `"${Buffer.from(tokenHash(bytes.toString('latin1')))
        .toString('base64url')
        .slice(0, 22)}"`,
      // Vite puts the content's hash into the names of what it writes to assets/.
      hashed: address.startsWith('/assets/'),
      compressed: await readPacked(path),
    });
  }
  return files;
}

/** What the build has put beside a file. */
async function readPacked(path: string): Promise<Map<Encoding, Promise<Buffer>>> {
  const packed = new Map<Encoding, Promise<Buffer>>();
  for (const [encoding, ending] of packedEndings) {
    const bytes = await readFile(path + ending).catch(() => null);
    if (bytes !== null) packed.set(encoding, Promise.resolve(bytes));
  }
  return packed;
}

async function fileResponse(file: StoredFile, request: Request): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': file.type,
    'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=0, must-revalidate',
    etag: file.etag,
    vary: 'accept-encoding',
  };
  if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers });
  const encoding = compressible.test(file.type) ? chooseEncoding(request.headers.get('accept-encoding')) : null;
  if (encoding === null) return new Response(new Uint8Array(file.bytes), { headers });
  const bytes = await compress(file, encoding);
  return new Response(new Uint8Array(bytes), { headers: { ...headers, 'content-encoding': encoding } });
}

function chooseEncoding(accepted: string | null): Encoding | null {
  const names = (accepted ?? '').split(',').map((part) => part.split(';')[0]?.trim());
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : null;
}

function compress(file: StoredFile, encoding: Encoding): Promise<Buffer> {
  const done = file.compressed.get(encoding);
  if (done) return done;
  // Level 5 of 11: within 5 % of the best size for script, at a fiftieth of its time.
  const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  const made = encoding === 'br' ? promisify(brotliCompress)(file.bytes, options) : promisify(gzip)(file.bytes);
  file.compressed.set(encoding, made);
  return made;
}

function indexResponse(index: string, policy: HeaderPolicy): Response {
  const nonce = randomToken();
  return new Response(index.replaceAll(noncePlace, nonce), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': contentSecurityPolicy(policy, nonce),
    },
  });
}

function notBuilt(policy: HeaderPolicy): Response {
  return messagePage(
    {
      status: 503,
      title: 'The web app is not built yet',
      paragraphs: [
        'The server runs, but the folder dist/web is empty.',
        'Run “npm start”, which builds it first, or “node scripts/build-web.ts”.',
      ],
    },
    policy,
  );
}
