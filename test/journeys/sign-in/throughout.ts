import { expect, it } from 'vitest';
import { email, password, type SignInStory } from './story.ts';

/** Refusals that the story itself provokes; the pages turn each into a sentence. */
const provoked = [
  /^401 POST \/api\/sign-in\/(?:password|second-factor)$/,
  /^403 GET \/api\/members$/,
  /^(?:401|422) POST \/api\/account\/code\/confirm$/,
  /^422 PUT \/api\/account\/password$/,
  /^403 (?:PUT|POST) \/api\/account\/(?:password|recovery-codes)$/,
  // By a device that was signed out from another.
  /^401 GET \/api\/live$/,
  // Asked of a Coact that is stopping, which sends pages to the one that follows.
  /^503 GET \/api\/live$/,
];

/** What held from the first page to the last. */
export function throughout(story: SignInStory): void {
  it('no page had an error or broke its content policy', () => {
    expect(story.browsers.complaints).toEqual([]);
  });

  it('nothing was refused but what the story provoked', () => {
    const others = story.browsers.refusals.filter((refusal) => !provoked.some((known) => known.test(refusal)));
    expect(others).toEqual([]);
  });

  it('the server wrote nothing of what anybody typed', () => {
    const said = story.said.join('\n');
    for (const secret of [email, password, 'Maya', ...story.recoveryCodes]) expect(said).not.toContain(secret);
  });
}
