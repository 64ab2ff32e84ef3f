import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import { ask } from '../small-company.ts';
import type { ProcessStory } from './story.ts';

const policy = 'What we do about allergies';

/** Step 3: two people are asked to read a policy; one passes its quiz and confirms, the other is reminded. */
export function reading(story: ProcessStory): void {
  const { company, ana, bo } = story;
  const { page: owner } = company.maya;
  let address = '';
  const readers = async () => {
    await owner.goto(`${address}/readers`);
    const list = owner.getByRole('list', { name: 'People' });
    await list.or(owner.getByText('Nobody is missing')).first().waitFor();
    return list.getByRole('listitem').allInnerTexts();
  };

  it('the owner asks two people, with a question and a reminder each day', async () => {
    const body = 'Ask each guest. **Never guess**: read the label, or say that you do not know.';
    const { id } = await ask<{ id: string }>(owner, 'POST', '/api/processes', { title: policy, body, steps: [] });
    await ask(owner, 'POST', `/api/processes/${id}/review`, { note: '' });
    await ask(owner, 'POST', `/api/processes/${id}/publish`);
    address = `${company.url}/processes/${id}`;
    await owner.goto(address);
    await owner.getByRole('button', { name: 'Ask people to read it' }).click();
    const window = owner.getByRole('dialog', { name: 'Ask people to read it' });
    await window.getByRole('combobox', { name: 'These people' }).click();
    for (const { name } of [ana, bo]) await owner.getByRole('option', { name, exact: true }).click();
    await owner.keyboard.press('Escape');
    await window.getByRole('combobox', { name: 'Reminders' }).click();
    await owner.getByRole('option', { name: 'Every day' }).click();
    await window.getByRole('button', { name: 'Add a quiz' }).click();
    await window
      .getByLabel('What do you ask?')
      .fill('A guest asks about nuts, and the label is gone. What do you say?');
    await window.getByRole('textbox', { name: 'Answer 1' }).fill('There are none');
    await window.getByRole('textbox', { name: 'Answer 2' }).fill('I do not know');
    await window.getByRole('checkbox', { name: 'Answer 2 is right' }).check();
    await window.getByRole('button', { name: 'Ask them' }).click();
    await owner.getByText('0 of 2 have confirmed.').first().waitFor();
    await expectToFitPhone(owner);
  });

  it('both are told, and stand on the list of who has not yet', async () => {
    for (const { name } of [ana, bo]) {
      await eventually(() => company.mailTo(name)).toContain(`Please read “${policy}”`);
    }
    const missing = await readers();
    expect(missing.map((one) => one.split('\n')[0]).toSorted()).toEqual(['Ana', 'Bo']);
    await expectToFitPhone(owner);
  });

  it('confirming is locked until the quiz is passed; a wrong answer is told, with no harm', async () => {
    const page = await ana.context.newPage();
    await page.goto(`${company.url}/processes/to-read`);
    await page.getByRole('link', { name: policy }).click();
    const confirm = page.getByRole('button', { name: 'I have read and understood this' });
    await confirm.waitFor();
    expect(await confirm.isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'There are none' }).check();
    await page.getByRole('button', { name: 'Check my answers' }).click();
    await page.getByText('0 of 1 were right').waitFor();
    await expectToFitPhone(page);
    await page.getByRole('radio', { name: 'I do not know' }).check();
    await page.getByRole('button', { name: 'Check them again' }).click();
    await page.getByText('You have passed the quiz').waitFor();
    await confirm.click();
    await page.getByText(/^You confirmed version 1 on /).waitFor();
    await page.close();
  });

  it('the list of who has not yet has the other one alone, and no answers', async () => {
    const missing = await readers();
    expect(missing.map((one) => one.split('\n')[0])).toEqual(['Bo']);
    await owner.getByText('Confirmed 1').click();
    await owner.getByText('quiz passed (2 tries)').waitFor();
    expect(await owner.locator('main').innerText()).not.toMatch(/There are none|I do not know/);
  });

  it('once a day has gone by the other one alone is reminded', async () => {
    // A whole day later at any hour at which this runs, and in the daytime.
    const later = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    // Looked for every quarter of an hour, so shortly before such a one.
    await company.goOnAt(new Date(`${later}T10:14:50Z`));
    await eventually(() => company.mailTo('Bo'), 150_000).toContain(`Still to read: “${policy}”`);
    expect(await company.mailTo('Ana')).not.toContain('Still to read');
  });

  it('who was reminded reads it, and then nobody is missing', async () => {
    await bo.page.goto(`${company.url}/processes/to-read`);
    await bo.page.getByRole('link', { name: policy }).click();
    await bo.page.getByRole('radio', { name: 'I do not know' }).check();
    await bo.page.getByRole('button', { name: 'Check my answers' }).click();
    await bo.page.getByRole('button', { name: 'I have read and understood this' }).click();
    await bo.page.getByText(/^You confirmed version 1 on /).waitFor();
    expect(await readers()).toEqual([]);
    await owner.getByText('All 2 have confirmed.').waitFor();
  });

  it('no page has complained meanwhile', () => {
    expect(story.browsers.complaints).toEqual([]);
  });
}
