import { expect, it } from 'vitest';
import { expectToFitPhone } from '../phone.ts';
import type { TeamStory } from './story.ts';

/** Step 2: the schedule makes itself, is looked through and taken. */
export function scheduling({ maya: { page } }: TeamStory): void {
  it('fills every shift, and shows who gets what before anything changes', async () => {
    await page.getByRole('link', { name: 'Make the first schedule' }).click();
    await page.getByRole('button', { name: /^Open \d/ }).click();
    const panel = page.getByRole('dialog', { name: 'Update schedule' });
    await panel.getByRole('button', { name: 'More' }).click();
    await panel.getByLabel('Seconds at most').fill('8');
    await panel.getByRole('button', { name: 'Update schedule' }).click();
    await panel.getByText('Who gets what').waitFor();
    expect(await panel.innerText()).not.toContain('Still open');
    await expectToFitPhone(page);
    await panel.getByRole('button', { name: /^Take/ }).click();
    await page.getByRole('button', { name: /^Undo: / }).waitFor();
  });
}
