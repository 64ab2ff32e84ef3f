import { afterAll, describe } from 'vitest';
import { stopAtFirstFailure } from './one-story.ts';
import { clicking } from './story/clicks.ts';
import { composing } from './story/composing.ts';
import { figures } from './story/figures.ts';
import { home } from './story/home.ts';
import { onPhones } from './story/phones.ts';
import { posting } from './story/post.ts';
import { operating } from './story/process.ts';
import { settingUp } from './story/set-up.ts';
import { sharing } from './story/sharing.ts';
import { starting } from './story/starting.ts';
import { beginStory } from './story/story.ts';
import { throughout } from './story/throughout.ts';
import { uninstalling } from './story/uninstalling.ts';

// Everything is real and runs as it would: Coact as its own process, the practice workspace's parts, people's browsers.
const story = await beginStory();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('1. the server starts', () => starting(story));
describe('2. the owner sets up', () => settingUp(story));
describe('3. the owner composes a request', () => composing(story));
describe('4. an employee shares it from Slack', () => sharing(story));
describe('5. the post is on the Bluesky server', () => posting(story));
describe('6. a reader opens the tracked link', () => clicking(story));
describe('7. the publisher looks at the figures', () => figures(story));
describe('8. the employee looks after what is theirs', () => home(story));
describe('every page fits a phone', () => onPhones(story));
describe('the operator stops and starts it', () => operating(story));
describe('9. the app is removed from Slack', () => uninstalling(story));
describe('throughout the story', () => throughout(story));
