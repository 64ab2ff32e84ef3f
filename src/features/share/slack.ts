import type { ActionRequest, SlackSurface } from '../../platform/slack/index.ts';
import { asks, networkNames } from '../networks/index.ts';
import { channelGone, channelRenamed } from './lifecycle/channels.ts';
import type { ShareParts } from './parts.ts';
import { reviewActions } from './review/tell.ts';
import { answerCommand, coactCommand } from './surfaces/command.ts';
import { composerInstead, composerOpened, submitServer } from './surfaces/composer-flow.ts';
import { confirmDone, openAsk, submitComment } from './surfaces/engage-flow.ts';
import { commentCallback, confirmAction, pageAction } from './surfaces/engage-modal.ts';
import * as homeIds from './surfaces/home.ts';
import {
  cancelPlanned,
  changePlanned,
  connectFromHome,
  disconnect,
  forgetMe,
  submitChange,
} from './surfaces/home-flow.ts';
import { askFor, shareAction, shareOn } from './surfaces/message.ts';
import {
  changeCallback,
  composeCallback,
  composerAction,
  connectAction,
  doneAction,
  insteadAction,
  serverCallback,
  typingAction,
} from './surfaces/modal.ts';
import { publishHome } from './surfaces/publish-home.ts';
import { approveFromSlack, changesCallback, openChanges, submitChanges } from './surfaces/review-flow.ts';
import { countWhileTyping, openShare, submitShare } from './surfaces/share-flow.ts';
import { submitSuggestion, suggestFromHome, suggestMessage } from './surfaces/suggest-flow.ts';
import { suggestAction, suggestCallback } from './surfaces/suggest-modal.ts';

/** What employees do in Slack: share, connect, look at their Home tab; and approvers, decide. */
export function shareSurface(parts: ShareParts): SlackSurface {
  // Buttons that open a page send an action too; it only has to be answered.
  const nothing = async () => ({});
  return {
    actions: {
      [shareAction]: (request) => openShare(parts, request),
      ...Object.fromEntries(
        networkNames.map((network) => [
          shareOn(network),
          (request: ActionRequest) => openShare(parts, request, network),
        ]),
      ),
      ...Object.fromEntries(asks.map((ask) => [askFor(ask), (request: ActionRequest) => openAsk(parts, request, ask)])),
      [confirmAction]: (request) => confirmDone(parts, request),
      [pageAction]: nothing,
      [composerAction]: (request) => composerOpened(parts, request),
      [insteadAction]: (request) => composerInstead(parts, request),
      [typingAction]: (request) => countWhileTyping(parts, request),
      [connectAction]: nothing,
      [doneAction]: nothing,
      [homeIds.connectFromHomeAction]: (request) => connectFromHome(parts, request),
      [homeIds.disconnectAction]: (request) => disconnect(parts, request),
      [homeIds.cancelAction]: (request) => cancelPlanned(parts, request),
      [homeIds.editAction]: (request) => changePlanned(parts, request),
      [homeIds.forgetAction]: (request) => forgetMe(parts, request),
      [suggestAction]: (request) => suggestFromHome(request),
      [reviewActions.approve]: (request) => approveFromSlack(parts, request),
      [reviewActions.changes]: (request) => openChanges(request),
    },
    views: {
      [composeCallback]: (request) => submitShare(parts, request),
      [changeCallback]: (request) => submitChange(parts, request),
      [changesCallback]: (request) => submitChanges(parts, request),
      [commentCallback]: (request) => submitComment(parts, request),
      [serverCallback]: (request) => submitServer(parts, request),
      [suggestCallback]: (request) => submitSuggestion(parts, request),
    },
    shortcuts: { [suggestCallback]: (request) => suggestMessage(request) },
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
