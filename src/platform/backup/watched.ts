import { atMostEvery, type Clock } from '../clock/index.ts';
import type { Telemetry } from '../telemetry/index.ts';
import { lastBackup } from './names.ts';

/** Both figures of one scrape are read from one look at the folder. Milliseconds. */
const freshMs = 1_000;

/** Tells whether there is a backup that is whole, and how old the last one is. */
export function watchBackups(folder: string | undefined, clock: Clock, telemetry: Telemetry): void {
  const last = atMostEvery(
    freshMs,
    () => performance.now(),
    async () => (folder === undefined ? null : lastBackup(folder).catch(() => null)),
  );
  telemetry.observe('coact.backup.known', async (tell) => tell((await last()) === null ? 0 : 1, {}));
  telemetry.observe('coact.backup.age', async (tell) => {
    const found = await last();
    if (found !== null) tell((clock.now().getTime() - found.at.getTime()) / 1_000, {});
  });
}
