import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import { type PayStory, sayWhy } from './story.ts';

/** Step 2: a raise is proposed, approved by somebody else, takes effect on its day, and is told. */
export function raise(story: PayStory): void {
  const { company, pia, ana, raiseDay } = story;
  const { url, maya } = company;
  const open = async ({ page }: { readonly page: Page }) => {
    await page.goto(story.proposal);
    await sayWhy({ page }, 'Checking an entry', 'Show the proposal');
    await page.getByRole('heading', { name: 'Proposal for Ana' }).waitFor();
  };
  const ownPage = async () => {
    await ana.page.goto(`${url}/pay/me`);
    await ana.page.getByRole('heading', { name: 'What you earn' }).waitFor();
    await eventually(() => ana.page.getByText('an hour').count()).toBeGreaterThan(0);
    return ana.page.locator('main').innerText();
  };

  it('payroll proposes it, and can’t approve it herself', async () => {
    const { page } = pia;
    await page.getByRole('button', { name: 'Propose one' }).click();
    const window = page.getByRole('dialog', { name: 'A raise or promotion of Ana' });
    await window.getByLabel('Title').fill('Head of the yard');
    await window.getByRole('textbox', { name: 'Amount' }).fill('17');
    await window.locator('input[type=date]').fill(raiseDay);
    await window.getByLabel('Reason').fill('Runs the yard since spring');
    await window.getByText('9.7 % more').waitFor();
    await window.getByRole('button', { name: 'Propose', exact: true }).click();
    await page.waitForURL(/\/pay\/raises\/[0-9a-f-]{36}$/);
    story.proposal = page.url();
    await open(pia);
    await page.getByText('Can approve it: Maya Lindqvist').waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    await expectToFitPhone(page);
  });

  it('the owner hears of it without amounts, and approves it', async () => {
    await eventually(() => company.mailTo('Maya')).toContain('Pia asks you to approve a proposal for Ana');
    expect(await company.mailTo('Maya')).not.toMatch(/17|Head of the yard/);
    await maya.page.goto(`${url}/pay/raises`);
    await maya.page.getByRole('heading', { name: 'Waiting for you' }).waitFor();
    await maya.page.getByRole('link', { name: 'Ana', exact: true }).click();
    await sayWhy(maya, 'Budget or planning', 'Show the proposal');
    await maya.page.getByRole('button', { name: 'Approve' }).click();
    await maya.page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await maya.page.getByText('Approved', { exact: true }).waitFor();
  });

  it('the person learns nothing of it before its day, not even from who looked', async () => {
    const shown = await ownPage();
    expect(shown).toContain('€15.50 an hour');
    expect(shown).not.toMatch(/17\.00|Head of the yard|raise|promotion/i);
    expect(await company.mailTo('Ana')).not.toContain('pay');
  });

  it('the letter about it is a PDF', async () => {
    await open(pia);
    const coming = pia.page.waitForEvent('download');
    await pia.page.getByRole('button', { name: 'Letter as PDF' }).click();
    const letter = await (await coming).path();
    expect((await readFile(letter)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('takes effect by itself on its day, while nobody looks', async () => {
    // Looked for every ten minutes, so shortly before such a one.
    await company.goOnAt(new Date(`${raiseDay}T10:09:50Z`));
    await company.comeBack(ana);
    await eventually(async () => (await ownPage()).includes('€17.00 an hour'), 150_000).toBe(true);
    await company.comeBack(pia);
    await open(pia);
    await pia.page.getByText('It is in force, and Ana has not been told').waitFor();
    await expectToFitPhone(pia.page);
  });

  it('is released, and the person is told and has the letter', async () => {
    await pia.page.getByRole('button', { name: 'Tell Ana' }).click();
    await pia.page.getByRole('dialog').getByRole('button', { name: 'Tell Ana' }).click();
    await eventually(() => company.mailTo('Ana')).toContain('There is news about your pay');
    expect(await company.mailTo('Ana')).not.toMatch(/17\.00|Head of the yard/);
    const { page } = ana;
    await page.goto(`${url}/pay/me`);
    await page.getByRole('heading', { name: /^Your promotion from / }).waitFor();
    await page.getByText('Pia told you on').waitFor();
    await expectToFitPhone(page);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Letter as PDF' }).click();
    expect((await readFile(await (await coming).path())).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('link', { name: 'Letter to print' }).click();
    const letter = page.getByRole('article');
    await letter.getByText('Harbour & Pine').first().waitFor();
    expect(await letter.innerText()).toMatch(/Head of the yard[\s\S]*EUR\s17\.00 an hour/);
  });

  it('no page has complained meanwhile', () => {
    expect(story.browsers.complaints).toEqual([]);
  });
}
