import { requiredScopes } from './scopes.ts';

/** Where Slack reaches us, and where the browser does. One receiver takes events, interactions and commands. */
export const paths = {
  requests: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
  manifest: '/slack/manifest.json',
  scopes: '/api/settings/scopes',
} as const;

/** Events that Slack sends us, each for one reason. None carries a message that a person wrote. */
export const botEvents = {
  app_home_opened: 'draws the Home tab',
  app_uninstalled: 'erases the token',
  tokens_revoked: 'erases the token',
  channel_archive: 'stops sending into the channel',
  channel_unarchive: 'sends into the channel again',
  channel_deleted: 'stops sending into the channel',
  channel_rename: 'shows the new name',
  user_change: 'ends the access of a known member who left, and follows their name',
} as const;

const command = '/coact';

/** What Slack offers in the menu of a message. Its name has 24 characters at most. */
const messageShortcuts = [
  {
    name: 'Suggest to share',
    type: 'message',
    callback_id: 'share.suggest',
    description: 'Suggest this to those who publish for your company',
  },
] as const;

/**
 * The app manifest to create or update the Slack app from: JSON, which Slack takes as it takes YAML.
 * @param publicUrl our address, without a slash at the end; Slack wants https (the consent also takes http://localhost)
 * @param name at most 35 characters
 */
export function slackManifest(publicUrl: string, name = 'Coact') {
  const requestUrl = `${publicUrl}${paths.requests}`;
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name,
      description: 'Share what your company publishes, in your own words, from Slack.',
      background_color: '#1f2a44',
    },
    features: {
      // Messages to the app stay off: reading them would need a history scope.
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'coact', always_online: true },
      shortcuts: [...messageShortcuts],
      slash_commands: [
        {
          command,
          url: requestUrl,
          description: 'See what is open to share, or get help',
          usage_hint: '[suggest <link> | help]',
          should_escape: true,
        },
      ],
    },
    oauth_config: {
      redirect_urls: [`${publicUrl}${paths.redirect}`],
      scopes: { bot: [...requiredScopes] },
    },
    settings: {
      event_subscriptions: { request_url: requestUrl, bot_events: Object.keys(botEvents) },
      interactivity: { is_enabled: true, request_url: requestUrl },
      org_deploy_enabled: false,
      socket_mode_enabled: false,
      token_rotation_enabled: false,
    },
  };
}
