import type { NetworkLimits, PostCheck, PostDraft } from './network.ts';

/** How a network counts and what it is called in sentences. */
export interface TextRules {
  readonly title: string;
  readonly limits: NetworkLimits;
  /** Length of a text in the network's own units. */
  readonly count: (text: string) => number;
}

type Problems = PostCheck['problems'];

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters as people count them: a family emoji is one. */
export function countGraphemes(text: string): number {
  // Segmenting takes a thousand times longer, and most texts need none. A carriage return may belong to its line feed.
  if (/^[\n\x20-\x7e]*$/.test(text)) return text.length;
  let count = 0;
  for (const _ of segmenter.segment(text)) count += 1;
  return count;
}

/** What every network would refuse about a draft, and the units left. */
export function checkText(draft: PostDraft, rules: TextRules): PostCheck {
  const limit = rules.limits.text;
  const remaining = limit - rules.count(draft.text);
  return { remaining, limit, problems: [...textProblems(draft, remaining, rules), ...pictureProblems(draft, rules)] };
}

function textProblems(draft: PostDraft, remaining: number, { title }: TextRules): Problems {
  if (draft.text.trim() === '' && !draft.card && !draft.pictures?.length) {
    return [{ code: 'empty', sentence: 'Write something first.' }];
  }
  if (remaining >= 0) return [];
  const over = remaining === -1 ? '1 character' : `${-remaining} characters`;
  return [{ code: 'too_long', sentence: `The text is ${over} too long for ${title}.` }];
}

function pictureProblems(draft: PostDraft, { title, limits }: TextRules): Problems {
  const problems: { code: string; sentence: string }[] = [];
  const pictures = draft.pictures ?? [];
  if (pictures.length > limits.pictures) {
    const most = limits.pictures === 1 ? 'one picture' : `${limits.pictures} pictures`;
    problems.push({ code: 'too_many_pictures', sentence: `${title} takes ${most} at most.` });
  }
  if (pictures.some((picture) => picture.size > limits.pictureBytes)) {
    const sentence = `${title} takes pictures of up to ${megabytes(limits.pictureBytes)} MB.`;
    problems.push({ code: 'picture_too_big', sentence });
  }
  if ((draft.card?.pictureBytes ?? 0) > limits.cardPictureBytes) {
    const sentence = `${title} takes a link card's picture of up to ${megabytes(limits.cardPictureBytes)} MB.`;
    problems.push({ code: 'card_picture_too_big', sentence });
  }
  return problems;
}

const megabytes = (bytes: number) => Math.floor(bytes / 1_000_000);
