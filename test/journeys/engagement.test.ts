import { afterAll, describe } from 'vitest';
import { joiningIn } from './engagement/joining-in.ts';
import { beginEngagement } from './engagement/story.ts';
import { suggesting } from './engagement/suggesting.ts';
import { stopAtFirstFailure } from './one-story.ts';

// Coact as its own process; a publisher in the web app, an employee in the practice Slack.
const story = await beginEngagement();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.world.browsers);

describe('a request to join in on a post', () => joiningIn(story));
describe('a suggestion from Slack', () => suggesting(story));
