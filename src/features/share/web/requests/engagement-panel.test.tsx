import { expect, test } from 'vitest';
import { harbour, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { askingFor, requestOf } from '../../../../../test/support/requests.ts';
import type { ShareRequest } from '../contract.ts';
import { EngagementPanel } from './engagement-panel.tsx';

const draw = (change: Partial<ShareRequest>) => {
  const request = requestOf(change);
  return drawPage(`/requests/${request.id}`, [
    [['me'], ownerOf()],
    [['organisation'], harbour],
    [['requests', 'one', request.id], request],
  ]);
};

test('a request about a post shows likes and comments, not shares and clicks', async () => {
  const { figures } = requestOf();
  const asks = { like: { value: 14 }, comment: { fewerThan: 5 } };
  const page = await draw({ ...askingFor('like', 'comment'), figures: figures && { ...figures, asks, links: [] } });
  expect(page.text).toMatch(/Likes.*14.*Comments.*fewer than 5/);
  for (const words of ['Shares', 'Reshares', 'Clicks by day', 'Leads to']) expect(page.text).not.toContain(words);
  expect(page.text).toContain('Asks for: Like, Comment');
  expect(page.links).toContain('https://bsky.app/profile/harbour/post/3k');
});

test('a post without a card is called by its network', () => {
  const { engagement } = askingFor();
  const drawn = drawPart(
    <EngagementPanel slackText="" engagement={{ ...engagement, card: { author: '', text: '' } }} />,
    [],
  );
  expect(drawn.text).toContain('A post on Bluesky');
  expect(drawn.text).toContain('nothing yet');
});
