import type { Browsers } from '../browser.ts';
import { type Colleague, openSmallCompany, type SmallCompany } from '../small-company.ts';

/** How a café opens in the morning: who writes it down, who lets it hold, and who does it. */
export interface ProcessStory extends AsyncDisposable {
  readonly company: SmallCompany;
  readonly browsers: Browsers;
  /** Writes it. */
  readonly sol: Colleague;
  /** Does it. */
  readonly ana: Colleague;
  readonly bo: Colleague;
  /** The address of the process; empty until it is begun. */
  process: string;
  /** The address of the run; empty until it is begun. */
  run: string;
}

export const title = 'Opening the café';

export async function beginProcesses(): Promise<ProcessStory> {
  await using opening = new AsyncDisposableStack();
  const company = opening.use(await openSmallCompany());
  const sol = await company.invite('Sol', ['scheduler']);
  const ana = await company.invite('Ana');
  const bo = await company.invite('Bo');
  const opened = opening.move();
  return {
    ...{ company, browsers: company.browsers, sol, ana, bo, process: '', run: '' },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
