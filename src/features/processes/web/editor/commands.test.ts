import { expect, test } from 'vitest';
import { matching, slashBefore, slashCommands } from './commands.ts';

test('a slash opens the menu where a word begins, and nowhere else', () => {
  expect(slashBefore('/')).toEqual({ typed: '', length: 1 });
  expect(slashBefore('Before /tab')).toEqual({ typed: 'tab', length: 4 });
  for (const text of ['', 'and/or', 'https://x', '/tab ', '1/2'])
    expect([text, slashBefore(text)]).toEqual([text, null]);
});

test('a command is found by its name and by other words for it', () => {
  const found = (typed: string) =>
    matching(
      slashCommands(() => undefined),
      typed,
    ).map(({ label }) => label);
  expect(found('tab')).toEqual(['Table']);
  expect(found('PHO')).toEqual(['Picture']);
  expect(found('head')).toEqual(['Heading', 'Smaller heading']);
  expect(found('')).toHaveLength(10);
  expect(found('zzz')).toEqual([]);
});
