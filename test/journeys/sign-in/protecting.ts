import { expect, it } from 'vitest';
import { openAuthenticatorApp } from '../authenticator-app.ts';
import { nameOrganisation } from '../founding.ts';
import { expectToFitPhone } from '../phone.ts';
import { codeOf, keepCodes, openAccount } from './acts.ts';
import { email, password, type SignInStory } from './story.ts';

/** Step 1: the owner founds the organisation, protects her account, and gives it a password. */
export function protecting(story: SignInStory): void {
  const { page } = story.maya;

  it('leads the owner from set-up to a second factor, which can’t be put off', async () => {
    await page.goto(story.coact.ownerLink ?? '');
    await page.getByRole('button', { name: 'Set up your organisation' }).click();
    await nameOrganisation(page, email);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByRole('heading', { name: 'Protect your account' }).waitFor();
    expect(await page.getByRole('button', { name: 'Not now' }).count()).toBe(0);
    await expectToFitPhone(page);
  });

  it('shows nothing of the organisation before that', async () => {
    const members = await page.evaluate(async () => {
      const response = await fetch('/api/members', { headers: { 'x-coact': '1' } });
      return { status: response.status, code: (await response.json()).code };
    });
    expect(members).toEqual({ status: 403, code: 'second_factor_needed' });
    await page.goto(`${story.url}/members`);
    await page.waitForURL('**/account/second-factor-needed**');
    await page.getByRole('heading', { name: 'Protect your account' }).waitFor();
    await expectToFitPhone(page);
    await page.goto(`${story.url}/setup`);
  });

  it('takes over an app by its key, and shows the recovery codes once', async () => {
    await page.getByRole('button', { name: /^Authenticator app/ }).click();
    await page.getByRole('img', { name: /^QR code/ }).waitFor();
    story.app = openAuthenticatorApp(await page.locator('code').innerText());
    await expectToFitPhone(page);
    await page.getByLabel('2. Enter the code that the app shows').fill('000000');
    await page.getByRole('alert').filter({ hasText: /\./ }).waitFor();
    await page.getByLabel('2. Enter the code that the app shows').fill(await codeOf(story));
    await page.getByRole('list', { name: 'Recovery codes' }).waitFor();
    await expectToFitPhone(page);
    story.recoveryCodes = await keepCodes(page, 'Continue');
    expect(new Set(story.recoveryCodes).size).toBe(10);
    await page.getByRole('heading', { name: 'Connect Slack' }).waitFor();
  });

  it('refuses a password that is short or that everybody uses, and takes any other', async () => {
    await openAccount(page, story.url);
    await page.getByText('10 of 10 left').waitFor();
    await expectToFitPhone(page);
    await page.getByRole('button', { name: 'Set a password' }).click();
    const field = page.getByLabel('New password');
    await field.fill('12345');
    await page.getByText('3 characters to go').waitFor();
    expect(await page.getByRole('button', { name: 'Save password' }).isDisabled()).toBe(true);
    await field.fill('password123');
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByRole('dialog').getByRole('alert').waitFor();
    await field.fill(password);
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByText('Your new password is set.').waitFor();
    await page.getByRole('button', { name: 'Change', exact: true }).waitFor();
  });
}
