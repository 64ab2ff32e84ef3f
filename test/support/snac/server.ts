import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../raw-client.ts';

export interface SnacServer extends AsyncDisposable {
  readonly url: string;
  /** Signs Alice in at the page that `url` leads to. @returns the query of the callback */
  consent(url: string): Promise<URLSearchParams>;
}

/** Starts snac in a folder of its own, with one account, and waits until it answers. @param program where snac is */
export async function startSnac(program: string): Promise<SnacServer> {
  const folder = mkdtempSync(join(tmpdir(), 'coact-snac-'));
  const place = join(folder, 'place');
  const port = await freePort();
  const url = `http://localhost:${port}`;
  execFileSync(program, ['init', place], { input: `127.0.0.1\n${port}\nlocalhost:${port}\n\n\n`, stdio: 'pipe' });
  const settings = join(place, 'server.json');
  writeFileSync(settings, readFileSync(settings, 'utf8').replace('"protocol": "https"', '"protocol": "http"'));
  const said = execFileSync(program, ['adduser', place, 'alice'], { input: '\n', stdio: 'pipe' }).toString('utf8');
  const password = /User password is (\S+)/.exec(said)?.[1];
  if (password === undefined) throw new Error(`snac gave no password: ${said}`);
  const server = spawn(program, ['httpd', place], { stdio: 'ignore' });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await waitFor(url);
  return {
    url,
    consent: (at) => signIn(url, at, password),
    [Symbol.asyncDispose]: async () => {
      server.kill('SIGTERM');
      const impatient = setTimeout(() => server.kill('SIGKILL'), 5_000);
      await ended;
      clearTimeout(impatient);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function waitFor(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok || answer.status === 404,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('snac does not answer');
}

/** Fills in snac's own form with what stands in it. */
async function signIn(url: string, at: string, password: string): Promise<URLSearchParams> {
  const page = await (await fetch(at)).text();
  const field = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
  const answer = await fetch(`${url}/oauth/x-snac-login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({
      ...{ login: 'alice', passwd: password, redir: field('redir'), cid: field('cid'), state: field('state') },
    }),
  });
  return new URL(answer.headers.get('location') ?? '').searchParams;
}
