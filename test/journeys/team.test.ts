import { afterAll, describe } from 'vitest';
import { stopAtFirstFailure } from './one-story.ts';
import { publishingPeriod } from './team/publishing.ts';
import { scheduling } from './team/scheduling.ts';
import { settingUpTeam } from './team/setting-up.ts';
import { beginTeamStory } from './team/story.ts';

// A newcomer with twelve people, four roles and two locations gets from nothing to a published fortnight.
const story = await beginTeamStory();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('1. the owner sets the schedule up', () => settingUpTeam(story));
describe('2. the schedule is made', () => scheduling(story));
describe('3. it is published', () => publishingPeriod(story));
