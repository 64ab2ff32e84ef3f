import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from './eventually.ts';
import { stopAtFirstFailure } from './one-story.ts';
import { beginTeamStory } from './team/story.ts';

// What somebody typed, ticked or had under the keyboard survives a bad network, a second tab and a closed window.
const story = await beginTeamStory();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

const { page, context } = story.maya;
const { coact } = story.world.practice.urls;

async function send(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const headers = { 'x-coact': '1', origin: coact };
  const answer = await context.request.fetch(`${coact}${path}`, { method, headers, ...(body ? { data: body } : {}) });
  expect(answer.status(), `${method} ${path}`).toBeLessThan(300);
  return answer.status() === 204 ? {} : await answer.json().catch(() => ({}));
}

const step = (title: string) => ({
  ...{ id: crypto.randomUUID(), kind: 'check', title, text: '', doer: { kind: 'anyone', id: null } },
  ...{ minutes: null, measure: null, choices: [] },
});

async function write(title: string): Promise<string> {
  const { id } = await send('POST', '/api/processes', { title, body: 'So.', steps: [step('First'), step('Second')] });
  return String(id);
}

describe('a draft in two tabs', () => {
  it('writes over nothing that was not seen, and stays in the editor when loading behind it fails', async () => {
    const id = await write('In two tabs');
    const address = `${coact}/processes/${id}/edit`;
    const other = await context.newPage();
    for (const each of [page, other]) {
      await each.goto(address);
      await each.getByLabel('Title').waitFor();
    }
    await page.getByLabel('Title').fill('From the first');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await page.getByRole('button', { name: 'Saved' }).waitFor();
    await other.getByLabel('Title').fill('From the second');
    await other.getByRole('button', { name: 'Save the draft' }).click();
    await other.getByText('Somebody else has changed this draft meanwhile').waitFor();
    expect(await send('GET', `/api/processes/${id}`)).toMatchObject({ open: { title: 'From the first' } });
    await other.close();
    // What is loaded after saving does not come.
    const loading = `**/api/processes/${id}`;
    await page.route(loading, (route) => route.fulfill({ status: 404, json: {} }));
    const failed = page.waitForResponse(`${coact}/api/processes/${id}`);
    await page.getByLabel('Title').fill('From the first, again');
    await page.getByRole('button', { name: 'Save the draft' }).click();
    await failed;
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe('From the first, again');
    await page.unroute(loading);
  });
});

describe('a run without a network', () => {
  it('is sent once, also from another page than its own', async () => {
    const id = await write('On a phone');
    await send('POST', `/api/processes/${id}/review`, { note: '' });
    await send('POST', `/api/processes/${id}/publish`, { revision: 2 });
    const run = String((await send('POST', `/api/processes/${id}/runs`, {})).id);
    await page.goto(`${coact}/processes/runs/${run}`);
    await page.getByRole('button', { name: 'Checked: First' }).waitFor();
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Checked: First' }).dblclick();
    await page.getByRole('button', { name: 'Checked: Second' }).click();
    await page.getByText('2 steps wait on this device').waitFor();
    await page.getByRole('link', { name: 'People', exact: true }).first().click();
    await page.waitForURL('**/people');
    await context.setOffline(false);
    await eventually(async () => (await send('GET', `/api/process-runs/${run}`)).state).toBe('finished');
    const { entries } = await send('GET', `/api/process-runs/${run}/evidence?format=json`);
    expect(entries).toHaveLength(2);
  });
});

describe('a window that closes', () => {
  it.each([
    ['/pay/bands', 'Add a band', 'Title'],
    ['/processes', 'Write a process', 'Begin with'],
  ])('gives the keyboard back: %s, %s', async (path, button, first) => {
    await page.goto(`${coact}${path}`);
    await page.getByRole('button', { name: button }).focus();
    await page.keyboard.press('Enter');
    const field = page.getByRole('dialog').getByRole('combobox', { name: first, exact: true });
    await eventually(() => field.evaluate((one) => one === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await eventually(() => page.getByRole('dialog').count()).toBe(0);
    await eventually(() => page.evaluate(() => document.activeElement?.textContent)).toBe(button);
  });
});
