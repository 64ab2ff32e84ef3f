import { afterAll, describe } from 'vitest';
import { stopAtFirstFailure } from './one-story.ts';
import { reading } from './processes/reading.ts';
import { running } from './processes/running.ts';
import { beginProcesses } from './processes/story.ts';
import { writing } from './processes/writing.ts';

// How a café opens: written down once, gone through each morning, changed meanwhile.
const story = await beginProcesses();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('1. it is written', () => writing(story));
describe('2. it is gone through', () => running(story));
describe('3. a policy is read and confirmed', () => reading(story));
