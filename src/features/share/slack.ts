import type { SlackSurface } from '../../platform/slack/index.ts';
import { channelGone, channelRenamed } from './lifecycle/channels.ts';
import type { ShareParts } from './parts.ts';
import { answerCommand, coactCommand } from './surfaces/command.ts';
import * as homeIds from './surfaces/home.ts';
import {
  cancelPlanned,
  changePlanned,
  connectFromHome,
  disconnect,
  forgetMe,
  submitChange,
} from './surfaces/home-flow.ts';
import { shareAction } from './surfaces/message.ts';
import { changeCallback, composeCallback, connectAction, doneAction, typingAction } from './surfaces/modal.ts';
import { publishHome } from './surfaces/publish-home.ts';
import { countWhileTyping, openShare, submitShare } from './surfaces/share-flow.ts';

/** What employees do in Slack: share, connect, look at their Home tab. */
export function shareSurface(parts: ShareParts): SlackSurface {
  // Buttons that open a page send an action too; it only has to be answered.
  const nothing = async () => ({});
  return {
    actions: {
      [shareAction]: (request) => openShare(parts, request),
      [typingAction]: (request) => countWhileTyping(parts, request),
      [connectAction]: nothing,
      [doneAction]: nothing,
      [homeIds.connectFromHomeAction]: (request) => connectFromHome(parts, request),
      [homeIds.disconnectAction]: (request) => disconnect(parts, request),
      [homeIds.cancelAction]: (request) => cancelPlanned(parts, request),
      [homeIds.editAction]: (request) => changePlanned(parts, request),
      [homeIds.forgetAction]: (request) => forgetMe(parts, request),
    },
    views: {
      [composeCallback]: (request) => submitShare(parts, request),
      [changeCallback]: (request) => submitChange(parts, request),
    },
    commands: { [coactCommand]: (request) => answerCommand(parts, request) },
    events: {
      app_home_opened: async (event) => {
        if (event.slackUserId === null || (event.tab !== null && event.tab !== 'home')) return;
        await publishHome(parts, event.client, event.orgId, event.slackUserId);
      },
      channel_archive: (event) => channelGone(parts, event.orgId, event.channelId, 'archived'),
      channel_deleted: (event) => channelGone(parts, event.orgId, event.channelId, 'deleted'),
      channel_rename: (event) => channelRenamed(parts, event.orgId, event.channelId, event.client),
    },
  };
}
