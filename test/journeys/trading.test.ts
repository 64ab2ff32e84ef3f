import { afterAll, describe } from 'vitest';
import { stopAtFirstFailure } from './one-story.ts';
import { beginTrading } from './trading/story.ts';
import { trading } from './trading/trading.ts';

// Coact as its own process; three people who work at one bar, each with a browser of their own.
const story = await beginTrading();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('a shift changes hands', () => trading(story));
