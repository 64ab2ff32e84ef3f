import type { Figure } from '../figures/figure.ts';
import { digitsOf } from '../figures/value.ts';
import type { ReadReport } from '../reports/gather.ts';
import { actsIn } from '../reports/report.ts';
import { actTitles } from '../reports/tables.ts';

/** What a digest says, for mail and Slack alike. */
export interface DigestWords {
  readonly subject: string;
  readonly lines: readonly string[];
}

const number = new Intl.NumberFormat('en-GB');
const percent = new Intl.NumberFormat('en-GB', {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
});
const dayWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short' }).format(
    new Date(`${day}T00:00Z`),
  );

/** The totals of a week or month in plain words, from the same report that stands on the page. */
export function digestWords({ question, report }: ReadReport, every: 'week' | 'month'): DigestWords {
  const { totals, change } = report;
  const { from, to } = question.period;
  const against = every === 'week' ? 'the week before' : 'the month before';
  const than = (ratio: number | null) => (ratio === null ? '' : ` (${percent.format(ratio)} on ${against})`);
  const rest = actsIn([totals]).filter((act) => act !== 'share');
  const amounts = totals.amounts.map(({ currency, minor }) => {
    const digits = digitsOf(currency);
    return new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(minor / 10 ** digits);
  });
  const best = report.requests.find(({ acts, clicks }) => 'value' in acts.share || clicks.total > 0);
  return {
    subject: `What sharing brought, ${dayWords(from)} to ${dayWords(to)}`,
    lines: [
      `Awareness: ${figure(totals.awareness)}${than(change.awareness)}`,
      `Shares: ${figure(totals.acts.share)}${than(change.shares)}`,
      ...rest.map((act) => `${actTitles[act]}: ${figure(totals.acts[act])}`),
      `Clicks: ${number.format(totals.clicks.total)}, ${number.format(totals.clicks.unique)} unique${than(change.clicks)}`,
      ...(totals.audience.total === null ? [] : [`Potential audience: ${number.format(totals.audience.total)}`]),
      ...(amounts.length === 0 ? [] : [`Advocacy value: ${amounts.join(' and ')}${than(change.value)}`]),
      ...(best === undefined ? [] : [`Shared and clicked most: ${best.title}`]),
    ],
  };
}

const figure = (shown: Figure | null) =>
  shown === null ? '–' : 'value' in shown ? number.format(shown.value) : `fewer than ${shown.fewerThan}`;
