import { isDeepStrictEqual } from 'node:util';
import type { Draft, SendingProblem, ShareRequest } from '../request.ts';

/** Links that are out in posts can't change where they lead, nor can a message change its channel. */
export function fixedAfterSending(found: ShareRequest, draft: Draft): SendingProblem | null {
  if (found.state !== 'open') return null;
  if (draft.link !== found.draft.link || !sameUtm(draft.utm, found.draft.utm)) {
    return {
      field: 'link',
      sentence: 'The link is in people’s posts already. Recall the request and duplicate it to use another.',
    };
  }
  const { network, post } = found.draft.engagement ?? {};
  if (draft.engagement?.network !== network || draft.engagement?.post !== post) {
    return {
      field: 'engagement.post',
      sentence: 'People may have joined in already. Recall the request and duplicate it to ask for something else.',
    };
  }
  if (!samePlaces(draft, found.draft)) {
    return {
      field: 'channelId',
      sentence: 'The message stands in its channel already. Duplicate the request to send it to another.',
    };
  }
  return null;
}

/** The database gives the parameters back in an order of its own. */
function sameUtm(left: Draft['utm'], right: Draft['utm']): boolean {
  const names = ['source', 'medium', 'campaign', 'term', 'content'] as const;
  return names.every((name) => (left[name] ?? '') === (right[name] ?? ''));
}

/** Whether two drafts go to the same channels, as they were chosen. */
export function samePlaces(left: Draft, right: Draft): boolean {
  const places = ({ channelId, moreChannelIds = [], topicIds = [] }: Draft) => [
    channelId ?? '',
    moreChannelIds,
    topicIds,
  ];
  return isDeepStrictEqual(places(left), places(right));
}
