import { expect, it } from 'vitest';
import { employees } from '../../../practice/company.ts';
import type { Story } from './story.ts';

/** Refusals that the story itself provokes; the pages turn each into a sentence. */
const provoked = [
  /^422 POST \/api\/sign-in\/verify$/,
  /^409 GET \/api\/slack\/channels$/,
  /^409 POST \/api\/requests\/[0-9a-f-]+\/send$/,
  /^400 GET \/slack\/oauth_redirect$/,
  // Asked of a Coact that is stopping, which sends pages to the one that follows.
  /^503 GET \/api\/live$/,
];

/** What held from the first page to the last. */
export function throughout(story: Story): void {
  it('no page of ours had an error or broke its content policy', () => {
    expect(story.browsers.complaints).toEqual([]);
  });

  it('nothing was refused but what the story provoked', () => {
    const others = story.browsers.refusals.filter((refusal) => !provoked.some((known) => known.test(refusal)));
    expect(others).toEqual([]);
  });

  it('the server wrote nothing about anybody', () => {
    const names = employees.flatMap(({ slackId, realName, email }) => [slackId, realName, email]);
    const handles = story.practice.bluesky.accounts.flatMap(({ handle, did }) => [handle, did]);
    const said = story.world.said.join('\n');
    expect([...names, ...handles].filter((word) => said.includes(word))).toEqual([]);
  });
}
