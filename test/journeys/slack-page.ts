import type { Locator, Page } from 'playwright-core';

/** Slack as a person sees it in the browser. */
export interface SlackPage {
  readonly page: Page;
  /** The window that is open. */
  readonly modal: Locator;
  openChannel(name: string): Promise<void>;
  /** Opens the app's Home tab. */
  openHome(): Promise<void>;
  closeModal(): Promise<void>;
}

/** Opens Slack as one of the employees, by the name that Slack shows. */
export async function openSlackPage(page: Page, slackUrl: string, realName: string): Promise<SlackPage> {
  await page.goto(slackUrl);
  await page.getByText('ui live').waitFor();
  await page.getByLabel('Act as').selectOption({ label: realName });
  const modal = page.locator('.modal');
  return {
    page,
    modal,
    openChannel: (name) =>
      page
        .getByText(new RegExp(`^#?\\s*${name}$`))
        .first()
        .click(),
    openHome: () =>
      page
        .getByText(/Coact$/)
        .last()
        .click(),
    closeModal: async () => {
      await modal.getByRole('button', { name: 'Close' }).click();
      await modal.waitFor({ state: 'detached' });
    },
  };
}
