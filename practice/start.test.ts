import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choosePorts, freePort, usualPorts } from './ports.ts';
import type { Practice } from './practice.ts';
import { startPractice } from './start.ts';

describe('the practice workspace without Coact', () => {
  let practice: Practice;

  beforeAll(async () => {
    practice = await startPractice({ coact: false, coactUrl: 'http://localhost:3999', quiet: true });
  });
  afterAll(() => practice.close());

  it('answers at every address it names', async () => {
    const { coact, ...others } = practice.urls;
    expect(coact).toBe('http://localhost:3999');
    for (const url of Object.values(others)) expect((await fetch(url)).status).toBe(200);
    expect((await fetch(`${others.company}/news/first-electric-ferry/picture.png`)).status).toBe(200);
  });

  it('gives Coact an environment in which only practice servers may be reached', () => {
    const { env, ports } = practice;
    expect(env).toMatchObject({ PORT: '3999', PUBLIC_URL: 'http://localhost:3999', ALLOW_CHANGED_BASE_URLS: '1' });
    expect(env.SLACK_API_URL).toBe(`http://localhost:${ports.slack}/api/`);
    for (const port of [ports.pds, ports.mastodon]) {
      expect(env.EGRESS_ALLOW?.split(',')).toContain(`localhost:${port}`);
    }
    expect(env.MASTODON_SERVER_URL).toBe(practice.urls.mastodon);
    expect(env.EGRESS_ALLOW?.split(',')).toContain(new URL(env.LINKEDIN_API_URL ?? '').host);
    expect(env.EGRESS_ALLOW?.split(',')).toContain(new URL(env.X_API_URL ?? '').host);
    expect(env.EGRESS_ALLOW).not.toContain(String(ports.smtp));
  });

  it('has a start page with the nine steps, the people and how they sign in', async () => {
    const html = await (await fetch(practice.urls.start)).text();
    expect(html.match(/<li><h3>/g)).toHaveLength(9);
    for (const expected of ['all 46 people', 'Ana Ribeiro', 'ana.test', 'practice-harbour', practice.urls.mail]) {
      expect(html).toContain(expected);
    }
  });

  it('stops listening when closed, twice if need be', async () => {
    await practice.close();
    await practice.close();
    for (const url of Object.values(practice.urls)) await expect(fetch(url)).rejects.toThrow();
  });
});

describe('ports', () => {
  it('are the usual ones, except where somebody else has them', async () => {
    const mine = await freePort();
    const chosen = await choosePorts({ slack: mine }, usualPorts);
    expect(chosen.slack).toBe(mine);
    expect(new Set(Object.values(chosen)).size).toBe(Object.keys(usualPorts).length);
  });
});
