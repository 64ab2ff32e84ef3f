/** Reads a stretch of a file. */
export type ReadBytes = (from: number, to: number) => Promise<Uint8Array>;

/** A box of an MP4 file (ISO/IEC 14496-12, 4.2): its kind and where its content is. */
export interface Box {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

/** A file whose boxes don't fit into one another, or into the file. */
export class BrokenBox extends Error {}

/** More boxes than any real film has side by side; a file of nothing but headers keeps nobody busy. */
const mostBoxes = 10_000;

function headerAt(bytes: Uint8Array, at: number, left: number): { kind: string; head: number; size: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (at + 8 > bytes.length) throw new BrokenBox();
  const short = view.getUint32(at);
  const kind = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
  if (short !== 1) return { kind, head: 8, size: short === 0 ? left : short };
  if (at + 16 > bytes.length) throw new BrokenBox();
  return { kind, head: 16, size: Number(view.getBigUint64(at + 8)) };
}

/** The boxes at the top of a file, by their headers alone. */
export async function topBoxes(read: ReadBytes, size: number): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  for (let at = 0; at < size; ) {
    if (boxes.length >= mostBoxes) throw new BrokenBox();
    const found = headerAt(await read(at, Math.min(at + 16, size)), 0, size - at);
    if (found.size < found.head || at + found.size > size) throw new BrokenBox();
    boxes.push({ kind: found.kind, from: at + found.head, to: at + found.size });
    at += found.size;
  }
  return boxes;
}

/** A box that is in memory with all that is in it. */
export class LoadedBox {
  readonly bytes: Uint8Array;
  readonly view: DataView;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  /** The boxes in this one. @param skip bytes that stand before them */
  children(skip = 0): readonly { readonly kind: string; readonly box: LoadedBox }[] {
    const found: { kind: string; box: LoadedBox }[] = [];
    for (let at = skip; at < this.bytes.length; ) {
      const { kind, head, size } = headerAt(this.bytes, at, this.bytes.length - at);
      if (size < head || at + size > this.bytes.length || found.length >= mostBoxes) throw new BrokenBox();
      found.push({ kind, box: new LoadedBox(this.bytes.subarray(at + head, at + size)) });
      at += size;
    }
    return found;
  }

  /** The first box of a kind down a path, or null. */
  find(...path: readonly string[]): LoadedBox | null {
    let box: LoadedBox | null = this;
    for (const kind of path) box = box?.children().find((child) => child.kind === kind)?.box ?? null;
    return box;
  }

  /** The box down a path. @throws BrokenBox when it is not there */
  need(...path: readonly string[]): LoadedBox {
    const box = this.find(...path);
    if (box === null) throw new BrokenBox();
    return box;
  }

  /** Four letters. */
  name(at: number): string {
    if (at + 4 > this.bytes.length) throw new BrokenBox();
    return String.fromCharCode(...this.bytes.subarray(at, at + 4));
  }

  /** An unsigned number of four bytes. */
  uint32(at: number): number {
    if (at + 4 > this.bytes.length) throw new BrokenBox();
    return this.view.getUint32(at);
  }

  uint8(at: number): number {
    const value = this.bytes[at];
    if (value === undefined) throw new BrokenBox();
    return value;
  }

  uint64(at: number): number {
    return this.uint32(at) * 2 ** 32 + this.uint32(at + 4);
  }
}
