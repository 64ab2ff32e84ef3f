import { describe, expect, it } from 'vitest';
import { startChild, waitForAnswer } from './children.ts';
import { readOwnerLink } from './coact.ts';
import { freePort } from './ports.ts';

describe('the owner’s link', () => {
  const link = 'http://localhost:3000/sign-in/link?token=abc_-1';

  it('is found in a plain line and in a line of JSON', () => {
    expect(readOwnerLink(`Sign in as the owner: ${link}`)).toBe(link);
    expect(readOwnerLink(JSON.stringify({ level: 30, msg: `Sign in as the owner: ${link}` }))).toBe(link);
  });

  it('is not found elsewhere', () => {
    expect(readOwnerLink(`Coact listens at http://localhost:3000`)).toBeNull();
  });
});

describe('a child process', () => {
  const child = (script: string, onLine?: (line: string) => void) =>
    startChild({ command: process.execPath, args: ['-e', script], env: { PATH: process.env.PATH }, onLine });

  it('says line by line what it writes, and how it ended', async () => {
    const lines: string[] = [];
    const { ended } = child('console.log("one"); console.error("two"); process.exitCode = 3', (line) =>
      lines.push(line),
    );
    expect(await ended).toBe('exit code 3');
    expect(lines.toSorted()).toEqual(['one', 'two']);
  });

  it('is killed when it does not stop', async () => {
    const lines: string[] = [];
    const stubborn = child('process.on("SIGTERM", () => {}); setInterval(() => {}, 1e3); console.log("up")', (line) =>
      lines.push(line),
    );
    await expect.poll(() => lines).toEqual(['up']);
    await stubborn.stop(50);
    expect(await stubborn.ended).toBe('SIGKILL');
  });

  it('that ends at once is not waited for', async () => {
    const { ended } = child('process.exit(1)');
    const url = `http://127.0.0.1:${await freePort()}/`;
    await expect(waitForAnswer(url, 10_000, ended)).rejects.toThrow('ended at once (exit code 1)');
  });
});
