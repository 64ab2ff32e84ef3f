import type { NetworkLimits, PostCheck, PostDraft } from '../network.ts';
import { countBytes, countGraphemes, maxGraphemes, maxTextBytes } from './text-length.ts';

/** Lexicons app.bsky.feed.post, embed.images and embed.external; a create costs 3 of 5000 points an hour. */
export const limits: NetworkLimits = {
  text: maxGraphemes,
  pictures: 4,
  pictureBytes: 2_000_000,
  cardPictureBytes: 1_000_000,
  postsPerHour: 1_666,
};

/** What Bluesky would refuse about a draft, and the characters left as it counts them. */
export function checkDraft(draft: PostDraft): PostCheck {
  const remaining = maxGraphemes - countGraphemes(draft.text);
  return { remaining, limit: maxGraphemes, problems: [...textProblems(draft, remaining), ...pictureProblems(draft)] };
}

function textProblems(draft: PostDraft, remaining: number): PostCheck['problems'] {
  if (draft.text.trim() === '' && !draft.card && !draft.pictures?.length) {
    return [{ code: 'empty', sentence: 'Write something first.' }];
  }
  if (remaining < 0) {
    const over = -remaining === 1 ? '1 character' : `${-remaining} characters`;
    return [{ code: 'too_long', sentence: `The text is ${over} too long for Bluesky.` }];
  }
  if (countBytes(draft.text) > maxTextBytes) {
    // Reached only with many emoji made of several parts: 300 families are 7,500 bytes.
    return [{ code: 'too_many_bytes', sentence: 'The text has too many combined emoji for Bluesky; take some out.' }];
  }
  return [];
}

function pictureProblems(draft: PostDraft): PostCheck['problems'] {
  const problems: { code: string; sentence: string }[] = [];
  const pictures = draft.pictures ?? [];
  if (pictures.length > limits.pictures) {
    problems.push({ code: 'too_many_pictures', sentence: 'Bluesky takes four pictures at most.' });
  }
  if (pictures.some((picture) => picture.size > limits.pictureBytes)) {
    problems.push({ code: 'picture_too_big', sentence: 'Bluesky takes pictures of up to 2 MB.' });
  }
  if ((draft.card?.pictureBytes ?? 0) > limits.cardPictureBytes) {
    problems.push({ code: 'card_picture_too_big', sentence: "Bluesky takes a link card's picture of up to 1 MB." });
  }
  return problems;
}
