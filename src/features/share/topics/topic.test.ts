import { describe, expect, it } from 'vitest';
import { assignedWith, channelsOf, type Topic, topicProblem, topicSchema } from './topic.ts';

const topic = (more: Partial<Topic> = {}): Topic => ({
  ...{ id: 't1', name: 'Hiring', kind: 'open', channelIds: ['C1'], publisherIds: [] },
  ...more,
});
const nameOf = (id: string) => `name-of-${id}`;

describe('a topic', () => {
  it('has a name and channels, each once', () => {
    const read = topicSchema.parse({ name: ' Hiring ', kind: 'open', channelIds: ['C1', 'C2', 'C1'] });
    expect(read).toEqual({ name: 'Hiring', kind: 'open', channelIds: ['C1', 'C2'], publisherIds: [] });
    expect(topicSchema.safeParse({ name: '', kind: 'open', channelIds: ['C1'] }).success).toBe(false);
    expect(topicSchema.safeParse({ name: 'Hiring', kind: 'open', channelIds: [] }).success).toBe(false);
    const many = Array.from({ length: 21 }, (_, place) => `C${place}`);
    expect(topicSchema.safeParse({ name: 'Hiring', kind: 'open', channelIds: many }).success).toBe(false);
  });

  it('that is assigned names somebody', () => {
    const wanted = topic({ kind: 'assigned' });
    expect(topicProblem(wanted, [], nameOf)).toMatchObject({ field: 'publisherIds' });
    expect(topicProblem({ ...wanted, publisherIds: ['p1'] }, [], nameOf)).toBeNull();
  });

  it('shares no channel with one of the other kind, so that neither is a way around the other', () => {
    const open = topic({ id: 't2', name: 'News', channelIds: ['C1', 'C2'] });
    const assigned = topic({ kind: 'assigned', publisherIds: ['p1'], channelIds: ['C2', 'C3'] });
    expect(topicProblem(assigned, [open], nameOf)?.sentence).toBe(
      "#name-of-C2 belongs to “News”, which is open. A channel can't be in open and assigned topics at once.",
    );
    expect(topicProblem(open, [assigned], nameOf)).toMatchObject({ field: 'channelIds' });
    expect(topicProblem(topic(), [open], nameOf)).toBeNull();
  });
});

describe('the channels of a request', () => {
  const topics = [topic({ channelIds: ['C2', 'C3'] }), topic({ id: 't2', channelIds: ['C3', 'C4'] })];

  it('are those that were chosen, then those of its topics, each once', () => {
    expect(channelsOf({ channelId: 'C3', moreChannelIds: ['C1'], topicIds: ['t1', 't2'] }, topics)).toEqual([
      ...['C3', 'C1', 'C2', 'C4'],
    ]);
  });

  it('are none of a topic that is not there', () => {
    expect(channelsOf({ channelId: null, topicIds: ['gone'] }, topics)).toEqual([]);
    expect(channelsOf({ channelId: 'C1' }, [])).toEqual(['C1']);
  });

  it('are guarded by every assigned topic that they belong to', () => {
    const assigned = topic({ id: 't3', kind: 'assigned', channelIds: ['C2'] });
    expect(assignedWith('C2', [...topics, assigned])).toEqual([assigned]);
    expect(assignedWith('C4', [...topics, assigned])).toEqual([]);
  });
});
