import { afterAll, describe } from 'vitest';
import { stopAtFirstFailure } from './one-story.ts';
import { raise } from './pay/raise.ts';
import { beginPay } from './pay/story.ts';
import { wages } from './pay/wages.ts';

// What one employee earns: who enters it, who sees it, and how it becomes more.
const story = await beginPay();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('1. a wage is entered', () => wages(story));
describe('2. it is raised', () => raise(story));
