import { expect, it } from 'vitest';
import { fillComposer, sendIt } from '../composer-page.ts';
import { eventually } from '../eventually.ts';
import { expectToFitPhone } from '../phone.ts';
import { openSlackRoom } from '../slack-room.ts';
import { news } from '../story/story.ts';
import type { BillingStory } from './story.ts';

/** A plan from its trial to its end: chosen, paid, not paid, cancelled, over. */
export function billing(story: BillingStory): void {
  const { world, pages, maya } = story;
  const { practice } = world;
  const { page } = maya;
  const url = practice.urls.coact;
  const room = openSlackRoom(practice.urls.slack);
  const standing = (word: string) => page.getByText(word, { exact: true }).first();
  const request = (title: string) =>
    fillComposer(page, url, {
      ...{ link: `${practice.urls.company}/jobs/boatbuilder`, title },
      ...{ variants: ['We are looking for a boatbuilder'], channel: 'news' },
    });

  it('begins with a trial, and shows what each plan would cost', async () => {
    await page.goto(`${url}/settings`);
    await page.getByRole('link', { name: 'Look at the plan' }).click();
    await standing('Trial').waitFor();
    await page.getByText('1 day left.').waitFor();
    await page.getByText('€5.00 a person and month').waitFor();
    await page.getByText('€50.00 a person and year').waitFor();
    await expectToFitPhone(page);
  });

  it('leads the owner to Checkout, and shows the plan when she comes back, before Stripe has told of it', async () => {
    await page.getByRole('button', { name: 'Choose monthly' }).click();
    await page.getByRole('heading', { name: 'Checkout' }).waitFor();
    await page.getByRole('link', { name: 'Pay' }).click();
    await page.waitForURL(`${url}/settings/plan**`);
    await standing('Active').waitFor();
    await page.getByRole('heading', { name: 'Monthly plan' }).waitFor();
    await expectToFitPhone(page);
  });

  it('sends while it is paid', async () => {
    await request('While it is paid');
    await sendIt(page, /^Send/);
    await page.getByText('Open', { exact: true }).waitFor();
    expect(await room.messages(news)).toHaveLength(1);
  });

  it('says at the head of every page that a payment failed, and that it went through after all', async () => {
    expect(await pages.happen({ status: 'past_due' }, 'invoice.payment_failed')).toBe(204);
    const banner = page.getByText('The last payment failed');
    await eventually(async () => {
      await page.goto(url);
      await page.locator('h1').first().waitFor();
      return banner.count();
    }).toBe(1);
    await expectToFitPhone(page);
    await page.getByRole('link', { name: 'Mend it' }).click();
    await standing('Payment failed').waitFor();
    await page.getByRole('button', { name: 'Mend the payment at Stripe' }).waitFor();
    await pages.happen({ status: 'active' }, 'invoice.paid');
    await eventually(async () => {
      await page.goto(`${url}/settings/plan`);
      await page.getByRole('heading', { name: 'Monthly plan' }).waitFor();
      return standing('Active').count();
    }).toBe(1);
    expect(await banner.count()).toBe(0);
  });

  it('goes on after it is cancelled, until what is paid is over', async () => {
    await page.getByRole('button', { name: 'Cancel the plan' }).click();
    await page.getByRole('link', { name: 'Cancel subscription' }).click();
    await page.waitForURL(`${url}/settings/plan**`);
    await standing('Cancelled').waitFor();
    await page.getByText('Until then you can take the cancellation back at Stripe.').waitFor();
  });

  it('sends nothing any more then, and says why before and after one tries', async () => {
    await story.pass(31);
    await page.goto(`${url}/settings/plan`);
    await standing('Ended').waitFor();
    await page.getByText('The plan has ended. Requests are not sent and schedules not published.').waitFor();
    await expectToFitPhone(page);
    await request('After its end');
    await page.getByText('Nothing is sent or published now').waitFor();
    await page.getByRole('button', { name: /^Send/ }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: /^Send/ }).click();
    await page
      .getByText(/The plan has ended/)
      .first()
      .waitFor();
    expect(await room.messages(news)).toHaveLength(1);
    await expectToFitPhone(page);
  });

  it('leaves what was there: history, exports, and the draft', async () => {
    await page.goto(`${url}/requests`);
    await page.getByRole('link', { name: /While it is paid/ }).waitFor();
    await page.goto(`${url}/requests?state=draft`);
    await page.getByRole('link', { name: /After its end/ }).waitFor();
    await page.goto(`${url}/members`);
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name: /Export/ }).click();
    expect((await coming).suggestedFilename()).toMatch(/\.csv$/);
    await page.goto(`${url}/audit`);
    await page.getByText('Stripe says something else of the plan than before').first().waitFor();
  });

  it('can be chosen anew once it is over at Stripe too', async () => {
    const ended_at = Math.floor(Date.now() / 1_000);
    await pages.happen({ status: 'canceled', ended_at }, 'customer.subscription.deleted');
    await eventually(async () => {
      await page.goto(`${url}/settings/plan`);
      await standing('Ended').waitFor();
      return page.getByRole('button', { name: 'Choose yearly' }).count();
    }).toBe(1);
  });

  it('no page has complained meanwhile', () => {
    expect(story.browsers.complaints).toEqual([]);
  });
}
