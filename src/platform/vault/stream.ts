import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { SealBroken } from './cipher.ts';
import type { FileKey } from './file-key.ts';

/** The head of a sealed file, in clear and bound to what follows. */
export interface SealedFile {
  readonly rootKeyId: string;
  /** What the file says of itself, as it was given to `sealStream`. */
  readonly about: unknown;
  /** The contents. @throws SealBroken when a byte was altered, left out, added or cut off */
  open(key: FileKey): AsyncGenerator<Uint8Array>;
}

const magic = Buffer.from('coact sealed 1\n');
const chunkLength = 65_536;
const tagLength = 16;
const longestHead = 4_000_000;

/**
 * Seals a stream under a key of its own, wrapped by the root key: AES-256-GCM in chunks of 64 KiB, each bound to the head,
 * to its number and to whether it is the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár), so that
 * chunks can't be changed, exchanged, left out or cut off.
 */
export async function* sealStream(
  key: FileKey,
  about: unknown,
  plain: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const fileKey = randomBytes(32);
  const keyId = randomUUID();
  const wrapped = Buffer.from(await key.wrap(fileKey, keyId)).toString('base64');
  const head = Buffer.from(JSON.stringify({ rootKeyId: key.id, keyId, wrapped, about }));
  yield Buffer.concat([magic, lengthOf(head.length), head]);
  const seal = chunkCipher(fileKey, head);
  let waiting: Buffer = Buffer.alloc(0);
  for await (const bytes of plain) {
    waiting = Buffer.concat([waiting, bytes]);
    // The last chunk is told from the others, so one is held back until more has come.
    while (waiting.length > chunkLength) {
      yield seal(waiting.subarray(0, chunkLength), false);
      waiting = waiting.subarray(chunkLength);
    }
  }
  yield seal(waiting, true);
}

/** Reads the head of a sealed file. @throws SealBroken if it is none */
export async function readSealedFile(source: AsyncIterable<Uint8Array>): Promise<SealedFile> {
  const reader = new Reader(source);
  if (!(await reader.take(magic.length)).equals(magic)) throw new SealBroken();
  const length = (await reader.take(4)).readUInt32BE();
  if (length > longestHead) throw new SealBroken();
  const head = await reader.take(length);
  const { rootKeyId, keyId, wrapped, about } = parseHead(head);
  const open = async function* (key: FileKey): AsyncGenerator<Uint8Array> {
    const opened = chunkDecipher(await key.unwrap(Buffer.from(wrapped, 'base64'), keyId), head);
    for (;;) {
      const word = (await reader.take(4)).readUInt32BE();
      const isLast = word >= 0x8000_0000;
      const size = word & 0x7fff_ffff;
      if (size > chunkLength + tagLength) throw new SealBroken();
      yield opened(await reader.take(size), isLast);
      if (!isLast) continue;
      if (!(await reader.atEnd())) throw new SealBroken();
      return;
    }
  };
  return { rootKeyId, about, open };
}

interface Head {
  readonly rootKeyId: string;
  readonly keyId: string;
  readonly wrapped: string;
  readonly about: unknown;
}

function parseHead(bytes: Buffer): Head {
  try {
    const head: unknown = JSON.parse(bytes.toString('utf8'));
    if (isHead(head)) return head;
  } catch {}
  throw new SealBroken();
}

function isHead(head: unknown): head is Head {
  if (typeof head !== 'object' || head === null) return false;
  const texts = ['rootKeyId', 'keyId', 'wrapped'].map((name) => Reflect.get(head, name));
  return texts.every((text) => typeof text === 'string');
}

function chunkCipher(key: Uint8Array, head: Uint8Array) {
  const next = chunkPlaces(head);
  return (plain: Uint8Array, isLast: boolean): Buffer => {
    const { nonce, binding } = next(isLast);
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(binding);
    const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    return Buffer.concat([lengthOf(body.length, isLast), body]);
  };
}

function chunkDecipher(key: Uint8Array, head: Uint8Array) {
  const next = chunkPlaces(head);
  return (sealed: Buffer, isLast: boolean): Buffer => {
    if (sealed.length < tagLength) throw new SealBroken();
    const { nonce, binding } = next(isLast);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(binding);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagLength)), decipher.final()]);
    } catch {
      throw new SealBroken();
    }
  };
}

/** A counter is a nonce here: the key is the file's own. */
function chunkPlaces(head: Uint8Array) {
  const headHash = createHash('sha256').update(head).digest();
  let count = 0n;
  return (isLast: boolean) => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt8(isLast ? 1 : 0, 0);
    nonce.writeBigUInt64BE(count, 4);
    count += 1n;
    return { nonce, binding: headHash };
  };
}

function lengthOf(length: number, isLast = false): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(isLast ? length + 0x8000_0000 : length);
  return bytes;
}

/** Hands out exact numbers of bytes of a stream. */
class Reader {
  readonly #source: AsyncIterator<Uint8Array>;
  #waiting: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** @throws SealBroken when the stream ends before */
  async take(length: number): Promise<Buffer> {
    while (this.#waiting.length < length) if (!(await this.#more())) throw new SealBroken();
    const taken = this.#waiting.subarray(0, length);
    this.#waiting = this.#waiting.subarray(length);
    return taken;
  }

  async atEnd(): Promise<boolean> {
    return this.#waiting.length === 0 && !(await this.#more());
  }

  async #more(): Promise<boolean> {
    const next = await this.#source.next();
    if (next.done === true) return false;
    this.#waiting = Buffer.concat([this.#waiting, next.value]);
    return true;
  }
}
