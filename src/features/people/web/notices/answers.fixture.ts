import type { Notice, Notices, Preferences } from './contract.ts';

/** Everything is open, and everything goes to Slack. */
export function preferences(change: Partial<Preferences> = {}): Preferences {
  return {
    closed: { slack: null, email: null, text: null, call: null },
    chosen: {
      schedule_published: ['slack'],
      schedule_changed: ['slack'],
      shift_offered: ['slack', 'email'],
      shift_open: ['slack'],
      trade_decided: ['slack'],
      time_off_decided: ['slack'],
      hours_decided: ['slack'],
      approval_needed: ['slack'],
      request_decided: ['slack'],
      message: ['slack'],
      reminder: ['slack'],
    },
    ...change,
  };
}

export function notice(change: Partial<Notice> = {}): Notice {
  return {
    id: 'n1',
    event: 'shift_offered',
    subject: 'Ana offers you a shift',
    lines: ['Fri 8 May, 09:00 to 17:00'],
    link: { label: 'Look at the offer', path: '/team/mine' },
    at: '2026-05-04T09:00:00Z',
    ...{ read: false, reached: true },
    ...change,
  };
}

export function inbox(...notices: Notice[]): Notices {
  return { notices, total: notices.length, unread: notices.filter(({ read }) => !read).length };
}
