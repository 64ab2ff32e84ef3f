import { expect, it } from 'vitest';
import { employees } from '../../../practice/company.ts';
import { shareAsColleague } from '../colleague.ts';
import { eventually } from '../eventually.ts';
import { wordsOf } from '../slack-room.ts';
import { readStats } from '../stats.ts';
import { news, type Story, title } from './story.ts';

/** Step 7: totals by the product's definitions, and nothing that could be one person. */
export function figures(story: Story): void {
  const { practice, room, maya } = story;
  const dashboard = () => readStats(maya.page, `${practice.urls.coact}/`);
  const figure = async (label: string) => (await dashboard())[label]?.value;

  it('does not tell of one employee', async () => {
    const shown = await dashboard();
    expect(Object.keys(shown)).toEqual(['Awareness', 'Shares', 'Clicks', 'Potential audience', 'Advocacy value']);
    expect(shown.Awareness?.value).toBe('fewer than 5');
    expect(shown.Shares?.value).toBe('fewer than 5');
    expect(shown.Clicks).toMatchObject({ value: '1', note: '1 unique' });
    // One click at 5.00; a share that isn't told isn't in the value either.
    expect(shown['Advocacy value']?.value).toBe('US$5.00');
    await maya.page.getByText('Fewer than 5 employees have connected an account.').waitFor();
  });

  it.each(['ben', 'chidi', 'dora', 'emre'])('takes the share of %s', async (name) => {
    const slackId = employees.find((each) => each.name === name)?.slackId ?? '';
    const account = practice.bluesky.accounts.find(({ handle }) => handle === `${name}.test`);
    if (account === undefined) throw new Error(`${name} has no account`);
    const [message] = await room.messages(news);
    const at = { channelId: news, messageTs: message?.ts ?? '' };
    await shareAsColleague(room, { slackId, account }, at, story.requestId);
    expect(await practice.bluesky.posts(`${name}.test`)).toHaveLength(1);
  });

  it('is ended by the publisher, which lets the group’s figures go', async () => {
    const { page } = maya;
    await page.goto(`${practice.urls.coact}/requests/${story.requestId}`);
    await page.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'End now' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End now' }).click();
    await page.getByText('Ended', { exact: true }).first().waitFor();
    await eventually(async () => wordsOf((await room.messages(news))[0] ?? null)).toContain('This request has ended');
    expect(await room.messages(news)).toHaveLength(1);
  });

  it('shows five employees, five shares, one click, and their value', async () => {
    await eventually(() => figure('Awareness')).toBe('5');
    const shown = await dashboard();
    expect(shown.Shares?.value).toBe('5');
    expect(shown.Clicks?.value).toBe('1');
    // 5 × 1.50 for employees, 5 × 3.00 for shares, 1 × 5.00 for the click.
    expect(shown['Advocacy value']?.value).toBe('US$27.50');
    await maya.page.getByText('5 employees have connected an account.').waitFor();
    await maya.page.getByRole('link', { name: new RegExp(`${title}.*1 click · 5 shares`, 's') }).waitFor();
  });
}
