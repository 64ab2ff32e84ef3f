import { openKeyFolder } from './key-folder.ts';
import type { KeySettings } from './keys.ts';
import { readRootFiles, rootFile } from './root/key-file.ts';
import type { RootKey } from './root/root-key.ts';
import { openRoots, type Roots } from './root/roots.ts';

/** Wraps the keys of sealed files by a root key, without a database. */
export interface FileKey {
  /** The id of the root key. */
  readonly id: string;
  wrap(key: Uint8Array, keyId: string): Promise<Uint8Array>;
  /** @throws SealBroken */
  unwrap(wrapped: Uint8Array, keyId: string): Promise<Uint8Array>;
}

/**
 * What new files are sealed under: the key that KMS_KEY_ID names, or else the one in root.key; null when there is neither.
 * @throws RootKeyProblem, KeyServiceAway
 */
export async function newFileKey(settings: KeySettings): Promise<FileKey | null> {
  const roots = rootsOf(settings);
  if (roots.kms !== null) return asFileKey(await roots.configured());
  const found = [...readRootFiles(roots.folder).values()].find(({ file }) => file === rootFile);
  return found === undefined ? null : asFileKey(found);
}

/** The key that a file was sealed under. @throws RootKeyProblem when it is not there; KeyServiceAway */
export async function fileKeyOf(settings: KeySettings, rootKeyId: string): Promise<FileKey> {
  return asFileKey(await rootsOf(settings).byId(rootKeyId));
}

function rootsOf({ keysDir, keysCopyDir, kmsKeyId, awsRegion, kmsClient }: KeySettings): Roots {
  const kms = kmsKeyId === undefined ? null : { keyId: kmsKeyId, region: awsRegion, client: kmsClient };
  return openRoots(openKeyFolder(keysDir, keysCopyDir), kms);
}

/** Bound to files, so that no data key of an organisation can be passed off as one of these. */
function asFileKey(root: RootKey): FileKey {
  const bindingOf = (keyId: string) => ({ organisation: 'file', purpose: 'sealing', keyId }) as const;
  return {
    id: root.id,
    wrap: (key, keyId) => root.wrap(key, bindingOf(keyId)),
    unwrap: (wrapped, keyId) => root.unwrap(wrapped, bindingOf(keyId)),
  };
}
