import { expect, test } from 'vitest';
import { trackedTarget, webAddress } from './tracked-url.ts';

const filling = { network: 'x', title: 'We sail', campaign: '' };

test('an address without scheme becomes https', () => {
  expect(webAddress('example.com/jobs')?.href).toBe('https://example.com/jobs');
  expect(webAddress(' http://example.com ')?.href).toBe('http://example.com/');
});

test('what is no web address is refused', () => {
  for (const typed of ['', 'hello', 'javascript:alert(1)', 'mailto:a@example.com', 'http://', 'data:text/html,x']) {
    expect(webAddress(typed)).toBeNull();
  }
});

test('UTM parameters join what the link has, and the fragment stays', () => {
  expect(
    trackedTarget(
      'https://example.com/a?x=1&utm_source=old#top',
      { source: 'bluesky', campaign: 'Spring launch' },
      filling,
    ),
  ).toBe('https://example.com/a?x=1&utm_source=bluesky&utm_campaign=Spring+launch#top');
});

test('empty parameters are left out', () => {
  expect(trackedTarget('https://example.com/', { source: ' ', medium: '' }, filling)).toBe('https://example.com/');
  expect(trackedTarget('', { source: 'x' }, filling)).toBeNull();
});

test('a parameter that nothing fills is left out', () => {
  const target = trackedTarget('https://example.com/', { source: 'x', campaign: '{campaign}' }, filling);
  expect(target).toBe('https://example.com/?utm_source=x');
});

test('placeholders become what they stand for', () => {
  expect(trackedTarget('https://example.com/', { source: '{network}', campaign: '{request}' }, filling)).toBe(
    'https://example.com/?utm_source=x&utm_campaign=we-sail',
  );
});
