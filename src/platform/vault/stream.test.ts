import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type FileKey,
  fileKeyOf,
  newFileKey,
  RootKeyProblem,
  readSealedFile,
  SealBroken,
  sealStream,
} from './index.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-stream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function makeKey(fill: number): Promise<FileKey> {
  writeFileSync(join(folder, 'root.key'), Buffer.alloc(32, fill).toString('base64'), { mode: 0o600 });
  const key = await newFileKey({ keysDir: folder });
  if (key === null) throw new Error('no key');
  return key;
}

const key = await makeKey(1);
const about = { made: 'today' };

async function* parts(...contents: readonly Uint8Array[]) {
  yield* contents;
}

async function collect(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const found: Uint8Array[] = [];
  for await (const one of source) found.push(one);
  return Buffer.concat(found);
}

const seal = (...contents: readonly Uint8Array[]) => collect(sealStream(key, about, parts(...contents)));

async function open(sealed: Uint8Array, by = key): Promise<Buffer> {
  const file = await readSealedFile(parts(sealed));
  return collect(file.open(by));
}

/** Two full chunks and a part of a third. */
const contents = Buffer.alloc(150_000, 'What is sealed. ');

describe('a sealed stream', () => {
  it.each([0, 1, 65_536, 65_537, 131_072, 150_000])('of %i bytes opens as it was', async (length) => {
    expect((await open(await seal(contents.subarray(0, length)))).equals(contents.subarray(0, length))).toBe(true);
  });

  it('says in clear what it is, and nothing of what it holds', async () => {
    const sealed = await seal(contents);
    const file = await readSealedFile(parts(sealed));
    expect(file).toMatchObject({ rootKeyId: key.id, about });
    expect(sealed.includes('What is sealed')).toBe(false);
    expect(sealed.equals(await seal(contents))).toBe(false);
  });

  it('may come in pieces of any size', async () => {
    const sealed = await seal(contents.subarray(0, 10), contents.subarray(10));
    const pieces = Array.from({ length: Math.ceil(sealed.length / 7) }, (_, at) => sealed.subarray(at * 7, at * 7 + 7));
    const file = await readSealedFile(parts(...pieces));
    expect((await collect(file.open(key))).equals(contents)).toBe(true);
  });

  it('does not open under another key', async () => {
    await expect(open(await seal(contents), await makeKey(2))).rejects.toThrow(SealBroken);
  });

  it('does not open with any byte altered', async () => {
    const sealed = await seal(contents);
    for (let at = 0; at < sealed.length; at += 1_009) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(at) ^ 1, at);
      await expect(open(altered), `byte ${at}`).rejects.toThrow(SealBroken);
    }
  });

  it('does not open when cut off anywhere, or with something added', async () => {
    const sealed = await seal(contents);
    for (const end of [0, 10, 100, 65_000, 66_000, 131_072 + 500, sealed.length - 1]) {
      await expect(open(sealed.subarray(0, end)), `${end} bytes`).rejects.toThrow(SealBroken);
    }
    await expect(open(Buffer.concat([sealed, Buffer.of(0)]))).rejects.toThrow(SealBroken);
  });

  it('does not open with a chunk left out, exchanged, or taken for the last', async () => {
    const sealed = await seal(contents);
    const chunk = 4 + 65_536 + 16;
    const start = 15 + 4 + sealed.readUInt32BE(15);
    const [head, first, second, last] = [
      sealed.subarray(0, start),
      sealed.subarray(start, start + chunk),
      sealed.subarray(start + chunk, start + 2 * chunk),
      sealed.subarray(start + 2 * chunk),
    ];
    await expect(open(Buffer.concat([head, first, last]))).rejects.toThrow(SealBroken);
    await expect(open(Buffer.concat([head, second, first, last]))).rejects.toThrow(SealBroken);
    const cut = Buffer.from(Buffer.concat([head, first]));
    cut.writeUInt8(cut.readUInt8(start) | 0x80, start);
    await expect(open(cut)).rejects.toThrow(SealBroken);
    const other = await seal(contents);
    await expect(open(Buffer.concat([head, other.subarray(start)]))).rejects.toThrow(SealBroken);
  });
});

it('finds the key again by the id that stands in the file, and says when it is not there', async () => {
  const again = await makeKey(1);
  expect((await fileKeyOf({ keysDir: folder }, again.id)).id).toBe(key.id);
  await makeKey(3);
  await expect(fileKeyOf({ keysDir: folder }, key.id)).rejects.toThrow(RootKeyProblem);
  expect(await newFileKey({ keysDir: join(folder, 'nowhere') })).toBeNull();
});
