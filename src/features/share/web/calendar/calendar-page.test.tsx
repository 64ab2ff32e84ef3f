import { describe, expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';
import type { Entry } from './calendar-api.ts';
import { daysOf } from './days.ts';

const approver = ownerOf({ can: { manage: false, publish: false, approve: true, audit: false, people: false } });
const entryOf = (change: Partial<Entry> = {}): Entry => ({
  ...{ id: 'r1', title: 'Porto', state: 'scheduled', channel: { id: 'C1', name: 'news' }, revision: 1, movable: true },
  ...{ at: '2999-05-07T08:20:00.000Z', endsAt: null, channels: [{ id: 'C1', name: 'news' }] },
  ...change,
});

function draw(entries: readonly Entry[], view: 'month' | 'week' = 'month', me = ownerOf(), more = false) {
  const days = daysOf(view, '2999-05-07');
  return drawPage(`/requests/calendar?day=2999-05-07&view=${view}`, [
    [['me'], me],
    [['requests', 'calendar', days[0], days.at(-1)], { entries, more }],
  ]);
}

describe('the calendar', () => {
  test.each(['month', 'week'] as const)(
    'by %s shows what goes out at the organisation’s time, and leads to it',
    async (view) => {
      const page = await draw([entryOf()], view);
      expect(page.links).toContain('/requests/r1');
      expect(page.html).toContain('aria-label="09:20 Porto, Scheduled"');
      expect(page.buttons).toContain('What to do with Porto');
    },
  );

  test('offers to write for a day to come, and to move, to publishers alone', async () => {
    const [own, others] = [await draw([entryOf()]), await draw([entryOf()], 'month', approver)];
    expect(own.links).toContain('/requests/new?on=2999-05-07');
    expect(others.links.filter((link) => link.startsWith('/requests/new'))).toEqual([]);
    expect(others.buttons).not.toContain('What to do with Porto');
  });

  test('lets what is in review be moved too', async () => {
    const page = await draw([entryOf({ state: 'in_review' })]);
    expect(page.html).toContain('aria-label="09:20 Porto, In review"');
    expect(page.buttons).toContain('What to do with Porto');
  });

  test('says of a full day how much more there is, and when something ends', async () => {
    const many = Array.from({ length: 5 }, (_, index) => entryOf({ id: `r${index}`, title: `No ${index}` }));
    expect((await draw(many)).text).toContain('2 more');
    const open = entryOf({ state: 'open', movable: false, at: '2999-05-01T08:00:00Z', endsAt: '2999-05-08T17:00:00Z' });
    const page = await draw([open]);
    expect(page.text).toContain('ends 18:00 Porto');
    expect(page.buttons).not.toContain('What to do with Porto');
  });

  test('says when it does not show all', async () => {
    expect((await draw([entryOf()], 'month', ownerOf(), true)).text).toContain('more than fits here');
  });
});
