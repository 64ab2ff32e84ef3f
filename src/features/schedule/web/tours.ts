import type { Tour } from '../../../web/tours/tour.ts';
import { schedules } from './access.ts';

/** For everybody who works here. */
export const employeeTour: Tour = {
  name: 'employees',
  title: 'A short tour of your schedule',
  explains: 'Your shifts, how to trade them, when you can work, time off, and how you are told.',
  isFor: () => true,
  offeredAt: ['/team/mine', '/team'],
  steps: [
    {
      page: '/team/mine',
      mark: 'my-shift',
      title: 'Your shifts',
      text: 'Here they stand as they were published: when, where, and who works with you. You are told of every change.',
    },
    {
      page: '/team/mine',
      mark: 'offer',
      title: 'Can’t work one?',
      text: 'Offer it, or a part of it, to people you choose or to everybody who can take it. Until somebody accepts, you work it.',
    },
    {
      page: '/team/mine',
      mark: 'my-calendar',
      title: 'In your own calendar',
      text: 'A secret address keeps the calendar on your phone up to date. “Remind me” writes to you before each shift.',
    },
    {
      page: '/team/offers',
      mark: 'page',
      title: 'What changes hands',
      text: 'Shifts that others offer you, those that you offer, and what became of them. Ignoring an offer does no harm.',
    },
    {
      page: '/team/open',
      mark: 'page',
      title: 'Open shifts',
      text: 'What still needs somebody in your roles. You see what it makes of your week before you claim it.',
    },
    {
      page: '/team/availability',
      mark: 'my-times',
      title: 'When you can work',
      text: 'Say when you can, can’t, or would like to work. Under “Wishes” are the hours and the shifts that you like.',
    },
    {
      page: '/team/time-off',
      mark: 'time-off',
      title: 'Time off',
      text: 'Ask for holidays here. You are told what was decided, and nobody schedules you while you are off.',
    },
    {
      page: '/pay/me',
      mark: 'page',
      title: 'What you earn',
      text: 'Kept sealed, with its history. When somebody else looks at it, you read here who it was and why.',
    },
    {
      page: '/account/notifications',
      mark: 'page',
      title: 'How you are told',
      text: 'Slack, mail, text or call, for each kind of news. In Slack, your shifts are on the Home tab of Coact and behind /coact shifts.',
    },
    {
      page: '/account/notifications',
      mark: 'notices',
      title: 'Everything you were told',
      text: 'Whatever way you choose, all of it stands here too.',
    },
    {
      page: '/account/notifications',
      mark: 'account',
      title: 'You, and help',
      text: 'Your profile, your account and Help are behind your picture. From Help you can take this tour again.',
    },
  ],
};

/** For those who make schedules. */
export const schedulerTour: Tour = {
  name: 'schedulers',
  title: 'A short tour of making a schedule',
  explains: 'Roles and rules, filling the shifts, why somebody is where they are, publishing, reports.',
  isFor: schedules,
  offeredAt: ['/team/schedule', '/team/roles', '/team'],
  steps: [
    {
      page: '/team/roles',
      mark: 'page',
      title: 'First, the work',
      text: 'A role is a job at a location. It has shifts, which say when how many people are needed, and people who know it.',
    },
    {
      page: '/team/settings',
      mark: 'page',
      title: 'Then, the rules',
      text: 'Rest between shifts, hours a week, days in a row: what must be is never broken, what should be costs its weight.',
    },
    {
      page: '/team/schedule',
      mark: 'board-days',
      title: 'The schedule',
      text: 'One period at a time, by people, roles, locations, or as a single day.',
    },
    {
      page: '/team/schedule',
      mark: 'board-open',
      title: 'Open the period',
      text: 'Opening writes down the shifts of these days, so that people can be put on them. Nobody is told of anything.',
    },
    {
      page: '/team/schedule',
      mark: 'board-update',
      title: 'Fill it',
      text: 'Update schedule looks for the best plan within your rules. You see what would change, and what can’t be filled and why, before you take it.',
    },
    {
      page: '/team/schedule',
      mark: 'board-shift',
      title: 'Why here?',
      text: 'Open a shift by click or Enter: why this person, who else could, and how to move it. Dragging moves it too.',
    },
    {
      page: '/team/schedule',
      mark: 'board-totals',
      title: 'As you edit',
      text: 'Hours, open places and conflicts follow each change. Press the conflicts to go to them one by one.',
    },
    {
      page: '/team/schedule',
      mark: 'board-publish',
      title: 'Publish',
      text: 'Each person is told of their own shifts, by the ways they chose. Later, only those whose shifts changed are told.',
    },
    {
      page: '/team/time-off',
      mark: 'page',
      title: 'Time off',
      text: 'What people ask of you waits here. When you approve, you are told which of their shifts are to be given to others.',
    },
    {
      page: '/team/reports',
      mark: 'page',
      title: 'What it came to',
      text: 'Hours, overtime, fairness and how well shifts were filled, in any days, as tables and as files.',
    },
    {
      page: '/team/reports',
      mark: 'account',
      title: 'Help',
      text: 'Behind your picture is Help, with a page on each of these and this tour again.',
    },
  ],
};
