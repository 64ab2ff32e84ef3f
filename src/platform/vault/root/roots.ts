import type { KeyFolder } from '../key-folder.ts';
import { readRootFiles } from './key-file.ts';
import { type KmsSettings, openKmsRoot } from './kms.ts';
import { providerOf, type RootKey, RootKeyProblem } from './root-key.ts';

/** The root keys that this process can use: more than one while what is wrapped moves from one to the next. */
export interface Roots {
  readonly folder: KeyFolder;
  /** What is set up at AWS KMS; null for key files alone. */
  readonly kms: KmsSettings | null;
  /** The root key of that id, looked for anew if unknown: another process may have made it. @throws RootKeyProblem */
  byId(id: string): Promise<RootKey>;
  /** The key that KMS_KEY_ID names now. @throws RootKeyProblem, KeyServiceAway */
  configured(): Promise<RootKey>;
}

/** @param client for tests: the way to KMS */
export function openRoots(folder: KeyFolder, kms: KmsSettings | null, client?: KmsSettings['client']): Roots {
  const known = new Map<string, RootKey>();
  const keep = (root: RootKey): RootKey => {
    known.set(root.id, root);
    return root;
  };
  const configured = async (): Promise<RootKey> => {
    if (kms === null) throw new RootKeyProblem('KMS_KEY_ID is not set.');
    return keep(await openKmsRoot({ ...kms, client }));
  };
  const open = async (id: string): Promise<RootKey> => {
    // Region and key are in the ARN; the settings may by now name another key, or none.
    if (providerOf(id) === 'kms') return keep(await openKmsRoot({ keyId: id, client }));
    const files = readRootFiles(folder);
    const found = files.get(id);
    if (found !== undefined) return keep(found);
    throw new RootKeyProblem(
      `The root key ${id} is not in ${folder.path}` +
        (files.size === 0 ? '.' : `, which holds ${[...files.keys()].join(', ')}.`) +
        ' Put its file back, from the place where you keep it apart from the backups.',
    );
  };
  return { folder, kms, configured, byId: async (id) => known.get(id) ?? open(id) };
}
