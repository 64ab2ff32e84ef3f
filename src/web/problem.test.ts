import { expect, test } from 'vitest';
import { ApiFailure, failureFrom, fieldSentences, kindOf, sentenceOf, waitingTime, worthRetrying } from './problem.ts';

test('a problem’s detail is the sentence that is shown', () => {
  const failure = failureFrom(422, {
    title: 'Unprocessable',
    code: 'preview_too_large',
    detail: 'The page is larger than 2 MB.',
  });
  expect(sentenceOf(failure)).toBe('The page is larger than 2 MB.');
  expect(failure.code).toBe('preview_too_large');
  expect(failure.kind).toBe('refused');
});

test('an answer that is no problem document still gives a sentence', () => {
  expect(sentenceOf(failureFrom(502, '<html>Bad Gateway</html>'))).toMatch(/went wrong on our side/);
  expect(sentenceOf(failureFrom(429, null))).toMatch(/too many tries/);
  expect(sentenceOf(failureFrom(418, { detail: 7 }))).toMatch(/didn’t accept/);
});

test('every status has a kind', () => {
  expect([0, 401, 403, 404, 409, 422, 429, 500, 503].map(kindOf)).toEqual([
    'offline',
    'signed-out',
    'forbidden',
    'not-found',
    'refused',
    'refused',
    'too-many',
    'broken',
    'broken',
  ]);
});

test('field sentences are kept by path', () => {
  const failure = failureFrom(422, {
    detail: 'Check the form.',
    fields: { 'networks.bluesky.variants.0': 'Too long.' },
  });
  expect(fieldSentences(failure)).toEqual({ 'networks.bluesky.variants.0': 'Too long.' });
  expect(fieldSentences(new TypeError('x'))).toEqual({});
});

test('only missing answers and server errors are worth retrying', () => {
  expect(worthRetrying(new ApiFailure('offline', ''))).toBe(true);
  expect(worthRetrying(failureFrom(500, null))).toBe(true);
  expect(worthRetrying(failureFrom(403, null))).toBe(false);
  expect(worthRetrying(new Error('bug'))).toBe(false);
});

test('an unexpected exception never shows its own text', () => {
  expect(sentenceOf(new TypeError('x is undefined'))).not.toMatch(/undefined/);
});

test('too many tries say how long to wait, where the server does', () => {
  expect(sentenceOf(failureFrom(429, { detail: 'A lot at once.' }, 200))).toContain('Please wait 4 minutes');
  expect(sentenceOf(failureFrom(429, { detail: 'A lot at once.' }))).toBe('A lot at once.');
  expect([1, 59.2, 60, 61, 3600, 7000].map(waitingTime)).toEqual([
    '1 second',
    '60 seconds',
    '1 minute',
    '2 minutes',
    '1 hour',
    '2 hours',
  ]);
});

test('the ways to confirm that it’s you come along', () => {
  expect(failureFrom(403, { code: 'step_up_needed', methods: ['password'] }).methods).toEqual(['password']);
});

test('members that only some problems have reach whoever asked', () => {
  const body = { code: 'rules_broken', detail: 'This breaks a rule.', reasons: [{ words: 'Rest of 11 h' }] };
  expect(failureFrom(409, body).answer).toEqual(body);
});
