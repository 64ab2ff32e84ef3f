import { instantOf } from '../../../../web/zoned-time.ts';
import { countForBluesky } from './bluesky-count.ts';
import type { ComposerForm } from './composer-form.ts';
import { webAddress } from './tracked-url.ts';

/** Where in the form something is missing; also the ids that a problem's fields are mapped onto. */
export type FormField =
  | 'link'
  | 'title'
  | 'slackText'
  | 'card'
  | 'picture.alt'
  | `variants.${number}`
  | 'channelId'
  | 'sendAt'
  | 'endsAt';

export type FieldSentences = Partial<Record<FormField, string>>;

/** The server's limit; Slack's own is 3,000 with the escapes of &, < and >. */
const slackTextLimit = 2500;

function contentProblems(form: ComposerForm): FieldSentences {
  return {
    ...(webAddress(form.link) === null && {
      link: form.link.trim() === '' ? 'Add the link that people should share.' : 'This isn’t a web address.',
    }),
    ...(form.title.trim() === '' && { title: 'Give the request a title.' }),
    ...(form.slackText.length > slackTextLimit && {
      slackText: 'This is too long for a Slack message: 2,500 characters is the most.',
    }),
    ...(form.picture !== null &&
      form.picture.alt.trim() === '' && {
        'picture.alt': 'Describe the picture for people who can’t see it.',
      }),
    ...(form.channelId === '' && { channelId: 'Choose the channel it goes to.' }),
  };
}

function variantProblems(form: ComposerForm): FieldSentences {
  const problems = form.variants.map((text, index): FieldSentences => {
    const problem = text.trim() === '' ? 'Write the text that people will post.' : countForBluesky(text).problem;
    return problem === null ? {} : { [`variants.${index}`]: problem };
  });
  return Object.assign({}, ...problems);
}

function timeProblems(form: ComposerForm, now: Date, timeZone: string): FieldSentences {
  const sendAt = form.when === 'now' ? now : instantOf(form.sendAt, timeZone);
  const endsAt = instantOf(form.endsAt, timeZone);
  if (sendAt === null) return { sendAt: 'Choose the day and time to send it.' };
  if (form.when === 'later' && sendAt <= now)
    return { sendAt: 'This time is past. Choose a later one, or send it now.' };
  if (endsAt === null) return { endsAt: 'Choose when the request ends.' };
  if (endsAt <= now) return { endsAt: 'This time is past. Choose a later end.' };
  if (endsAt <= sendAt) return { endsAt: 'It would end before it is sent.' };
  return {};
}

/** What stands between this form and sending it, field by field. Empty when it can go. */
export function problemsOf(form: ComposerForm, now: Date, timeZone: string): FieldSentences {
  return { ...contentProblems(form), ...variantProblems(form), ...timeProblems(form, now, timeZone) };
}

const serverPaths: ReadonlyArray<readonly [RegExp, (match: RegExpMatchArray) => FormField]> = [
  [/^networks\.bluesky\.variants\.(\d+)/, (match) => `variants.${Number(match[1])}`],
  [/^networks/, () => 'variants.0'],
  [/^picture/, () => 'picture.alt'],
  [/^preview/, () => 'card'],
  [/^at$/, () => 'sendAt'],
  [/^(link|title|slackText|channelId|endsAt)$/, (match) => match[1] as FormField],
];

/** The server's field sentences at the places of this form; what belongs nowhere is left to the form's own message. */
export function placeServerProblems(fields: Readonly<Record<string, string>>): FieldSentences {
  const placed: FieldSentences = {};
  for (const [path, sentence] of Object.entries(fields)) {
    for (const [pattern, place] of serverPaths) {
      const match = path.match(pattern);
      if (match === null) continue;
      placed[place(match)] = sentence;
      break;
    }
  }
  return placed;
}
