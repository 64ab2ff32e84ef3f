import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openPages } from './index.ts';

const policy = { publicUrl: 'http://localhost:3000' };
const html = { accept: 'text/html,*/*' };

function built(): string {
  const folder = mkdtempSync(join(tmpdir(), 'coact-pages-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<style nonce="__CSP_NONCE__"></style><meta content="__CSP_NONCE__">');
  writeFileSync(join(folder, 'assets/app-abc123.js'), `console.log(${JSON.stringify('x'.repeat(5_000))})`);
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  return folder;
}

async function ask(path: string, headers: Record<string, string> = html, method = 'GET', folder = built()) {
  const pages = await openPages(folder, policy);
  return pages.respond(new Request(`http://localhost:3000${path}`, { method, headers }));
}

describe('pages', () => {
  it('give every address the app, with a nonce of its own each time', async () => {
    const pages = await openPages(built(), policy);
    const seen = new Set<string>();
    for (const path of ['/', '/requests/new', '/index.html']) {
      const response = await pages.respond(new Request(`http://localhost:3000${path}`, { headers: html }));
      const text = (await response?.text()) ?? '';
      const nonce = /nonce="([^"]+)"/.exec(text)?.[1] ?? '';
      expect(text).not.toContain('__CSP_NONCE__');
      expect(response?.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
      expect(response?.headers.get('cache-control')).toBe('no-store');
      seen.add(nonce);
    }
    expect(seen.size).toBe(3);
  });

  it('let hashed files be kept for ever, compressed where that pays', async () => {
    const response = await ask('/assets/app-abc123.js', { 'accept-encoding': 'gzip, br;q=0.9' });
    expect(response?.headers.get('cache-control')).toContain('immutable');
    expect(response?.headers.get('content-encoding')).toBe('br');
    expect(response?.headers.get('content-type')).toContain('text/javascript');
    const bytes = Buffer.from((await response?.arrayBuffer()) ?? new ArrayBuffer(0));
    expect(brotliDecompressSync(bytes).toString()).toContain('xxxx');
    expect((await ask('/assets/app-abc123.js', {}))?.headers.get('content-encoding')).toBeNull();
  });

  it('send what the build has compressed as it is, and give it no address of its own', async () => {
    const folder = built();
    writeFileSync(join(folder, 'assets/app-abc123.js.br'), 'packed by the build');
    const encoded = await ask('/assets/app-abc123.js', { 'accept-encoding': 'br' }, 'GET', folder);
    expect(await encoded?.text()).toBe('packed by the build');
    expect(encoded?.headers.get('content-encoding')).toBe('br');
    const other = await ask('/assets/app-abc123.js', { 'accept-encoding': 'gzip' }, 'GET', folder);
    expect(other?.headers.get('content-encoding')).toBe('gzip');
    expect(await ask('/assets/app-abc123.js.br', {}, 'GET', folder)).toBeNull();
  });

  it('answer who asks the first address for anything', async () => {
    expect((await ask('/', {}))?.status).toBe(200);
    expect((await ask('/', { accept: '*/*' }))?.status).toBe(200);
    expect(await ask('/', { accept: 'application/json' })).toBeNull();
  });

  it('answer a known version with 304', async () => {
    const folder = built();
    const etag = (await ask('/favicon.svg', {}, 'GET', folder))?.headers.get('etag') ?? '';
    expect((await ask('/favicon.svg', { 'if-none-match': etag }, 'GET', folder))?.status).toBe(304);
  });

  it.each([
    ['/api/unknown', html, 'GET'],
    ['/assets/gone-1.js', html, 'GET'],
    ['/media/1', html, 'GET'],
    ['/requests', { accept: 'application/json' }, 'GET'],
    ['/requests', html, 'POST'],
    ['/../package.json', { accept: '*/*' }, 'GET'],
  ])('leave %s alone', async (path, headers, method) => {
    expect(await ask(path, headers, method)).toBeNull();
  });

  it('say so when nothing was built', async () => {
    const response = await ask('/', html, 'GET', join(tmpdir(), 'coact-no-such-folder'));
    expect(response?.status).toBe(503);
    expect(await response?.text()).toContain('not built yet');
  });
});
