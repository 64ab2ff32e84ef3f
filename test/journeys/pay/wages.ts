import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import { type PayStory, sayWhy } from './story.ts';

/** Step 1: a wage is entered, and seen by nobody but whom it is about and who answers for it. */
export function wages(story: PayStory): void {
  const { url } = story.company;
  const { pia, ana } = story;

  it('payroll finds the employee, and is asked why before anything is shown', async () => {
    const { page } = pia;
    await page.goto(url);
    await page.getByRole('link', { name: 'Pay', exact: true }).click();
    await page.getByRole('link', { name: 'Ana', exact: true }).click();
    await page.getByRole('heading', { name: 'Why do you look?' }).waitFor();
    expect(await page.getByRole('button', { name: 'Show the pay' }).isDisabled()).toBe(true);
    await expectToFitPhone(page);
    await sayWhy(pia, 'Checking an entry', 'Show the pay');
    await page.getByText('No wage yet. Enter what you have agreed.').waitFor();
  });

  it('payroll enters the wage', async () => {
    const { page } = pia;
    await page.getByRole('button', { name: 'Enter a wage' }).click();
    const window = page.getByRole('dialog', { name: 'Pay of Ana' });
    await window.getByRole('textbox', { name: 'Amount' }).fill('15.5');
    await window.getByRole('combobox', { name: 'Currency' }).click();
    await window.getByRole('combobox', { name: 'Currency' }).fill('EUR');
    await page.getByRole('option', { name: /EUR/ }).click();
    await window.getByLabel('Why').fill('As agreed in spring');
    await window.getByRole('button', { name: 'Enter', exact: true }).click();
    await window.waitFor({ state: 'detached' });
    await page.getByText('€15.50 an hour').first().waitFor();
    await expectToFitPhone(page);
  });

  it('the employee sees it under “My pay”, with who looked and why', async () => {
    const { page } = ana;
    await page.goto(url);
    await page.getByRole('link', { name: 'My pay' }).click();
    await page.getByText('€15.50 an hour').first().waitFor();
    await page.getByText('As agreed in spring').waitFor();
    await page.getByText('Pia, on the page of your pay: checking an entry').first().waitFor();
    await expectToFitPhone(page);
  });

  it('her manager, a scheduler and an admin have no way there, and learn nothing by typing one', async () => {
    for (const { page, name } of story.others) {
      const heard: string[] = [];
      page.on('response', async (response) => {
        if (response.url().includes('/api/')) heard.push(await response.text().catch(() => ''));
      });
      await page.goto(`${url}/pay/me`);
      await page.getByText('Nothing is written down yet.').waitFor();
      expect(await page.getByRole('link', { name: 'Pay', exact: true }).count(), name).toBe(0);
      await page.goto(`${url}/pay`);
      await page.getByText('Nobody’s pay is yours to see').waitFor();
      await page.goto(`${url}/pay/people/${ana.personId}`);
      await sayWhy({ page }, 'Budget or planning', 'Show the pay');
      await page.getByRole('alert').waitFor();
      expect(await page.locator('main').innerText(), name).not.toContain('15.50');
      expect(heard.join('\n'), name).not.toMatch(/1550|As agreed in spring/);
      page.removeAllListeners('response');
    }
  });

  it('nobody is said to have looked who was shown nothing', async () => {
    const { page } = ana;
    await page.reload();
    await page.getByText('Pia, on the page of your pay').first().waitFor();
    for (const { name } of story.others) {
      expect(await page.getByText(`${name}, on the page of your pay`).count(), name).toBe(0);
    }
    await eventually(() => page.getByText('€15.50 an hour').count()).toBeGreaterThan(0);
  });
}
