import { describe, expect, it } from 'vitest';
import { readOptions } from './options.ts';

describe('the options of npm test', () => {
  it('mean everything when there are none', () => {
    expect(readOptions([])).toEqual({
      ok: true,
      options: { parts: ['checks', 'unit', 'postgres', 'journeys'], filters: [] },
    });
  });

  it('choose parts, run in their usual order', () => {
    expect(readOptions(['--only=postgres,checks'])).toMatchObject({ options: { parts: ['checks', 'postgres'] } });
  });

  it('leave the checks and the browser out for the files of a folder', () => {
    expect(readOptions(['src/platform/db'])).toMatchObject({
      options: { parts: ['unit', 'postgres'], filters: ['src/platform/db'] },
    });
  });

  it('run a journey in the browser only', () => {
    expect(readOptions(['test/journeys/share.test.ts'])).toMatchObject({ options: { parts: ['journeys'] } });
  });

  it.each(['--only=everything', '--fast'])('refuse %s with a sentence', (argument) => {
    expect(readOptions([argument])).toMatchObject({ ok: false, problem: expect.stringMatching(/\w+ .* \w+/) });
  });
});
