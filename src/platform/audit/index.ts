/**
 * Audit: an append-only record of administrative acts and of reads of protected data, one chain of hashes for each
 * organisation. Nothing about what employees share is ever an act here.
 */
export { type Audit, type AuditTrail, openAudit, type Verification } from './audit.ts';
export type { AuditActor, AuditDetail, AuditEntry } from './entry.ts';
export { migrations } from './migrations.ts';
