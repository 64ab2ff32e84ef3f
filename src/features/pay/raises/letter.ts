import { dayWords } from '../day.ts';
import type { Pay } from '../wages/wage.ts';

/** What a letter says, as it is drawn as a PDF or shown as a page. */
export interface Letter {
  readonly language: 'en';
  readonly title: string;
  readonly organisation: string;
  readonly day: string;
  readonly greeting: string;
  readonly opening: string;
  /** What holds from the day on, and what held until then. */
  readonly facts: readonly { readonly label: string; readonly now: string; readonly before: string | null }[];
  readonly closing: string;
  readonly signed: string;
}

export interface Told {
  readonly organisation: string;
  readonly name: string;
  readonly signedBy: string;
  /** The day of the letter, and the first day of what it says. */
  readonly day: string;
  readonly from: string;
  readonly title: { readonly before: string | null; readonly after: string | null };
  readonly roles: { readonly learns: readonly string[]; readonly leaves: readonly string[] };
  readonly pay: {
    readonly roleName: string | null;
    readonly before: Shown | null;
    readonly after: Shown;
  } | null;
}
type Shown = Pick<Pay, 'kind' | 'minor' | 'currency'> & { readonly weeklyMinutes: number | null };

const per = { hourly: 'an hour', monthly: 'a month', yearly: 'a year' } as const;

/** "EUR 15.50 an hour": the currency by its letters, which every font has. */
export function payWords({ kind, minor, currency, weeklyMinutes }: Shown): string {
  const style = { style: 'currency', currency, currencyDisplay: 'code' } as const;
  const format = new Intl.NumberFormat('en-GB', style);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  // A space that does not break is not in every font either.
  const amount = format.format(minor / 10 ** digits).replaceAll('\u00a0', ' ');
  const hours = weeklyMinutes === null ? '' : ` for ${hoursWords(weeklyMinutes)} a week`;
  return `${amount} ${per[kind]}${hours}`;
}

function hoursWords(minutes: number): string {
  const hours = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 }).format(minutes / 60);
  return hours === '1' ? '1 hour' : `${hours} hours`;
}

/** The letter about a raise or promotion: the same whenever it is made. */
export function letterOf({ organisation, name, signedBy, day, from, title, roles, pay }: Told): Letter {
  const isPromotion = title.before !== title.after || roles.learns.length > 0;
  const named = (label: string, names: readonly string[]) =>
    names.length === 0 ? [] : [{ label, now: names.join(', '), before: null }];
  return {
    language: 'en',
    title: isPromotion ? 'Your promotion' : 'Your raise',
    ...{ organisation, day: dayWords(day), greeting: `Dear ${name},` },
    opening: `from ${dayWords(from)} the following holds for your work at ${organisation}:`,
    facts: [
      ...(title.before === title.after ? [] : [{ label: 'Title', now: title.after ?? 'none', before: title.before }]),
      ...(pay === null
        ? []
        : [
            {
              label: pay.roleName === null ? 'Pay' : `Pay as ${pay.roleName}`,
              now: payWords(pay.after),
              before: pay.before && payWords(pay.before),
            },
          ]),
      ...named('New roles', roles.learns),
      ...named('Roles no longer yours', roles.leaves),
    ],
    closing: 'Thank you for your work.',
    signed: `${signedBy}, for ${organisation}`,
  };
}
