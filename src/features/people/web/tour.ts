import type { Tour } from '../../../web/tours/tour.ts';

/** For those who look after the organisation. */
export const administratorTour: Tour = {
  name: 'administrators',
  title: 'A short tour for administrators',
  explains: 'Members and what they may do, settings, Slack, and keeping it all safe.',
  isFor: ({ can }) => can.manage,
  offeredAt: ['/', '/members', '/settings'],
  steps: [
    {
      page: '/members',
      mark: 'invite',
      title: 'Bring people in',
      text: 'By a mail to each of them, or all at once from a file: you see what would become of every row first.',
    },
    {
      page: '/members',
      mark: 'member',
      title: 'What somebody may do',
      text: 'The three dots give a role: publisher, scheduler, admin and others. “Further roles and places” limits a scheduler to some of them.',
    },
    {
      page: '/settings',
      mark: 'settings-places',
      title: 'Where you work',
      text: 'Departments and locations. Roles stand at a location, and schedulers can be limited to either.',
    },
    {
      page: '/settings',
      mark: 'settings-slack',
      title: 'Slack',
      text: 'The workspace that Coact is connected to, what it was allowed to do there, and why it needs that.',
    },
    {
      page: '/settings',
      mark: 'settings-privacy',
      title: 'Small groups stay hidden',
      text: 'Figures that a few people alone make up are not shown to anybody. Here you say how few.',
    },
    {
      page: '/account',
      mark: 'second-factor',
      title: 'Protect your account',
      text: 'You can change everything here, so add a second factor or a passkey. Lost your phone? The recovery codes let you in.',
    },
    {
      page: '/account',
      mark: 'place:/audit',
      title: 'Who did what',
      text: 'Each administrative act, and each look at protected data, is in a log that nobody can change.',
    },
    {
      page: '/account',
      mark: 'account',
      title: 'Help',
      text: 'Behind your picture is Help, with a page on each of these and this tour again.',
    },
  ],
};
