import { describe, expect, test } from 'vitest';
import { employee, ownerOf, visitorOf } from '../../../../../test/support/answers.ts';
import { drawPage } from '../../../../../test/support/draw.tsx';

const visitor = [[['me'], visitorOf()]] as const;

describe('the link in a mail', () => {
  test('asks for a click, as mail scanners open links', async () => {
    const page = await drawPage('/sign-in/link?token=abc', visitor);
    expect(page.buttons).toContain('Sign in');
    expect(page.text).toContain('Close this page; nothing happens');
  });

  test('without its token leads to a fresh one', async () => {
    const page = await drawPage('/sign-in/link', visitor);
    expect(page.text).toContain('This link doesn’t work');
    expect(page.links).toContain('/sign-in');
  });
});

describe('the owner’s first link', () => {
  test('begins set-up', async () => {
    expect((await drawPage('/welcome?token=abc', visitor)).buttons).toContain('Set up your organisation');
  });

  test('used up, it says how to get another', async () => {
    const page = await drawPage('/welcome', visitor);
    expect(page.text).toContain('used or has ended');
    expect(page.text).toContain('started again');
  });
});

describe('the page of one’s own', () => {
  test('tells an employee what is in Slack, and leads to what is theirs here', async () => {
    const page = await drawPage('/me', [[['me'], employee]]);
    expect(page.text).toContain('Hello, Maya');
    expect(page.text).toContain('is in Slack');
    expect(page.buttons).toContain('Sign out');
    for (const own of ['/team/mine', '/processes', '/pay/me', '/people', '/profile', '/account']) {
      expect(page.links).toContain(own);
    }
    expect(page.buttons).not.toContain('To the dashboard');
  });

  test('leads a publisher back to the dashboard', async () => {
    expect((await drawPage('/me', [[['me'], ownerOf()]])).buttons).toContain('To the dashboard');
  });
});
