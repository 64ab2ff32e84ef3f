#!/usr/bin/env node
import { auditCommand } from './commands/audit.ts';
import { backupCommand } from './commands/backup.ts';
import { doctorCommand } from './commands/doctor.ts';
import { keysCommand } from './commands/keys.ts';
import { migrateCommand } from './commands/migrate.ts';
import { orgCommand } from './commands/org.ts';
import { restoreCommand } from './commands/restore.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { workCommand } from './commands/work.ts';

const commands = [
  serveCommand,
  workCommand,
  migrateCommand,
  doctorCommand,
  backupCommand,
  restoreCommand,
  orgCommand,
  keysCommand,
  auditCommand,
];

process.exitCode = await runCommand(commands, {
  arguments: process.argv.slice(2),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
});
