import type { Tour } from '../../../web/tours/tour.ts';

/** For everybody: how things are done here is written down for all of them. */
export const processesTour: Tour = {
  name: 'processes',
  title: 'A short tour of processes',
  explains: 'How things are done here: finding it, writing it down, and going through it together.',
  isFor: () => true,
  offeredAt: ['/processes'],
  steps: [
    {
      page: '/processes',
      mark: 'process-search',
      title: 'Find how it is done',
      text: 'Any words will do: titles, texts and steps are searched. You see what is meant for you.',
    },
    {
      page: '/processes',
      mark: 'process-begin',
      title: 'Write one down',
      text: 'Begin with an empty page, a template or a Markdown file. Before it is published, somebody else reads it.',
    },
    {
      page: '/processes/runs',
      mark: 'page',
      title: 'Gone through together',
      text: 'A run keeps who did what and when. Several people can go through one, on a phone also without a network.',
    },
  ],
};
