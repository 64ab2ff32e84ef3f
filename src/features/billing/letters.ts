import type { Letter } from '../../platform/mail/index.ts';
import type { News } from './news.ts';

/** Whose plan it is, and where it is looked after. */
interface Whose {
  readonly name: string;
  readonly timeZone: string;
  /** The page of the plan, from which Stripe’s own pages open. */
  readonly planPage: string;
}

const stops =
  'Requests are then not sent and schedules not published until an owner chooses a plan. Signing in, history and exports stay, and nothing is lost.';

/** What owners read of their plan in their mail. */
export function letterOf(news: News, whose: Whose): { readonly subject: string; readonly letter: Letter } {
  const small = `You get this as an owner of ${whose.name} on Coact. Cards are entered on Stripe’s own pages only: nobody asks you for one by mail.`;
  const { heading, paragraphs, way } = wordsOf(news, whose);
  return {
    subject: heading,
    letter: { heading, paragraphs, button: { text: way, url: whose.planPage }, small },
  };
}

function wordsOf(news: News, { name, timeZone }: Whose) {
  const day = (at: Date) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone }).format(at);
  switch (news.kind) {
    case 'failed': {
      const { amount, currency, nextAttemptAt } = news.failure;
      const again =
        nextAttemptAt === null
          ? 'Stripe does not try again by itself. Everything works until it ends the plan.'
          : `Stripe tries again on ${day(nextAttemptAt)}. Everything works meanwhile.`;
      return {
        heading: 'A payment for Coact failed',
        paragraphs: [
          `Stripe could not collect ${amountWords(amount, currency)} for the plan of ${name}.`,
          `${again} Look at the card: “Manage at Stripe” on the page of the plan leads there.`,
          `If nothing is paid, the plan ends. ${stops}`,
        ],
        way: 'Look at the plan',
      };
    }
    case 'cancelled':
      return {
        heading: `Your plan for Coact ends on ${day(news.until)}`,
        paragraphs: [
          `The plan of ${name} was cancelled. Everything works until ${day(news.until)}.`,
          stops,
          'Until then it can be taken back: “Manage at Stripe” on the page of the plan leads there.',
        ],
        way: 'Look at the plan',
      };
    case 'ended':
      return {
        heading: 'Your plan for Coact has ended',
        paragraphs: [
          `The plan of ${name} has ended${news.why === 'unpaid' ? ', as it was not paid' : ''}.`,
          'Requests are not sent and schedules not published any more. What was to go out later waits as a draft and says why. Signing in, history and exports stay, and nothing is lost.',
          'With a new plan everything works at once; nothing that waited goes out by itself.',
        ],
        way: 'Choose a plan',
      };
  }
}

/** In the currency's smallest unit, as on the bill. */
function amountWords(amount: number, currency: string): string {
  const format = new Intl.NumberFormat('en-GB', { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
