import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import type { TradingStory } from './story.ts';

const isFocused = (element: Element) => element === document.activeElement;

/** What the tour shows to somebody who has a shift. */
const tour = [
  ...['Your shifts', 'Can’t work one?', 'In your own calendar', 'What changes hands', 'Open shifts'],
  ...[
    'When you can work',
    'Time off',
    'What you earn',
    'How you are told',
    'Everything you were told',
    'You, and help',
  ],
];

/** Ana can't work; Ben and Cleo are asked, and the first of them has the shift. */
export function trading(story: TradingStory): void {
  const { url, day } = story;
  const mine = `${url}/team/mine?day=${day}`;

  it('Ana is offered a tour, takes it by keys alone, and is asked no more', async () => {
    const { page } = story.ana;
    await page.goto(mine);
    await page.getByRole('button', { name: 'Take the tour' }).press('Enter');
    const window = (title: string) => page.getByRole('dialog', { name: title });
    await window('Your shifts').waitFor();
    await page.keyboard.press('ArrowRight');
    await window('Can’t work one?').waitFor();
    await page.keyboard.press('ArrowLeft');
    for (const title of tour) {
      await window(title).waitFor();
      await eventually(() =>
        window(title)
          .getByRole('button', { name: /Next|Done/ })
          .evaluate(isFocused),
      ).toBe(true);
      await page.keyboard.press('Enter');
    }
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
    await page.goto(mine);
    await page.getByRole('article').waitFor();
    expect(await page.getByRole('button', { name: 'Take the tour' }).count()).toBe(0);
  });

  it('Ana offers her shift to two people', async () => {
    const { page } = story.ana;
    await page.goto(mine);
    await page.getByRole('button', { name: `Offer the shift ${day} 09:00–17:00` }).click();
    for (const name of ['Ben', 'Cleo']) await page.getByRole('checkbox', { name, exact: true }).check();
    await page.getByLabel('Note').fill('A wedding');
    await page.getByRole('button', { name: 'Offer', exact: true }).click();
    await page.getByRole('link', { name: 'Offered' }).click();
    await page.getByText('Open to 2 people').waitFor();
  });

  it('both see what it would make of their week, and the first who accepts has it', async () => {
    for (const { page } of [story.ben, story.cleo]) {
      await page.goto(`${url}/team/offers`);
      await page.getByText('A wedding').waitFor();
      await expectToFitPhone(page);
      await page.getByRole('button', { name: 'Accept…' }).click();
      await page.getByRole('dialog').getByText('8 h instead of 0 h').waitFor();
    }
    await story.ben.page.getByRole('button', { name: 'Accept', exact: true }).click();
    await story.ben.page.getByText('It is yours').waitFor();
  });

  it('the second is told that it is gone', async () => {
    const dialog = story.cleo.page.getByRole('dialog');
    // Live updates may have told her already, and have taken the button away.
    const accept = dialog.getByRole('button', { name: 'Accept', exact: true });
    if (await accept.isVisible()) await accept.click({ timeout: 5_000 }).catch(() => undefined);
    await dialog.getByText(/Somebody else was/i).waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
    await story.cleo.page.getByText('Taken by Ben').waitFor();
  });

  it('both schedules have changed', async () => {
    for (const [{ page }, count] of [
      [story.ana, 0],
      [story.ben, 1],
      [story.cleo, 0],
    ] as const) {
      await page.goto(mine);
      await page.getByRole('heading', { name: 'My schedule' }).waitFor();
      await eventually(() => page.getByRole('article').count()).toBe(count);
    }
    await story.ana.page.goto(`${url}/team/offers`);
    await story.ana.page.getByText('Taken by Ben').waitFor();
  });

  it('no page has complained meanwhile', () => {
    expect(story.browsers.complaints).toEqual([]);
  });
}
