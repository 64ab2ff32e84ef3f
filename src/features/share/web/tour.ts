import type { Tour } from '../../../web/tours/tour.ts';

/** For those who ask others to share. */
export const publisherTour: Tour = {
  name: 'publishers',
  title: 'A short tour of requests and figures',
  explains: 'What your people’s sharing brings, composing a request, and finding it again.',
  isFor: ({ can }) => can.publish,
  offeredAt: ['/', '/requests'],
  steps: [
    {
      page: '/',
      mark: 'figures',
      title: 'What it brings',
      text: 'Totals of the days you choose, against the days before. The small button at each says how it is counted.',
    },
    {
      page: '/',
      mark: 'totals-only',
      title: 'Totals, never people',
      text: 'Who shared what is stored nowhere, and small numbers are hidden, so that sharing stays everybody’s own choice.',
    },
    {
      page: '/requests/new',
      mark: 'compose-content',
      title: 'What to share',
      text: 'Begin with a link: its title and picture are read for you. What you write is saved as you type.',
    },
    {
      page: '/requests/new',
      mark: 'compose-slack',
      title: 'In Slack',
      text: 'Your people get the request in a channel, and share it from there under their own names.',
    },
    {
      page: '/requests/new',
      mark: 'compose-posts',
      title: 'Words for them',
      text: 'Offer several versions, so that posts differ, and say whether they may change the words.',
    },
    {
      page: '/requests/new',
      mark: 'compose-preview',
      title: 'As it will look',
      text: 'The message in Slack and each post, while you write.',
    },
    {
      page: '/requests/new',
      mark: 'compose-send',
      title: 'Send it',
      text: 'Now, or at the time that you set. You are asked once more before anybody gets it.',
    },
    {
      page: '/requests',
      mark: 'request-states',
      title: 'Your requests',
      text: 'Open one to see its figures, to change it, to end it, or to take it back.',
    },
    {
      page: '/requests',
      mark: 'account',
      title: 'Help',
      text: 'Behind your picture is Help, with a page on publishing and this tour again.',
    },
  ],
};
