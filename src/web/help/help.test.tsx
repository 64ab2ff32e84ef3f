import { expect, test } from 'vitest';
import { drawPage } from '../../../test/support/draw.tsx';
import { findTopics } from './find-topics.ts';
import { anchorOf, topicOf } from './topic.ts';

const trades = topicOf(
  '../docs/using/trades.md',
  '# Trading shifts\n\nFor everybody. Ask *Ana* or [others](others.md).\n\n## The deadline\n\nUntil an hour before it begins.\n',
);
const naming = topicOf('names.md', '# Names\n\nEverybody is **called** what they like, from A Coruña to Zürich.\n');

test('a page has its title, for whom it is, and a part for each heading', () => {
  expect(trades).toMatchObject({
    ...{ name: 'trades', title: 'Trading shifts', begins: 'For everybody. Ask Ana or others.' },
    sections: [
      { heading: '', anchor: '', words: 'For everybody. Ask Ana or others.' },
      { heading: 'The deadline', anchor: 'the-deadline', words: 'Until an hour before it begins.' },
    ],
  });
  expect(anchorOf('What *you* can’t do')).toBe('what-you-can-t-do');
});

test('a search finds words from their beginning, whatever their accents and capitals', () => {
  const names = (typed: string) => findTopics([trades, naming], typed).map(({ topic }) => topic.name);
  expect(names('zurich')).toEqual(['names']);
  expect(names('CORUNA')).toEqual(['names']);
  expect(names('everyb')).toEqual(['trades', 'names']);
  expect(names('body')).toEqual([]);
  expect(names('deadline everybody')).toEqual([]);
  expect(names('  ')).toEqual([]);
});

test('a title counts more than a text, and says where in the page it is', () => {
  const [first] = findTopics([naming, trades], 'trading deadline');
  expect([first?.topic.name, first?.section.anchor]).toEqual(['trades', 'the-deadline']);
  expect(first?.excerpt).toBe('Until an hour before it begins.');
});

test('a long text is shown around what was found', () => {
  const long = topicOf('long.md', `# Long\n\n${'before '.repeat(60)}needle ${'after '.repeat(60)}`);
  const [found] = findTopics([long], 'needle');
  expect(found?.excerpt).toMatch(/^… before .*needle after .* …$/);
  expect(found?.excerpt.length).toBeLessThan(220);
});

test('the help lists its topics without asking who one is, and finds in them', async () => {
  const all = await drawPage('/help', []);
  expect(all.text).toContain('Making the schedule');
  expect(all.links).toContain('/help/privacy');
  const found = await drawPage('/help?q=second%20factor', []);
  expect(found.links.some((link) => link.startsWith('/help/signing-in'))).toBe(true);
  expect((await drawPage('/help?q=xyzzy', [])).text).toContain('Nothing found');
});

test('a topic is drawn with its tables, and its links lead to pages of the help', async () => {
  const page = await drawPage('/help/publishing', []);
  expect(page.text).toContain('Life of a request.');
  expect(page.text).not.toContain('| --- |');
  expect(page.links.filter((link) => link.includes('.md'))).toEqual([]);
  expect((await drawPage('/help/nonsense', [])).text).toContain('There is no page here');
});
