import { instantOf } from '../../../../web/zoned-time.ts';
import type { Rendered } from '../contract.ts';
import { isNetwork, type NetworkName } from '../network.ts';
import type { ComposerForm } from './composer-form.ts';
import { type EngagementField, engagementProblems } from './engagement-form.ts';
import { refusalOf } from './post-count.ts';
import { chosenNetworks, readersOf, type Scope, scopesOf, textsAt } from './post-texts.ts';
import { webAddress } from './tracked-url.ts';

/** Where in the form something is missing; also the ids that a problem's fields are mapped onto. */
export type FormField =
  | 'link'
  | 'title'
  | 'slackText'
  | 'card'
  | 'picture.alt'
  | `morePictures.${number}.alt`
  | 'video.alt'
  | 'networks'
  | EngagementField
  | `texts.${Scope}.${number}`
  | 'channelId'
  | 'topicIds'
  | 'campaignId'
  | 'sendAt'
  | 'endsAt'
  | 'reminderHours';

export type FieldSentences = Partial<Record<FormField, string>>;

/** The server's limit; Slack's own is 3,000 with the escapes of &, < and >. */
const slackTextLimit = 2500;

function contentProblems(form: ComposerForm): FieldSentences {
  return {
    ...(form.title.trim() === '' && { title: 'Give the request a title.' }),
    ...(form.slackText.length > slackTextLimit && {
      slackText: 'This is too long for a Slack message: 2,500 characters is the most.',
    }),
    ...altProblems(form),
    ...(form.channelId === '' && form.topicIds.length === 0 && { channelId: 'Choose the channel it goes to.' }),
  };
}

function linkProblems(form: ComposerForm): FieldSentences {
  if (webAddress(form.link) !== null) return {};
  return { link: form.link.trim() === '' ? 'Add the link that people should share.' : 'This isn’t a web address.' };
}

function altProblems(form: ComposerForm): FieldSentences {
  const missing = 'Describe the picture for people who can’t see it.';
  const problems: FieldSentences = {};
  if (form.video?.alt.trim() === '') problems['video.alt'] = 'Describe the video for people who can’t see or hear it.';
  if (form.picture?.alt.trim() === '') problems['picture.alt'] = missing;
  form.morePictures.forEach(({ alt }, place) => {
    if (alt.trim() === '') problems[`morePictures.${place}.alt`] = missing;
  });
  return problems;
}

/** Where a version stands in the form that a network posts. */
function textField(form: ComposerForm, network: NetworkName, index: number): FormField {
  return `texts.${form.own[network] === undefined ? 'all' : network}.${index}`;
}

/** A single network's own text has its place like any other. */
export function fieldAt(form: ComposerForm, scope: Scope, index: number): FormField {
  return scope === 'all' ? `texts.all.${index}` : textField(form, scope, index);
}

function textProblems(form: ComposerForm, rendered: Rendered | undefined): FieldSentences {
  if (chosenNetworks(form).length === 0) return { networks: 'Choose at least one network.' };
  const problems: FieldSentences = {};
  for (const scope of scopesOf(form)) {
    textsAt(form, scope).forEach((text, index) => {
      const refusals = readersOf(form, scope).map((network) => refusalOf(network, text, rendered));
      const problem = text.trim() === '' ? emptyText : refusals.find((refusal) => refusal !== null);
      if (problem) problems[fieldAt(form, scope, index)] ??= problem;
    });
  }
  return problems;
}

const emptyText = 'Write the text that people will post.';

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

/**
 * What stands between this form and sending it, field by field. Empty when it can go.
 * @param rendered what the server has drawn of it: it knows what networks refuse
 */
export function problemsOf(form: ComposerForm, now: Date, timeZone: string, rendered?: Rendered): FieldSentences {
  const asked =
    form.kind === 'engagement'
      ? engagementProblems(form.engagement)
      : { ...linkProblems(form), ...textProblems(form, rendered) };
  return { ...asked, ...contentProblems(form), ...timeProblems(form, now, timeZone) };
}

const serverPaths: ReadonlyArray<readonly [RegExp, (match: RegExpMatchArray, form: ComposerForm) => FormField]> = [
  [
    /^networks\.(\w+)\.variants\.(\d+)/,
    ([, network = '', index], form) => (isNetwork(network) ? textField(form, network, Number(index)) : 'networks'),
  ],
  [/^networks/, () => 'networks'],
  [/^morePictures\.(\d+)/, ([, place]) => `morePictures.${Number(place)}.alt`],
  [/^picture/, () => 'picture.alt'],
  [/^video/, () => 'video.alt'],
  [/^preview/, () => 'card'],
  [/^at$/, () => 'sendAt'],
  [/^moreChannelIds/, () => 'channelId'],
  [/^engagement\.asks/, () => 'engagement.asks'],
  [/^engagement/, () => 'engagement.post'],
  [/^(link|title|slackText|channelId|topicIds|campaignId|endsAt|reminderHours)$/, (match) => match[1] as FormField],
];

/** The server's field sentences at the places of this form; what belongs nowhere is left to the form's own message. */
export function placeServerProblems(fields: Readonly<Record<string, string>>, form: ComposerForm): FieldSentences {
  const placed: FieldSentences = {};
  for (const [path, sentence] of Object.entries(fields)) {
    for (const [pattern, place] of serverPaths) {
      const match = path.match(pattern);
      if (match === null) continue;
      placed[place(match, form)] ??= sentence;
      break;
    }
  }
  return placed;
}
