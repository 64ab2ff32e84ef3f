import { it } from 'vitest';
import { expectToFitPhone } from '../phone.ts';
import type { Story } from './story.ts';

/** Every page on a phone of 390 pixels, in light and dark. Set-up's own steps are looked at while they are taken. */
export function onPhones(story: Story): void {
  const { maya, browsers, practice } = story;

  it('shows sign-in', async () => {
    const { page, context } = await browsers.somebody();
    await page.goto(`${practice.urls.coact}/sign-in`);
    await expectToFitPhone(page);
    await context.close();
  });

  it.each([
    ['the end of set-up', '/setup'],
    ['the dashboard', '/'],
    ['the requests', '/requests'],
    ['an empty composer', '/requests/new'],
    ['the members', '/members'],
    ['the settings', '/settings'],
    ['the permissions', '/slack/permissions'],
  ])('shows %s', async (_, path) => {
    await maya.page.goto(`${practice.urls.coact}${path}`);
    await expectToFitPhone(maya.page);
  });

  it('shows a request, and its composer from both sides', async () => {
    const { page } = maya;
    await page.goto(`${practice.urls.coact}/requests/${story.requestId}`);
    await page.getByRole('heading', { name: 'Timeline' }).waitFor();
    await expectToFitPhone(page);
    await page.goto(`${practice.urls.coact}/requests?state=scheduled`);
    await page.getByRole('link', { name: /Once more, next week/ }).click();
    await page.getByRole('link', { name: 'Edit' }).click();
    await page.getByLabel('Card title').waitFor();
    await expectToFitPhone(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByText('Preview', { exact: true }).click();
    await page.getByAltText('A wooden ferry at the quay').last().waitFor();
    await expectToFitPhone(page);
    await page.setViewportSize({ width: 1440, height: 900 });
  });
}
