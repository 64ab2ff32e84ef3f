import { type Message, setLetter } from '../../../platform/mail/index.ts';

/** One qualification that comes to its end, as a reminder tells it. */
export type Ending = {
  /** Whose it is; null in a letter to themselves. */
  readonly name: string | null;
  readonly qualification: string;
  readonly expiresOn: string;
  readonly daysLeft: number;
};

const dayFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const longest = 40;

const inDays = (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`);

function lineOf({ name, qualification, expiresOn, daysLeft }: Ending): string {
  const whose = name === null ? '' : `${name || 'Somebody from Slack'}: `;
  return `${whose}${qualification}, valid until ${dayFormat.format(new Date(expiresOn))} (${inDays(daysLeft)})`;
}

/** Tells somebody which of their own qualifications end soon, or of the people whom they manage or schedule. */
export function reminderLetter(to: string, endings: readonly Ending[], url: string): Message {
  const own = endings.every(({ name }) => name === null);
  const heading = own ? 'A qualification of yours ends soon' : 'Qualifications of your people end soon';
  const lines = endings.slice(0, longest).map(lineOf);
  if (endings.length > longest) lines.push(`And ${endings.length - longest} more.`);
  const ask = own
    ? 'Renew it in time and tell whoever makes your schedule: after its last day you are not put on shifts that need it.'
    : 'After the last day they are not put on shifts that need it. Enter the new day once it is renewed.';
  return {
    ...{ to, subject: heading },
    ...setLetter({ heading, paragraphs: [...lines, ask], button: { text: 'See qualifications', url } }),
  };
}
