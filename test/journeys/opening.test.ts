import { afterAll, describe } from 'vitest';
import { stopAtFirstFailure } from './one-story.ts';
import { opening } from './opening/opening.ts';
import { beginOpening } from './opening/story.ts';

// A shift begins, and with it what is to be done: Coact, a Slack, and who opens the shop.
const story = await beginOpening();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('a shop opens', () => opening(story));
