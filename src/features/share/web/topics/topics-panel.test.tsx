import { describe, expect, it, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import { audienceWords, placesOf, placeWords, shortPlaces } from './places.ts';
import type { Topic } from './topics-api.ts';

const topicOf = (change: Partial<Topic> = {}): Topic => ({
  ...{ id: 't1', name: 'Hiring', kind: 'open', mayPost: true, publishers: [] },
  channels: [
    { id: 'C1', name: 'news' },
    { id: 'C2', name: 'jobs' },
  ],
  ...change,
});

const draw = (topics: readonly Topic[], manage = true) =>
  drawPage('/requests/settings', [
    [['me'], ownerOf(manage ? {} : { can: { ...ownerOf().can, manage: false } })],
    [['requests', 'settings'], { approvals: 'off' }],
    [['requests', 'topics'], { topics }],
  ]);

describe('the topics', () => {
  it('say where each goes and who posts there', async () => {
    const publishers = [{ id: 'p1', name: 'Pia' }];
    const page = await draw([topicOf(), topicOf({ id: 't2', name: 'Board', kind: 'assigned', publishers })]);
    expect(page.text).toMatch(/Hiring Open #news, #jobs .*Board Assigned #news, #jobs · Pia/);
    expect(page.buttons).toEqual(expect.arrayContaining(['Add a topic', 'Change Hiring', 'Delete Board']));
  });

  it('say so where there are none', async () => {
    expect((await draw([])).text).toContain('There are none yet');
  });

  it('are to be read by those who may not change them', async () => {
    const page = await draw([topicOf()], false);
    expect(page.text).toContain('Hiring Open');
    expect(page.buttons).not.toContain('Add a topic');
    expect(page.buttons).not.toContain('Change Hiring');
  });
});

describe('the places of a request', () => {
  const channels = [
    { id: 'C1', name: 'news', members: 120 },
    { id: 'C3', name: 'sales', members: 1 },
  ];

  test('are those that were chosen and those of its topics, each once', () => {
    const form = { channelId: 'C3', moreChannelIds: ['C1'], topicIds: ['t1'] };
    const places = placesOf(form, [topicOf()], channels);
    expect(places.map(({ id }) => id)).toEqual(['C3', 'C1', 'C2']);
    expect(audienceWords(places)).toBe('#sales (1 member), #news (120 members), #jobs');
    expect(placeWords(places)).toBe('#sales, #news and #jobs');
    expect(shortPlaces(places)).toBe('#sales and 2 more');
  });

  test('are none where none was chosen, and an id where nobody knows the name', () => {
    expect(placesOf({ channelId: '', moreChannelIds: [], topicIds: ['gone'] }, [], channels)).toEqual([]);
    expect(shortPlaces([])).toBeNull();
    const [unknown] = placesOf({ channelId: 'C9', moreChannelIds: [], topicIds: [] }, [], channels);
    expect(placeWords(unknown === undefined ? [] : [unknown])).toBe('#C9');
  });
});
