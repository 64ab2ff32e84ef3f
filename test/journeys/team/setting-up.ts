import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import { colleagues, jobs, locations, type TeamStory } from './story.ts';

/** Step 1: two locations, four roles, twelve people; each step leads to the next. */
export function settingUpTeam({ maya: { page }, world }: TeamStory): void {
  it('asks where people work', async () => {
    await page.goto(`${world.practice.urls.coact}/team/setup`);
    await page.getByRole('heading', { name: 'Where do people work?' }).waitFor();
    for (const [at, name] of locations.entries()) {
      await page.getByLabel(at === 0 ? 'Name of the location' : 'Another location').fill(name);
      await page.getByRole('button', { name: 'Add the location' }).click();
      await page.getByRole('listitem').filter({ hasText: name }).waitFor();
    }
    await expectToFitPhone(page);
    await page.getByRole('button', { name: 'Next: Roles and shifts' }).click();
  });

  it('asks what there is to do, and makes each role at both places with its shifts', async () => {
    await page.getByRole('heading', { name: 'Which jobs are there, and when?' }).waitFor();
    for (const name of jobs) {
      await page.getByLabel('Name of the role').fill(name);
      await page.getByRole('radio', { name: /^Day\b/ }).check();
      await page.getByLabel('People on each').fill('1');
      await page.getByRole('button', { name: 'Add the role' }).click();
      await eventually(() => page.getByRole('link', { name, exact: true }).count()).toBe(locations.length);
    }
    await expectToFitPhone(page);
    await page.getByRole('button', { name: 'Next: People' }).click();
  });

  it('takes people as they are typed, and says what is wrong with a line', async () => {
    await page.getByRole('heading', { name: 'Who works with you?' }).waitFor();
    await page.getByLabel('People', { exact: true }).fill([...colleagues, 'Mia Sol, mia@nowhere'].join('\n'));
    await page.getByRole('button', { name: `Add ${colleagues.length + 1} people` }).click();
    await page.getByText(`${colleagues.length} people added`).waitFor();
    // What was refused stays in the field, to be mended.
    expect(await page.getByLabel('People', { exact: true }).inputValue()).toBe('Mia Sol, mia@nowhere');
    await expectToFitPhone(page);
    await page.getByRole('button', { name: 'Next: Who knows what' }).click();
  });

  it('asks who knows what, and when people can', async () => {
    await page.getByRole('heading', { name: 'Who knows which role?' }).waitFor();
    await page.getByRole('button', { name: 'Everybody knows everything' }).click();
    await page.getByRole('button', { name: 'Next: Availability' }).click();
    await page.getByRole('heading', { name: 'When can people work?' }).waitFor();
    await expectToFitPhone(page);
    await page.getByRole('button', { name: 'Next: First schedule' }).click();
    await page.getByRole('heading', { name: 'Everything is there' }).waitFor();
  });
}
