import { afterAll, describe } from 'vitest';
import { stopAtFirstFailure } from './one-story.ts';
import { devices, steppingUp } from './sign-in/devices.ts';
import { entering } from './sign-in/entering.ts';
import { inviting, withIssuer } from './sign-in/others.ts';
import { protecting } from './sign-in/protecting.ts';
import { beginSignInStory } from './sign-in/story.ts';
import { throughout } from './sign-in/throughout.ts';

// Coact as its own process, a certified OpenID provider, and Chromium with an authenticator of its own.
const story = await beginSignInStory();
afterAll(() => story[Symbol.asyncDispose]());
stopAtFirstFailure(story.browsers);

describe('1. the owner protects her account', () => protecting(story));
describe('2. every way in', () => entering(story));
describe('3. devices', () => devices(story));
describe('4. a fresh proof', () => steppingUp(story));
describe('5. an invited admin', () => inviting(story));
describe('6. the organisation’s own sign-in', () => withIssuer(story));
describe('throughout the story', () => throughout(story));
