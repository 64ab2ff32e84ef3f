/**
 * Programs that fetch a link in order to draw a card of it under a post or message, by the words that they send as their agent. Apps in
 * which people read carry other words (`FBAN`, `LinkedInApp`, `Twitter for iPhone`), and search engines are left out: those are to find
 * the page itself.
 */
const unfurlers = new RegExp(
  [
    ...['facebookexternalhit', 'facebookcatalog', 'Facebot', 'meta-externalfetcher', 'LinkedInBot', 'Twitterbot'],
    ...['Slackbot', 'Mastodon\\/', 'Pleroma', 'Akkoma', 'Misskey', 'Friendica', 'Cardyb', 'WhatsApp\\/', 'TelegramBot'],
    ...['Discordbot', 'SkypeUriPreview', 'MicrosoftPreview', 'Pinterest(?:bot)?\\/', 'redditbot', 'vkShare', 'Viber'],
    ...[
      'Iframely',
      'Embedly',
      'XING-contenttabreceiver',
      'Snap URL Preview',
      'Google-PageRenderer',
      'ZoomBot',
      'Synapse \\(',
    ],
  ].join('|'),
  'i',
);

/** Whether an agent draws cards of links for people. */
export function isUnfurler(agent: string): boolean {
  return unfurlers.test(agent);
}
