import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { botEvents, slackManifest } from './manifest.ts';
import { uses } from './methods.ts';
import { featureScopes, missingScopes, neededScopes, requiredScopes, scopeReasons } from './scopes.ts';

const manifest = slackManifest('https://coact.example');

describe('scopes', () => {
  it('are exactly the agreed ones', () => {
    expect(requiredScopes).toEqual([
      'commands',
      'chat:write',
      'channels:read',
      'channels:join',
      'users:read',
      'users:read.email',
    ]);
    expect(manifest.oauth_config.scopes).toEqual({ bot: [...requiredScopes] });
  });

  it('are each needed by a call or a feature, and none is lacking', () => {
    expect([...neededScopes()].toSorted()).toEqual([...requiredScopes].toSorted());
  });

  it('stand in the manifest only with the feature that needs them', () => {
    expect(manifest.features.slash_commands).toHaveLength(1);
    expect(manifest.features.shortcuts.map(({ type }) => type)).toEqual(['message']);
    expect([featureScopes.slashCommand, featureScopes.messageShortcut]).toEqual(['commands', 'commands']);
    expect(Object.keys(botEvents).some((type) => type.startsWith('channel_'))).toBe(true);
    const needing = Object.keys(botEvents).filter((type) => !/^(app_|tokens_|channel_)/.test(type));
    expect([needing, featureScopes.memberEvents]).toEqual([['user_change'], 'users:read']);
  });

  it('are explained in plain words', () => {
    for (const { reason, never } of scopeReasons) {
      expect(reason).toMatch(/^[A-Z].{20,}\.$/);
      expect(never).toMatch(/^Coact .+\.$/);
    }
  });

  it('tell what an older installation lacks', () => {
    expect(missingScopes(['commands', 'chat:write', 'channels:read', 'channels:join', 'users:read'])).toEqual([
      'users:read.email',
    ]);
  });
});

describe('calls', () => {
  const sources = readdirSync(import.meta.dirname)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => ({ file, text: readFileSync(new URL(file, import.meta.url), 'utf8') }));

  it('go through the one function that knows the table', () => {
    const sdkUsers = sources.filter(({ text }) => text.includes("'@slack/web-api'")).map(({ file }) => file);
    expect(sdkUsers).toEqual(['call.ts']);
  });

  it('are all made by the code: an entry of the table that nobody uses would ask for a scope in vain', () => {
    for (const use of Object.keys(uses)) {
      const users = sources.filter(({ file, text }) => file !== 'methods.ts' && text.includes(`'${use}'`));
      expect(
        users.map(({ file }) => file),
        use,
      ).not.toEqual([]);
    }
  });

  it('read an address in one place only', () => {
    const readers = sources.filter(({ file, text }) => file !== 'methods.ts' && text.includes("'readMemberEmail'"));
    expect(readers.map(({ file }) => file)).toEqual(['member-email.ts']);
    const callers = sources.filter(
      ({ file, text }) => file !== 'member-email.ts' && text.includes('fetchMemberEmail('),
    );
    expect(callers.map(({ file }) => file)).toEqual(['install.ts', 'slack.ts']);
  });
});

describe('manifest', () => {
  it('sends everything to one address of ours', () => {
    const to = 'https://coact.example/slack/events';
    expect(manifest.settings.event_subscriptions.request_url).toBe(to);
    expect(manifest.settings.interactivity).toEqual({ is_enabled: true, request_url: to });
    expect(manifest.features.slash_commands[0]).toMatchObject({ command: '/coact', url: to, should_escape: true });
    expect(manifest.oauth_config.redirect_urls).toEqual(['https://coact.example/slack/oauth_redirect']);
  });

  it('subscribes to what is handled', () => {
    expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual([
      'app_home_opened',
      'app_uninstalled',
      'channel_archive',
      'channel_deleted',
      'channel_rename',
      'channel_unarchive',
      'tokens_revoked',
      'user_change',
    ]);
  });

  it("keeps the manifest's limits", () => {
    expect(manifest.display_information.name.length).toBeLessThanOrEqual(35);
    expect(manifest.display_information.description.length).toBeLessThanOrEqual(140);
    expect(manifest.features.bot_user.display_name).toMatch(/^[a-z0-9-_.]{1,80}$/);
    expect(manifest.features.slash_commands[0]?.command.length).toBeLessThanOrEqual(32);
    for (const { name, callback_id, description } of manifest.features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(callback_id.length).toBeLessThanOrEqual(255);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });
});
