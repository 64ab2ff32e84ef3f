import type { ReactNode } from 'react';
import type { Organisation } from '../../../web/contract.ts';
import { formatMoney } from '../../../web/figures.ts';

/** What each figure means, in the words of the product's definition; said wherever the figure is shown. */
export const definitions = {
  awareness: 'Employees who took at least one action, each counted once. Coact knows how many, not who.',
  shares: 'Posts that employees made through Coact.',
  engagement:
    'What employees did about the post from Slack: by their account, or on the network’s page, where they say so themselves.',
  clicks:
    'Visits by people through the short links. Robots and link previews are counted apart; “unique” counts one visitor per day once.',
  reach:
    'Followers of all connected accounts together: the potential audience, not the people who saw a post. Counted once a day, as a total; no account’s own number is kept.',
  robots: 'Visits by search engines, link previews and other programs. They are not part of the clicks.',
} as const;

/** How advocacy value is made of counts and the organisation's event values. */
export function valueDefinition(organisation: Organisation | undefined): ReactNode {
  if (organisation === undefined) return 'Each action times the value you gave it in the settings.';
  const { eventValues } = organisation;
  const money = (minor: number): string => formatMoney(minor, eventValues.currency);
  return (
    <>
      What the same attention might have cost elsewhere: {money(eventValues.awareness)} per employee reached,{' '}
      {money(eventValues.share)} per share, {money(eventValues.click)} per click. These are your values; change them in
      the settings.
    </>
  );
}

/** What was counted in another currency stands below the amount, and is never added to it. */
export function otherAmounts(others: readonly { readonly currency: string; readonly value: number }[]): {
  note?: string;
} {
  if (others.length === 0) return {};
  return { note: `and ${others.map(({ value, currency }) => formatMoney(value, currency)).join(' and ')}` };
}

/** Why small numbers are hidden. */
export function smallGroupReason(smallGroup: number): string {
  return `A number of fewer than ${smallGroup} people could tell who they are, so Coact doesn’t show it to anybody. Figures grow in steps of at least ${smallGroup} people, and may therefore lag a little behind.`;
}
