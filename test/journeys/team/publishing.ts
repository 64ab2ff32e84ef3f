import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import type { TeamStory } from './story.ts';

/** Step 3: people are told, each of their own shifts, and once. */
export function publishingPeriod({ maya: { page }, world }: TeamStory): void {
  it('tells everybody who has a shift', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    const panel = page.getByRole('dialog', { name: 'Publish' });
    await panel.getByRole('button', { name: /^Publish and tell \d+ people$/ }).click();
    await page.getByText(/^Published: \d+ people told\.$/).waitFor();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await panel.getByRole('button', { name: 'Everybody knows their shifts' }).waitFor();
    await panel.getByRole('tab', { name: 'Versions' }).click();
    await panel.getByText('Maya Lindqvist').first().waitFor();
  });

  it('shows each their own shifts', async () => {
    await page.goto(`${world.practice.urls.coact}/team/mine`);
    await page.getByRole('heading', { name: 'My schedule' }).waitFor();
    await eventually(() => page.getByText(/Waiter|Cook/).count()).toBeGreaterThan(0);
    await expectToFitPhone(page);
  });

  it('took a few minutes, and no page complained', () => {
    expect(world.browsers.complaints).toEqual([]);
  });
}
