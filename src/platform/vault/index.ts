/**
 * The vault: all cryptography. A root key outside the database wraps one data key per organisation; values are sealed
 * with AES-256-GCM and bound to the place they stand in, so a ciphertext can't be moved to another row, column, table
 * or organisation. The key ring beside it holds short-lived keys, outside database and backups: destroying one makes
 * what it sealed unreadable everywhere at once.
 */
export { type Box, openBox } from './box.ts';
export { SealBroken } from './cipher.ts';
export { migrations } from './migrations.ts';
export { type HashCost, HashingBusy, openPasswordHasher, type PasswordHasher, usualCost } from './password.ts';
export { type KeyRing, openRing, type RingKey } from './ring.ts';
export { loadRootKey, type RootKey, RootKeyProblem } from './root-key.ts';
export { equalSecrets, isHmacOf, randomToken, tokenHash } from './token.ts';
export { openVault, type Place, type Vault } from './vault.ts';
