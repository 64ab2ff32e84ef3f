import { it } from 'vitest';
import { openDatabase } from '../../../src/platform/db/index.ts';
import { codeOf, openAccount, signInWithCode } from './acts.ts';
import type { SignInStory } from './story.ts';

/** Step 3: another device loses access when the owner says so. */
export function devices(story: SignInStory): void {
  const { page } = story.maya;

  it('signs another device out, which notices at its next step', async () => {
    const other = await story.browsers.somebody();
    await signInWithCode(story, other.page);
    await openAccount(page, story.url);
    await page.getByText('This device').waitFor();
    await page.getByRole('button', { name: 'Sign out Chrome on Linux' }).first().click();
    await page.getByText('Chrome on Linux is signed out.').waitFor();
    await other.page.goto(`${story.url}/account`);
    await other.page.waitForURL('**/sign-in?returnTo=%2Faccount');
    await other.context.close();
  });

  it('signs out all others at once', async () => {
    const other = await story.browsers.somebody();
    await signInWithCode(story, other.page);
    await openAccount(page, story.url);
    await page.getByRole('button', { name: 'Sign out all others' }).click();
    await page.getByRole('button', { name: 'Sign them out' }).click();
    await page.getByText('You are signed in nowhere else.').waitFor();
    await other.page.goto(`${story.url}/account`);
    await other.page.waitForURL('**/sign-in?returnTo=%2Faccount');
    await other.context.close();
  });
}

/** Step 4: what protects the account asks for a fresh proof, once the last is some time ago. */
export function steppingUp(story: SignInStory): void {
  const { page } = story.maya;

  it('asks who is there before the password changes, and changes nothing when nobody answers', async () => {
    await story.restart(() => letTimePass(story.dataDir));
    await openAccount(page, story.url);
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByLabel('New password').fill('another copper ladder');
    await page.getByRole('button', { name: 'Save password' }).click();
    await page.getByRole('dialog', { name: 'Confirm that it’s you' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('You didn’t confirm that it’s you, so nothing was changed.').waitFor();
  });

  it('goes on with what was asked for as soon as it is proved', async () => {
    await page.getByRole('button', { name: 'Save password' }).click();
    const asked = page.getByRole('dialog', { name: 'Confirm that it’s you' });
    await asked.getByRole('button', { name: 'Use a code from your authenticator app' }).click();
    await asked.getByLabel('Code', { exact: true }).fill(await codeOf(story));
    await page.getByText('Your new password is set.').waitFor();
  });

  it('takes a passkey for it too', async () => {
    await story.restart(() => letTimePass(story.dataDir));
    await openAccount(page, story.url);
    await page.getByRole('button', { name: 'Make new codes' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make new codes' }).click();
    const asked = page.getByRole('dialog', { name: 'Confirm that it’s you' });
    await story.passkeys.touching(async () => {
      await asked.getByRole('button', { name: 'Use your passkey' }).click();
      await page.getByRole('list', { name: 'Recovery codes' }).waitFor();
    });
  });
}

/** Moves all sessions of a stopped Coact twenty minutes into the past. */
async function letTimePass(dataDir: string): Promise<void> {
  const db = await openDatabase({ folder: dataDir });
  try {
    if (!('pglite' in db.engine)) throw new Error('this is about the embedded database');
    await db.engine.pglite.query(
      "update coact.sessions set created_at = created_at - interval '20 minutes', stepped_up_at = stepped_up_at - interval '20 minutes'",
    );
  } finally {
    await db.close();
  }
}
