import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check, Finding } from './check.ts';
import type { Repository } from './repository.ts';

interface Tool {
  readonly name: string;
  /** Program in node_modules/.bin with its arguments. */
  readonly command: readonly [string, ...string[]];
}

const tools: readonly Tool[] = [
  { name: 'Biome: format and lint', command: ['biome', 'check', '--error-on-warnings', '--colors=off', '.'] },
  { name: 'TypeScript: types', command: ['tsc', '--noEmit', '--pretty', 'false'] },
  { name: 'knip: unused files, exports, dependencies', command: ['knip', '--no-progress'] },
  {
    name: 'secretlint: secrets',
    command: ['secretlint', '--maskSecrets', '--no-color', '**/*'],
  },
];

/** The checks that others wrote, each run as a program. */
export const toolChecks: readonly Check[] = [...tools.map(toolCheck), boundariesCheck()];

function toolCheck(tool: Tool): Check {
  return {
    name: tool.name,
    run: async (repository) => {
      const { code, output } = await runTool(repository.root, tool.command);
      return code === 0 ? [] : [{ where: tool.command[0], problem: output }];
    },
  };
}

/**
 * dependency-cruiser with the rules of .dependency-cruiser.cjs. It passes when it can't read TypeScript at all, so the
 * number of modules that it read is checked too.
 */
function boundariesCheck(): Check {
  return {
    name: 'dependency-cruiser: boundaries',
    run: async (repository) => {
      const folders = ['src', 'practice', 'scripts', 'test', 'bench'].filter((name) =>
        existsSync(join(repository.root, name)),
      );
      const command: Tool['command'] = [
        'depcruise',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'err-long',
        ...folders,
      ];
      const { code, output } = await runTool(repository.root, command);
      return [...(code === 0 ? [] : [{ where: 'dependencies', problem: output }]), ...readsAll(repository, output)];
    },
  };
}

function readsAll(repository: Repository, output: string): Finding[] {
  const modules = Number(/(\d+) modules/.exec(output)?.[1] ?? 0);
  const files = repository.files.filter((path) => /^src\/.*\.tsx?$/.test(path)).length;
  if (modules >= files) return [];
  return [
    {
      where: 'dependency-cruiser',
      problem: `read ${modules} of ${files} files: it needs a TypeScript with an API (below 7)`,
    },
  ];
}

async function runTool(root: string, command: Tool['command']): Promise<{ code: number; output: string }> {
  const [program, ...rest] = command;
  const path = join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${program}.cmd` : program);
  return new Promise((resolve, reject) => {
    const child = spawn(path, rest, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.stderr.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: output.trim() }));
  });
}
