import { createEmulator } from 'emulate';
import { expect, it } from 'vitest';
import { freePort } from '../../../practice/ports.ts';
import { makeEmulatedPrice, stripeSettings } from '../../support/stripe.ts';
import { openSmallCompany } from '../small-company.ts';

/**
 * Checkout on a page that nobody here wrote. The emulator behind it keeps no subscription of what was paid there, so this
 * ends where Stripe would tell of one.
 */
export function emulatedCheckout(): void {
  it('leads to a page with the price for everybody, and coming back alone makes no plan', async () => {
    const port = await freePort();
    const base = `http://localhost:${port}`;
    await using opening = new AsyncDisposableStack();
    const emulator = await createEmulator({ service: 'stripe', port, baseUrl: base });
    opening.defer(() => emulator.close());
    const STRIPE_PRICE_MONTHLY = await makeEmulatedPrice(base);
    const { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET } = stripeSettings;
    const settings = { STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SECRET, STRIPE_PRICE_MONTHLY, STRIPE_API_BASE: base };
    const { url, maya } = opening.use(await openSmallCompany(settings));
    const { page } = maya;
    await page.goto(`${url}/settings/plan`);
    await page.getByText('€5.00 a person and month').waitFor();
    await page.getByRole('button', { name: 'Choose monthly' }).click();
    await page.waitForURL(`${base}/**`);
    await page.getByRole('button', { name: /Pay/ }).click();
    await page.waitForURL(`${url}/settings/plan?from=checkout**`);
    await page.getByText('Trial', { exact: true }).waitFor();
    await page.getByRole('alert').waitFor();
    expect(await page.getByText('Active', { exact: true }).count()).toBe(0);
  });
}
