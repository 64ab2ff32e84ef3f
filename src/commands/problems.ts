import { BackupProblem } from '../platform/backup/index.ts';
import { ConfigError } from '../platform/config/index.ts';
import { DatabaseInUse, MigrationProblem } from '../platform/db/index.ts';
import { RootKeyProblem } from '../platform/vault/index.ts';

/** Something that the operator can mend; the message is the sentence for them. The command ends with 1. */
export class CommandProblem extends Error {
  override readonly name = 'CommandProblem';
}

/** The command was called with words or options that it does not take. It ends with 2. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';
}

const mendable = [
  CommandProblem,
  WrongCall,
  ConfigError,
  DatabaseInUse,
  MigrationProblem,
  RootKeyProblem,
  BackupProblem,
];

/** Codes of node, libpq and PostgreSQL (appendix A of its manual) that say that the database can't be reached or used. */
const databaseSentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  ENOTFOUND: 'its host has no address',
  EAI_AGAIN: 'its host could not be looked up',
  ETIMEDOUT: 'it does not answer',
  '28P01': 'it refuses the password',
  '28000': 'it refuses the login',
  '3D000': 'that database does not exist',
  '57P03': 'it is starting or stopping',
  '53300': 'it has no connection left',
};

/** What to tell the operator instead of a stack; null for what only somebody who writes Coact can mend. */
export function sentenceOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if (mendable.some((kind) => error instanceof kind)) return error.message;
  const code = codeOf(error);
  if (code === 'EADDRINUSE') return 'The port is taken by another program. Stop that one, or set PORT to a free one.';
  if (code === 'EACCES' && 'syscall' in error && error.syscall === 'listen') {
    return 'This user may not listen on that port. Set PORT to one above 1023.';
  }
  const reason = databaseSentences[code];
  if (reason !== undefined) return `The database can't be used: ${reason}. Check that it runs, and DATABASE_URL.`;
  return null;
}

function codeOf(error: Error): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return codeOf(error.errors[0]);
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
