/**
 * Audit: an append-only record of administrative acts and of reads of protected data, one chain of hashes for each
 * organisation, its end sealed. Nothing about what employees share is ever an act here.
 */
export { type ActKind, type Acts, auditActs, defineActs } from './acts.ts';
export { type Audit, type AuditParts, type AuditTrail, openAudit } from './audit.ts';
export { type BreakReason, breakSentences } from './chain.ts';
export { type AuditActor, type AuditDetail, type AuditEntry, actedBy, hex, type StoredEntry } from './entry.ts';
export {
  csvLines,
  type ExportHead,
  type FileVerification,
  type InWords,
  jsonLines,
  verifyExport,
} from './export-file.ts';
export { auditJobs } from './jobs.ts';
export { migrations, sealedPlaces } from './migrations.ts';
export { type EntryQuery, missingGuards } from './store.ts';
export type { NotedHead, Verification, VerifyOptions } from './verify.ts';
