import { defineActs } from '../audit/index.ts';

/** What is recorded of the connection with Slack. */
export const acts = defineActs({
  'slack.connected': {
    sentence: '{actor} connected the Slack workspace',
    target: 'organisation',
    fields: { team: 'id of the workspace', generation: 'how often it was connected' },
  },
  'slack.disconnected': { sentence: '{actor} disconnected the Slack workspace', target: 'organisation' },
  'slack.uninstalled': {
    sentence: 'The Slack workspace removed Coact, or took its access away',
    target: 'organisation',
    fields: { state: 'uninstalled or revoked' },
  },
  'slack.email_read': {
    sentence: 'Coact read the address that Slack holds for {target}',
    target: 'slack_member',
    reads: true,
    fields: { purpose: 'sign_up or reinstall' },
  },
});

export type SlackAction = keyof typeof acts;
