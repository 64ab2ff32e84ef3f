#!/usr/bin/env node
import { doctor } from './commands/doctor.ts';
import { migrateOnly } from './commands/migrate.ts';
import { serve } from './commands/serve.ts';
import { ConfigError, loadConfig } from './platform/config/index.ts';
import { DatabaseInUse, MigrationProblem } from './platform/db/index.ts';
import { RootKeyProblem } from './platform/vault/index.ts';

const commands = { serve, migrate: migrateOnly, doctor } as const;

const help = `Coact

  coact serve     start the server (default); it also does the work in the background
  coact migrate   bring the database up to this version, then end
  coact doctor    check this installation and say how to mend what is wrong

Settings come from the environment: docs/operating/configuration.md
`;

/** Problems that the operator can mend: told as sentences, without a stack. */
const mendable = [ConfigError, DatabaseInUse, MigrationProblem, RootKeyProblem];

async function main(name = 'serve'): Promise<number> {
  if (name === 'help' || name === '--help') {
    process.stdout.write(help);
    return 0;
  }
  if (!(name in commands)) {
    process.stderr.write(`coact: there is no command "${name}"\n\n${help}`);
    return 2;
  }
  try {
    return await commands[name as keyof typeof commands](loadConfig(process.env));
  } catch (error) {
    if (!mendable.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv[2]);
