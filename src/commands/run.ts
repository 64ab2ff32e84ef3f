import { parseArgs } from 'node:util';
import { ConfigError, loadConfig, misspeltSettings, nearestName } from '../platform/config/index.ts';
import type { Command, Output } from './command.ts';
import { sentenceOf, WrongCall } from './problems.ts';

/** What a process gives a command: arguments after the program's name, the environment, and where to write. */
export interface Surroundings {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Finds the command that is meant, parses its options, runs it.
 * @returns the exit code: 0 done, 1 failed or something is wrong, 2 called wrongly
 * @throws what only somebody who writes Coact can mend
 */
export async function runCommand(commands: readonly Command[], surroundings: Surroundings): Promise<number> {
  const { stdout, stderr } = surroundings;
  const [name, ...rest] = surroundings.arguments;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    (name === undefined ? stderr : stdout).write(overview(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((one) => one.name === name);
  if (command === undefined) {
    const names = commands.map((one) => one.name);
    stderr.write(`coact: there is no command "${name}".${meant(nearestName(name, names))}\n\n${overview(commands)}`);
    return 2;
  }
  const out = openOutput(rest.includes('--json'), surroundings);
  try {
    const { words, options } = parse(command, rest);
    if (options.help === true) {
      stdout.write(helpOf(command));
      return 0;
    }
    const { environment } = surroundings;
    const config = loadConfig(environment);
    for (const sentence of misspeltSettings(environment)) out.warn(sentence);
    return await command.run({ words, options, out, config, environment });
  } catch (error) {
    return tell(error, command, out);
  }
}

function tell(error: unknown, command: Command, out: Output): number {
  const sentence = sentenceOf(error);
  if (sentence === null) throw error;
  const isWrongCall = error instanceof WrongCall;
  out.warn(isWrongCall ? `coact ${command.name}: ${sentence}\nSee coact ${command.name} --help` : sentence);
  out.result({ error: sentence, ...(error instanceof ConfigError ? { problems: error.problems } : {}) });
  return isWrongCall ? 2 : 1;
}

const usual = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

/** Parses leniently and then looks at what came, so that every mistake is told in a sentence of ours. */
function parse(command: Command, given: readonly string[]) {
  const known: NonNullable<Command['options']> = { ...command.options, ...usual };
  const parsed = parseArgs({ args: [...given], options: known, strict: false, allowPositionals: true, tokens: true });
  for (const token of parsed.tokens) {
    if (token.kind !== 'option') continue;
    const option = known[token.name];
    if (option === undefined) {
      const nearest = nearestName(token.name, Object.keys(known));
      throw new WrongCall(`there is no option ${token.rawName}.${meant(nearest && `--${nearest}`)}`);
    }
    if (option.type === 'boolean' && token.value !== undefined) throw new WrongCall(`${token.rawName} takes no value.`);
    if (option.type === 'string' && (token.value === undefined || token.value === '')) {
      throw new WrongCall(`${token.rawName} needs a value.`);
    }
  }
  const options: Record<string, string | boolean | undefined> = {};
  for (const [name, value] of Object.entries(parsed.values)) if (!Array.isArray(value)) options[name] = value;
  return { words: parsed.positionals, options };
}

const meant = (name: string | null) => (name === null ? '' : ` Did you mean "${name}"?`);

function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((one) => one.name.length));
  const lines = commands.map((one) => `  coact ${one.name.padEnd(width)}  ${one.summary}`);
  return [
    'Coact',
    '',
    ...lines,
    '',
    'coact COMMAND --help says more. Every command takes --json and ends with 0 (done), 1 (failed, or something is',
    'wrong) or 2 (called wrongly). Settings come from the environment: docs/operating/configuration.md',
    '',
  ].join('\n');
}

function helpOf(command: Command): string {
  const rest = command.help.trim();
  return [
    `coact ${command.name}: ${command.summary}`,
    '',
    ...(rest === '' ? [] : [rest, '']),
    '  --json  answer with one JSON value on standard output',
    '  --help  this text',
    '',
  ].join('\n');
}

function openOutput(json: boolean, { stdout, stderr }: Surroundings): Output {
  return {
    json,
    say: (line) => {
      if (!json) stdout.write(`${line}\n`);
    },
    warn: (line) => {
      stderr.write(`${line}\n`);
    },
    result: (value) => {
      if (json) stdout.write(`${JSON.stringify(value, null, 2)}\n`);
    },
  };
}
