import { describe, expect, it } from 'vitest';
import { isOwnAddress, parseSession } from './api.ts';

describe('where the token goes', () => {
  const api = 'https://api.linkedin.com';
  it.each([
    ['https://www.linkedin.com/dms-uploads/C5?ca=1', api, true],
    ['https://api.linkedin.com/x', api, true],
    ['http://www.linkedin.com/x', api, false],
    ['https://linkedin.com.evil.example/x', api, false],
    ['https://evillinkedin.com/x', api, false],
    ['https://www.linkedin.com:8443/x', api, false],
    ['https://me@www.linkedin.com/x', api, false],
    ['nonsense', api, false],
    ['http://localhost:4200/up', 'http://localhost:4200', true],
    ['http://localhost:4201/up', 'http://localhost:4200', false],
    ['http://10.1.0.1/up', 'http://10.0.0.1', false],
  ])('%s, for %s: %s', (address, apiUrl, isOwn) => {
    expect(isOwnAddress(address, apiUrl)).toBe(isOwn);
  });

  it('is with a session of ours, or nowhere', () => {
    expect(() => parseSession('{"access":"","author":"urn:li:person:1"}')).toThrow();
    expect(parseSession('{"access":"a","author":"urn:li:person:1"}').author).toBe('urn:li:person:1');
  });
});
