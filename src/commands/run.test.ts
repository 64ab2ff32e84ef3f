import { describe, expect, it } from 'vitest';
import { DatabaseInUse } from '../platform/db/index.ts';
import type { Call, Command } from './command.ts';
import { CommandProblem, WrongCall } from './problems.ts';
import { runCommand } from './run.ts';

const calls: Call[] = [];

function command(run: Command['run'] = async () => 0): Command {
  return {
    name: 'fetch',
    summary: 'fetch things',
    help: '  --to FOLDER  where to',
    options: { to: { type: 'string' }, force: { type: 'boolean' } },
    run: async (call) => {
      calls.push(call);
      return run(call);
    },
  };
}

async function run(given: readonly string[], one = command(), environment = {}) {
  const written = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  calls.length = 0;
  const code = await runCommand([one, { ...one, name: 'other' }], {
    arguments: given,
    environment,
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  });
  return { code, ...written };
}

describe('a call', () => {
  it('hands words, options and the configuration to the command and its exit code back', async () => {
    const { code } = await run(
      ['fetch', 'this', '--to', 'there', '--force'],
      command(async () => 1),
      { PORT: '4100' },
    );
    expect(code).toBe(1);
    expect(calls[0]).toMatchObject({ words: ['this'], options: { to: 'there', force: true }, config: { port: 4100 } });
  });

  it('says to people what it says, and to programs one value', async () => {
    const talking = command(async ({ out }) => {
      out.say('fetched 3');
      out.result({ fetched: 3 });
      return 0;
    });
    expect((await run(['fetch'], talking)).stdout).toBe('fetched 3\n');
    expect(JSON.parse((await run(['fetch', '--json'], talking)).stdout)).toEqual({ fetched: 3 });
  });

  it('is told of settings that look misspelt', async () => {
    const told = await run(['fetch'], command(), { DATABASE_URI: 'postgres://x/y', COACT_X: '' });
    expect(told).toMatchObject({
      code: 0,
      stderr: 'DATABASE_URI is no setting of Coact. Did you mean DATABASE_URL?\n',
    });
  });

  it('explains itself, even when the configuration is wrong', async () => {
    const asked = await run(['fetch', '--help'], command(), { PORT: 'x' });
    expect(asked).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/fetch things[\s\S]*--to FOLDER[\s\S]*--json/),
    });
    expect(calls).toEqual([]);
    expect((await run(['--help'])).stdout).toContain('coact fetch  fetch things');
  });
});

describe('a wrong call ends with 2 and says', () => {
  it.each([
    [[], 'coact fetch'],
    [['fetsh'], 'there is no command "fetsh". Did you mean "fetch"?'],
    [['frobnicate'], 'there is no command "frobnicate".\n'],
    [['fetch', '--fore'], 'there is no option --fore. Did you mean "--force"?'],
    [['fetch', '-x'], 'there is no option -x.'],
    [['fetch', '--to'], '--to needs a value.'],
    [['fetch', '--to='], '--to needs a value.'],
    [['fetch', '--force=yes'], '--force takes no value.'],
  ])('%j: %s', async (given, sentence) => {
    const { code, stderr, stdout } = await run(given);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(calls).toEqual([]);
  });

  it('what a command itself finds wrong', async () => {
    const picky = command(async () => {
      throw new WrongCall('name one file.');
    });
    expect(await run(['fetch'], picky)).toMatchObject({ code: 2, stderr: expect.stringContaining('name one file.') });
  });
});

describe('a problem', () => {
  const failing = (error: unknown) =>
    command(async () => {
      throw error;
    });

  it.each([
    [new CommandProblem('The file is damaged.'), 'The file is damaged.'],
    [new DatabaseInUse('/srv/coact', 7), 'is in use by another Coact (process 7)'],
    [Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'nothing listens there'],
    [new AggregateError([Object.assign(new Error(), { code: 'ECONNREFUSED' })]), 'nothing listens there'],
    [Object.assign(new Error('password'), { code: '28P01' }), 'refuses the password'],
    [Object.assign(new Error('listen'), { code: 'EADDRINUSE' }), 'set PORT'],
  ])('that the operator can mend is a sentence and ends with 1: %s', async (error, sentence) => {
    const told = await run(['fetch'], failing(error));
    expect(told).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(sentence) });
    expect(told.stderr).not.toContain('    at ');
    expect(JSON.parse((await run(['fetch', '--json'], failing(error))).stdout).error).toContain(sentence);
  });

  it('with the configuration names every setting', async () => {
    const told = await run(['fetch', '--json'], command(), { PORT: 'x', CLICKS: 'never' });
    expect(told.code).toBe(1);
    expect(JSON.parse(told.stdout).problems).toHaveLength(2);
  });

  it('that is a bug keeps its stack', async () => {
    await expect(run(['fetch'], failing(new TypeError('undefined is not a function')))).rejects.toThrow(TypeError);
  });
});
