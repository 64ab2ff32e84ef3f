/** What an hour of an amount for so many minutes is, in minor units. */
export const amountOfHour = (minor: number, minutes: number): number => (minor * 60) / minutes;
