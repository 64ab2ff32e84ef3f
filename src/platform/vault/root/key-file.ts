import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { openWith, sealWith } from '../cipher.ts';
import type { KeyFolder } from '../key-folder.ts';
import { bytesOf } from '../key-id.ts';
import { type Binding, type RootKey, RootKeyProblem } from './root-key.ts';

/** The root key in use. During a change of root keys the next one stands beside it as `root-<id>.key`. */
export const rootFile = 'root.key';

/** A root key of random bits, and the file that it is to stand in. */
export function makeRootText(): { readonly id: string; readonly text: string } {
  const key = randomBytes(32);
  return { id: idOf(key), text: `${key.toString('base64')}\n` };
}

export const nextRootFile = (id: string): string => `root-${id}.key`;

/** Every root key in the folder. @throws RootKeyProblem if one is damaged, or others may read it */
export function readRootFiles(folder: KeyFolder): ReadonlyMap<string, RootKey & { readonly file: string }> {
  const found = folder
    .names()
    .filter((name) => name === rootFile || /^root-[0-9a-f]{16}\.key$/.test(name))
    .flatMap((file) => {
      const text = folder.read(file);
      return text === null ? [] : [{ ...keyOf(text, folder.pathOf(file)), file }];
    });
  return new Map(found.map((root) => [root.id, root]));
}

/** A key that version 0.1.0 derived from the root key itself, to open what it left. */
export function deriveEarly(folder: KeyFolder, rootId: string, purpose: string): Uint8Array {
  const file = readRootFiles(folder).get(rootId)?.file ?? rootFile;
  const key = Buffer.from((folder.read(file) ?? '').trim(), 'base64');
  return new Uint8Array(hkdfSync('sha256', key, '', `coact ${purpose}`, 32));
}

function keyOf(text: string, path: string): RootKey {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) throw new RootKeyProblem(`${path} is damaged: it must hold 32 bytes in base64.`);
  const wrapping = new Uint8Array(hkdfSync('sha256', key, '', 'coact wrapping of data keys', 32));
  return {
    id: idOf(key),
    provider: 'file',
    wrap: async (plain, binding) => sealWith(wrapping, bytesOf(binding.keyId), contextOf(binding), plain),
    unwrap: async (wrapped, binding) => openWith(wrapping, contextOf(binding), wrapped),
  };
}

function contextOf({ purpose, organisation, keyId }: Binding): readonly string[] {
  return [purpose === 'sealing' ? 'data key' : 'lookup key', organisation, keyId];
}

function idOf(key: Uint8Array): string {
  return createHash('sha256').update('coact root key id').update(key).digest('hex').slice(0, 16);
}
