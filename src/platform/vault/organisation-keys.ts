import { randomBytes } from 'node:crypto';
import type { OrgId } from '../db/index.ts';
import type { KeyFolder } from './key-folder.ts';

/** The organisation's own key was destroyed on purpose: what was sealed for it can't be opened by anybody. */
export class KeysDestroyed extends Error {
  override readonly name = 'KeysDestroyed';
}

/** The organisation's own key is not where it should be. Unlike a destroyed one it can be put back. */
class OrganisationKeyMissing extends Error {
  override readonly name = 'OrganisationKeyMissing';
}

/**
 * One key for each organisation, outside the database and every backup of it. It is needed beside the root key to
 * unwrap the organisation's data keys. Destroying it makes the organisation's values unreadable wherever they were
 * copied to, while the root key and everybody else's data stay.
 */
export interface OrganisationKeys {
  /** @throws KeysDestroyed, OrganisationKeyMissing */
  find(orgId: string): Uint8Array;
  /** For an organisation that has nothing sealed yet. @throws KeysDestroyed */
  findOrCreate(orgId: string): Uint8Array;
  /** Notes for good that the organisation's keys are destroyed, then destroys its own. Twice is no error. */
  destroy(orgId: OrgId, at: Date): void;
  state(orgId: string): 'present' | 'destroyed' | 'missing';
  /** Brings folder and copy in step; where one says that a key was destroyed, it goes in the other too. */
  level(): void;
}

const keyFile = (orgId: string) => `${orgId}.key`;
/** Says that the key was destroyed, so that a restored backup is told from a lost key. */
const mark = (orgId: string) => `${orgId}.destroyed`;

/** @param folder opened for the organisations' keys alone */
export function openOrganisationKeys(folder: KeyFolder): OrganisationKeys {
  const read = (orgId: string): Uint8Array | null => {
    if (folder.read(mark(orgId)) !== null) throw new KeysDestroyed(`the keys of organisation ${orgId} were destroyed`);
    const text = folder.read(keyFile(orgId));
    if (text === null) return null;
    const key = Buffer.from(text.trim(), 'base64');
    if (key.length !== 32) throw new OrganisationKeyMissing(`${folder.pathOf(keyFile(orgId))} is damaged`);
    return key;
  };
  const find = (orgId: string): Uint8Array => {
    const key = read(orgId);
    if (key !== null) return key;
    throw new OrganisationKeyMissing(
      `${folder.pathOf(keyFile(orgId))} does not exist. Put it back from the copy of the keys that you keep apart.`,
    );
  };
  return {
    find,
    findOrCreate: (orgId) => {
      const found = read(orgId);
      if (found !== null) return found;
      folder.create(keyFile(orgId), `${randomBytes(32).toString('base64')}\n`);
      return find(orgId);
    },
    destroy: (orgId, at) => {
      folder.create(mark(orgId), `${at.toISOString()}\n`);
      folder.destroy(keyFile(orgId));
    },
    level: () => {
      const marked = folder.names().filter((name) => name.endsWith('.destroyed'));
      for (const name of marked) folder.destroy(keyFile(name.slice(0, -'.destroyed'.length)));
      folder.level();
    },
    state: (orgId) => {
      if (folder.read(mark(orgId)) !== null) return 'destroyed';
      return folder.read(keyFile(orgId)) === null ? 'missing' : 'present';
    },
  };
}
