import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { effectiveSettings, loadConfig, misspeltSettings, settings } from './index.ts';
import { isSecret } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'coact-config-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(contents: string): string {
  const path = join(folder, crypto.randomUUID());
  writeFileSync(path, contents);
  return path;
}

describe('a secret', () => {
  it('may come from a file', () => {
    const config = loadConfig({
      SLACK_SIGNING_SECRET_FILE: file('s3cret\n'),
      DATABASE_URL_FILE: file('postgres://coact:pw@db.example.com/coact'),
    });
    expect(config.slack.signingSecret).toBe('s3cret');
    expect(config.databaseUrl).toContain('db.example.com');
  });

  it.each([
    ['can’t be read', { SMTP_URL_FILE: '/nowhere/at/all' }, "SMTP_URL_FILE: /nowhere/at/all can't be read"],
    ['is empty', { SMTP_URL_FILE: file('\n') }, 'is empty'],
    ['is not needed', { SMTP_URL: 'smtp://a.example', SMTP_URL_FILE: file('smtp://b.example') }, 'it is set twice'],
    ['holds something else', { DATABASE_URL_FILE: file('mysql://x/y') }, 'DATABASE_URL'],
  ])('whose file %s is refused with a sentence', (_what, environment, sentence) => {
    expect(() => loadConfig(environment)).toThrow(sentence);
  });

  it('is not told in the sentence that refuses it', () => {
    expect(() =>
      loadConfig({ DATABASE_URL_FILE: file(['mysql', '//coact', 'canary-password@x/y'].join(':')) }),
    ).toThrow(expect.objectContaining({ message: expect.not.stringContaining('canary-password') }));
  });

  it('is every setting with such a name', () => {
    const names = Object.keys(settings).filter(isSecret);
    expect(names).toEqual(expect.arrayContaining(['DATABASE_URL', 'SMTP_URL', 'SLACK_CLIENT_SECRET']));
    expect(names).not.toContain('PUBLIC_URL');
  });
});

describe('a misspelt setting', () => {
  it.each([
    ['DATABASE_URI', 'Did you mean DATABASE_URL?'],
    ['PUBLIC_ULR', 'Did you mean PUBLIC_URL?'],
    ['SLACK_SIGNING_SECRET_FIEL', 'Did you mean SLACK_SIGNING_SECRET_FILE?'],
    ['COACT_SPEED', 'is no setting of Coact'],
  ])('%s is told', (name, sentence) => {
    expect(misspeltSettings({ [name]: 'x' })).toEqual([expect.stringContaining(sentence)]);
  });

  it('is nothing of the surroundings', () => {
    const surroundings = {
      PATH: '/bin',
      HOME: '/root',
      NODE_OPTIONS: '',
      npm_config_cache: 'x',
      LC_ALL: 'C',
      SSH_TTY: 'x',
    };
    expect(misspeltSettings({ ...surroundings, PORT: '1', XDG_RUNTIME_DIR: 'x' })).toEqual([]);
  });
});

it('shows every setting as it takes effect, and no secret', () => {
  const found = effectiveSettings({
    PORT: '4100',
    SMTP_URL: 'smtp://user:canary@mail.example',
    SLACK_CLIENT_SECRET_FILE: '/run/secrets/slack',
  });
  expect(found).toHaveLength(Object.keys(settings).length);
  expect(found).toContainEqual({ name: 'PORT', value: '4100', from: 'environment' });
  expect(found).toContainEqual({ name: 'HOST', value: '127.0.0.1', from: 'default' });
  expect(found).toContainEqual({ name: 'SLACK_CLIENT_SECRET', value: '••••', from: 'file' });
  expect(found).toContainEqual({ name: 'DATABASE_URL', value: null, from: 'default' });
  expect(JSON.stringify(found)).not.toContain('canary');
});
