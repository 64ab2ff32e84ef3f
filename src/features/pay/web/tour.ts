import type { Tour } from '../../../web/tours/tour.ts';

/** For those who answer for what people earn. */
export const payrollTour: Tour = {
  name: 'payroll',
  title: 'A short tour of pay',
  explains: 'Who may see what somebody earns, entering it, and what the schedule costs.',
  isFor: ({ roles }) => roles.includes('owner') || roles.includes('payroll'),
  offeredAt: ['/pay'],
  steps: [
    {
      page: '/pay',
      mark: 'pay-people',
      title: 'What people earn',
      text: 'Open somebody to read or enter their pay. You say why you look; that is written down, and they can read it.',
    },
    {
      page: '/pay',
      mark: 'pay-settings',
      title: 'Who else may see it',
      text: 'Managers see their own people’s pay only if an owner says so. A second person can confirm what is entered.',
    },
    {
      page: '/team/roles',
      mark: 'page',
      title: 'What an hour costs',
      text: 'A role has what its hour begins with. Who has a wage of their own is costed by that.',
    },
    {
      page: '/team/reports',
      mark: 'page',
      title: 'Totals, and few of them single',
      text: 'Reports show what hours cost over at least three people to those who may not see what each earns.',
    },
  ],
};
