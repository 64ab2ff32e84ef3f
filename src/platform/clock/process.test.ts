import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { machineName, startOfProcess } from './process.ts';

it('tells a process that runs from one that is gone', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const pid = child.pid ?? 0;
  expect(startOfProcess(pid)).not.toBeNull();
  expect(startOfProcess(pid)).toBe(startOfProcess(pid));
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
  expect(startOfProcess(pid)).toBeNull();
});

it('names the machine by what may stand in the name of a file', () => {
  expect(machineName).toMatch(/^[\w-]{1,60}$/);
});
