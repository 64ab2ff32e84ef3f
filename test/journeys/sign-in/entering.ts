import { expect, it } from 'vitest';
import { expectToFitPhone } from '../phone.ts';
import { chooseCode, codeOf, givePassword, openAccount, signInWithCode, signOut } from './acts.ts';
import { email, type SignInStory } from './story.ts';

/** Step 2: every way in. */
export function entering(story: SignInStory): void {
  const { page } = story.maya;

  it('says alike that a password is wrong and that an address is unknown', async () => {
    await signOut(page);
    const sentences: string[] = [];
    for (const address of [email, 'nobody@harbour-pine.test']) {
      await page.goto(`${story.url}/sign-in`);
      await page.getByLabel('Work e-mail').fill(address);
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Password', { exact: true }).fill('not the right one at all');
      await page.keyboard.press('Enter');
      sentences.push(await page.getByRole('alert').innerText());
    }
    expect(sentences[0]).toBe(sentences[1]);
    await expectToFitPhone(page);
  });

  it('lets in by password and code, pasted as the app shows it', async () => {
    await signInWithCode(story, page);
    await signOut(page);
    // The device remembers the way, and so the password's field is there at once.
    await page.getByLabel('Password', { exact: true }).waitFor();
  });

  it('lets in by password and a recovery code, once', async () => {
    const code = story.recoveryCodes[0] ?? '';
    const use = async () => {
      await givePassword(page, story.url);
      await page.getByRole('button', { name: 'Use a recovery code' }).click();
      await page.getByLabel('Recovery code').fill(code.toUpperCase());
      await page.getByRole('button', { name: 'Confirm' }).click();
    };
    await use();
    await page.waitForURL(`${story.url}/`);
    await openAccount(page, story.url);
    await page.getByText('9 of 10 left').waitFor();
    await signOut(page);
    await use();
    await page.getByRole('alert').waitFor();
    await expectToFitPhone(page);
    await chooseCode(page);
    await page.getByLabel('Code', { exact: true }).fill(await codeOf(story));
    await page.waitForURL(`${story.url}/`);
  });

  it('adds a passkey, and lets in by it alone', async () => {
    await openAccount(page, story.url);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Maya’s laptop');
    await story.passkeys.touching(async () => {
      await page.getByRole('button', { name: 'Make the passkey' }).click();
      await page.getByText('Your passkey is ready.').waitFor();
    });
    expect(await story.passkeys.count()).toBe(1);
    await page.getByText('not used yet').waitFor();
    await signOut(page);
    await story.passkeys.touching(async () => {
      const button = page.getByRole('button', { name: 'Sign in with a passkey' });
      // The page offers the passkey in the address field too; with the finger down already, that may come first.
      const click = button.click({ timeout: 20_000 }).catch((error: unknown) => {
        if (page.url() !== `${story.url}/`) throw error;
      });
      await Promise.all([click, page.waitForURL(`${story.url}/`)]);
    });
    await openAccount(page, story.url);
    await page.getByText('last used just now').waitFor();
    await expectToFitPhone(page);
  });
}
