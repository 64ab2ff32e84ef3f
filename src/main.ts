#!/usr/bin/env node
import { doctorCommand } from './commands/doctor.ts';
import { migrateCommand } from './commands/migrate.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { workCommand } from './commands/work.ts';

const commands = [serveCommand, workCommand, migrateCommand, doctorCommand];

process.exitCode = await runCommand(commands, {
  arguments: process.argv.slice(2),
  environment: process.env,
  stdout: process.stdout,
  stderr: process.stderr,
});
