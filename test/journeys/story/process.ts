import { expect, it } from 'vitest';
import { freePort } from '../../../practice/ports.ts';
import { runCoact } from '../coact-process.ts';
import { readStats } from '../stats.ts';
import type { Story } from './story.ts';

/** The server as its operator meets it: stopped, started again, started twice. */
export function operating(story: Story): void {
  const { world, practice, maya } = story;

  it('refuses a second process on the same folder, and says what to do', async () => {
    const port = String(await freePort());
    const { ended, said } = await runCoact({ ...practice.env, PORT: port, PUBLIC_URL: `http://localhost:${port}` });
    expect(ended).toBe('exit code 1');
    expect(said).toContain(`The data folder ${world.dataDir} is in use by another Coact (process `);
    expect(said).toContain('stop the other one, or set DATABASE_URL');
    expect((await fetch(`${practice.urls.coact}/readyz`)).status).toBe(200);
  });

  it('stops in order when it is told to, and goes on with the same data', async () => {
    const before = await readStats(maya.page, `${practice.urls.coact}/`);
    expect(await world.restart()).toBe('exit code 0');
    // The owner exists, so there is no further link for one; and the session goes on.
    expect(world.coact.ownerLink).toBeNull();
    expect(await readStats(maya.page, `${practice.urls.coact}/`)).toEqual(before);
  });
}
