/** The guided tours, each named for whom it shows around. What they show is the web app's. */
export const tourNames = ['employees', 'schedulers', 'publishers', 'administrators', 'processes', 'payroll'] as const;
export type TourName = (typeof tourNames)[number];

/** What somebody said to a tour that was offered. Putting it off counts too: nobody is asked twice. */
export const tourAnswers = ['taken', 'put_off'] as const;
export type TourAnswer = (typeof tourAnswers)[number];
