/**
 * The vault: all cryptography. A root key outside the database (a file, or a key in AWS KMS) and a key of the
 * organisation's own, outside the database too, wrap one data key per organisation; values are sealed with AES-256-GCM
 * and bound to the place they stand in, so a ciphertext can't be moved to another row, column, table or organisation.
 * Keys are replaced while everything runs; destroying an organisation's own key makes its values unreadable in every
 * backup. The key ring beside it holds short-lived keys, outside database and backups: destroying one makes what it
 * sealed unreadable everywhere at once.
 */
export { type Box, openBox } from './box.ts';
export { SealBroken } from './cipher.ts';
export { type FileKey, fileKeyOf, newFileKey } from './file-key.ts';
export { installation } from './key-store.ts';
export { type KeySettings, type Keys, loadRootKey } from './keys.ts';
export { migrations } from './migrations.ts';
export { KeysDestroyed } from './organisation-keys.ts';
export { type HashCost, HashingBusy, openPasswordHasher, type PasswordHasher, usualCost } from './password.ts';
export { type Place, type SealedPlace, sealedPlaces } from './places.ts';
export { type KeyRing, openRing, type RingKey } from './ring.ts';
export { rootKeyProblem } from './root/check.ts';
export { type RootKey, RootKeyProblem } from './root/root-key.ts';
export { type DestroyedKeys, destroyKeys } from './rotation/destroy.ts';
export type { DataRotation } from './rotation/key-rotation.ts';
export type { RotationParts, RotationStep } from './rotation/parts.ts';
export { type RootRotation, rotateRootKey } from './rotation/root-rotation.ts';
export { keyOwners, rotateDataKeys, rotateDue } from './rotation/rotate-due.ts';
export { type KeyStatus, keyStatus, type Limits, usualEncryptions } from './rotation/status.ts';
export { readSealedFile, type SealedFile, sealStream } from './stream.ts';
export { equalSecrets, hmacOf, isHmacOf, randomToken, tokenHash } from './token.ts';
export { openVault, type Vault } from './vault.ts';
