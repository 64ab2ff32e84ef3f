import type { Browsers } from '../browser.ts';
import { ask, type Colleague, openSmallCompany, type SmallCompany } from '../small-company.ts';

/** What somebody earns, and all those who work around them. */
export interface PayStory extends AsyncDisposable {
  readonly company: SmallCompany;
  readonly browsers: Browsers;
  /** Answers for pay. */
  readonly pia: Colleague;
  /** The employee that it is about. */
  readonly ana: Colleague;
  /** Those whom it is none of their business: her manager, a scheduler, an admin. */
  readonly others: readonly Colleague[];
  /** The day from which she earns more. */
  readonly raiseDay: string;
  /** The address of the proposal; empty until it is made. */
  proposal: string;
}

const raiseDay = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);

export async function beginPay(): Promise<PayStory> {
  await using opening = new AsyncDisposableStack();
  const company = opening.use(await openSmallCompany());
  const pia = await company.invite('Pia', ['payroll']);
  const ana = await company.invite('Ana');
  const max = await company.invite('Max');
  const sol = await company.invite('Sol', ['scheduler']);
  const adi = await company.invite('Adi', ['admin']);
  await ask(company.maya.page, 'PATCH', `/api/people/${ana.personId}/employment`, { managerId: max.personId });
  const opened = opening.move();
  return {
    ...{ company, browsers: company.browsers, pia, ana, others: [max, sol, adi], raiseDay, proposal: '' },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Says why one looks, where a page asks. */
export async function sayWhy({ page }: Pick<Colleague, 'page'>, reason: string, show: string): Promise<void> {
  await page.getByRole('heading', { name: 'Why do you look?' }).waitFor();
  await page.getByRole('radio', { name: reason }).check();
  await page.getByRole('button', { name: show }).click();
}
