import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { lastMailTo } from '../outbox.ts';
import { expectToFitPhone } from '../phone.ts';
import { addVirtualPasskeys } from '../virtual-passkeys.ts';
import { chooseCode, codeOf, keepCodes, openAccount, signOut } from './acts.ts';
import { issuerName, type SignInStory } from './story.ts';

const admin = 'theo@harbour-pine.test';

/** Step 5: somebody is invited to administer, and needs a second factor before anything else. */
export function inviting(story: SignInStory): void {
  it('leads an invited admin through a passkey to the page they wanted', async () => {
    await story.maya.page.goto(`${story.url}/members`);
    await story.maya.page.getByRole('button', { name: 'Invite' }).first().click();
    await story.maya.page.getByRole('textbox', { name: 'Name', exact: true }).fill('Theo Brandt');
    await story.maya.page.getByLabel('Work e-mail').fill(admin);
    await story.maya.page.getByRole('radio', { name: /^Admin/ }).check();
    await story.maya.page.getByRole('button', { name: 'Send invitation' }).click();
    await eventually(async () => (await lastMailTo(story.dataDir, admin))?.text ?? '').toContain(
      '/sign-in/link?token=',
    );
    const invitation = await lastMailTo(story.dataDir, admin);
    const link = /http\S+\/sign-in\/link\?token=\S+/.exec(invitation?.text ?? '')?.[0] ?? '';
    const { page, context } = await story.browsers.somebody();
    const passkeys = await addVirtualPasskeys(page);
    await page.goto(link);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Protect your account' }).waitFor();
    await page.getByRole('button', { name: /^Passkey/ }).click();
    await passkeys.touching(async () => {
      await page.getByRole('button', { name: 'Make the passkey' }).click();
      expect(await keepCodes(page, 'Continue')).toHaveLength(10);
    });
    await page.goto(`${story.url}/members`);
    await page.getByText('Theo Brandt').first().waitFor();
    await context.close();
  });
}

/** Step 6: the organisation's own sign-in, linked by the owner herself, and of no use to a stranger. */
export function withIssuer(story: SignInStory): void {
  const { page } = story.maya;
  const button = { name: `Sign in with ${issuerName}` };

  it('links the account there, and lets in by it and a code', async () => {
    await openAccount(page, story.url);
    await page.getByRole('button', { name: `Link ${issuerName}` }).click();
    await page.getByLabel('Who are you?').fill('maya');
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.waitForURL(`${story.url}/account**`);
    await page.getByRole('button', { name: /^Unlink / }).waitFor();
    await signOut(page);
    await page.getByRole('link', button).click();
    await page.waitForURL('**/sign-in/second-factor**');
    await expectToFitPhone(page);
    await chooseCode(page);
    await page.getByLabel('Code', { exact: true }).fill(await codeOf(story));
    await page.waitForURL(`${story.url}/`);
  });

  it('tells a stranger what to do, and lets nobody in by an address alone', async () => {
    const stranger = await story.browsers.somebody();
    await stranger.page.goto(`${story.url}/sign-in`);
    await stranger.page.getByRole('link', button).click();
    await stranger.page.getByLabel('Who are you?').fill('stranger');
    await stranger.page.getByRole('button', { name: 'Go on' }).click();
    await stranger.page.waitForURL('**/sign-in?error=oidc_unknown**');
    await stranger.page.getByText(`${issuerName} knows you`).waitFor();
    await stranger.context.close();
  });
}
