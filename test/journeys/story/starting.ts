import { expect, it } from 'vitest';
import type { Story } from './story.ts';

/** Step 1: one command, an address, and a link that makes its holder the owner, once. */
export function starting(story: Story): void {
  it('prints its address and a sign-in link for the owner', () => {
    expect(story.world.coact.lines).toContain(`Coact is ready at ${story.practice.urls.coact}`);
    expect(story.world.coact.ownerLink).toMatch(`${story.practice.urls.coact}/welcome?token=`);
  });

  it('lets the owner in by the link, once', async () => {
    await story.maya.page.goto(story.world.coact.ownerLink ?? '');
    await story.maya.page.getByRole('button', { name: 'Set up your organisation' }).click();
    await story.maya.page.waitForURL('**/setup');
    const another = await story.browsers.somebody();
    await another.page.goto(story.world.coact.ownerLink ?? '');
    await another.page.getByRole('button', { name: 'Set up your organisation' }).click();
    await another.page.getByText('This link was used or has ended').waitFor();
    await another.context.close();
    expect(story.browsers.refusals).toEqual(['422 POST /api/sign-in/verify']);
  });
}
