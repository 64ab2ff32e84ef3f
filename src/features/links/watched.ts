import type { Telemetry } from '../../platform/telemetry/index.ts';
import type { Journal } from './journal.ts';

/** The sums of this slice: integers in memory, so that the way of a redirect costs what it did. */
export function openTallies(telemetry: Telemetry) {
  return {
    redirects: {
      redirected: telemetry.tally('coact.redirect.requests', { outcome: 'redirected' }),
      page: telemetry.tally('coact.redirect.requests', { outcome: 'page' }),
    },
    counted: {
      people: telemetry.tally('coact.click.counted', { visitor: 'person' }),
      robots: telemetry.tally('coact.click.counted', { visitor: 'robot' }),
    },
  };
}

/** Tells how many clicks wait to be counted. The journal's folder is looked at when somebody asks. */
export function watchBacklog(telemetry: Telemetry, backlog: Journal['backlog']): void {
  telemetry.observe('coact.click.backlog', (tell) => tell(backlog().clicks, {}));
  telemetry.observe('coact.click.backlog.files', (tell) => tell(backlog().files, {}));
}
