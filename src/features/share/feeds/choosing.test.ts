import { describe, expect, it } from 'vitest';
import { type Candidate, type ChoiceRules, chooseItems } from './choosing.ts';
import type { FeedItem } from './item.ts';

const now = new Date('2026-11-20T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
const addedAt = hours(-2);

const item = (name: string, publishedAt: Date | null = null, more: Partial<FeedItem> = {}): FeedItem => ({
  ...{ guid: null, link: `https://site.example/${name}`, title: name, description: '', author: '', categories: [] },
  ...{ publishedAt, pictureUrl: null, ...more },
});

const rules: ChoiceRules = { include: [], exclude: [], room: 100, since: addedAt, addedAt, alsoLast: 0, now };

function choose(items: readonly FeedItem[], more: Partial<ChoiceRules> = {}, known: readonly string[] = []) {
  const isKnown = (candidate: Candidate) => known.includes(candidate.item.title);
  const { taken, passed, ...choice } = chooseItems('f1', items, isKnown, { ...rules, ...more });
  const titles = (all: readonly Candidate[]) => all.map((candidate) => candidate.item.title);
  return { taken: titles(taken), passed: titles(passed), ...choice };
}

describe('at the first look', () => {
  const items = [item('c', hours(-1)), item('b', hours(-5)), item('a', hours(-9)), item('undated')];

  it('what was there before is passed over, what came since is taken', () => {
    expect(choose(items, { since: null })).toMatchObject({
      taken: ['c'],
      passed: ['b', 'a', 'undated'],
      since: addedAt,
    });
  });

  it('the last few are taken too where they are wanted, oldest first', () => {
    expect(choose(items, { since: null, alsoLast: 2 })).toMatchObject({ taken: ['b', 'c'], since: hours(-5) });
  });

  it('dates to come make nothing new', () => {
    expect(choose([item('later', hours(48))], { since: null })).toMatchObject({ taken: [], passed: ['later'] });
  });

  it('what finds no room stays to be taken, and is still new then', () => {
    const first = choose(items, { since: null, alsoLast: 3, room: 1 });
    expect(first).toMatchObject({ taken: ['c'], passed: ['undated'], held: 2 });
    const second = choose(items, { since: first.since, room: 1 }, ['c', ...first.passed]);
    expect(second).toMatchObject({ taken: ['b'], held: 1, passed: [] });
  });

  it('what the words keep out counts as there before', () => {
    expect(choose(items, { since: null, exclude: ['C'] })).toMatchObject({
      taken: [],
      passed: ['c', 'b', 'a', 'undated'],
    });
  });
});

describe('later', () => {
  it('what is not known is taken, dated, undated or ahead of its time', () => {
    const items = [item('new', hours(-1)), item('known', hours(-3)), item('undated'), item('early', hours(30))];
    expect(choose(items, {}, ['known']).taken.toSorted()).toEqual(['early', 'new', 'undated']);
  });

  it('what is old comes to light without being taken, with a day of grace', () => {
    const items = [item('yesterday', hours(-20)), item('old', hours(-30))];
    expect(choose(items)).toMatchObject({ taken: ['yesterday'], passed: ['old'] });
  });

  it('the newest are taken where there is no room for all', () => {
    const items = [item('a', hours(-3)), item('c', hours(-1)), item('b', hours(-2))];
    expect(choose(items, { room: 2 })).toMatchObject({ taken: ['b', 'c'], held: 1 });
    expect(choose(items, { room: 0 })).toMatchObject({ taken: [], held: 3, passed: [] });
    expect(choose(items, { room: -1 }).taken).toEqual([]);
  });

  it('undated items keep the order of the feed, whose first is the newest', () => {
    expect(choose([item('2'), item('1')], { room: 1 }).taken).toEqual(['2']);
  });

  it('an item without a link is counted and left', () => {
    expect(choose([item('x', null, { link: null })])).toMatchObject({ taken: [], withoutLink: 1 });
  });
});

describe('words', () => {
  const items = [
    item('Jobs at the yard'),
    item('ferry', null, { description: 'Größe' }),
    item('tea', null, { categories: ['Press'] }),
  ];

  it('let through what has one of them, in any case and anywhere', () => {
    expect(choose(items, { include: ['JOBS', 'press'] })).toMatchObject({
      taken: ['tea', 'Jobs at the yard'],
      filtered: 1,
    });
    expect(choose(items, { include: ['gro\u0308ße'] }).taken).toEqual(['ferry']);
  });

  it('keep out what has one of them, which is not remembered', () => {
    expect(choose(items, { exclude: ['jobs', 'größe'] })).toMatchObject({ taken: ['tea'], filtered: 2, passed: [] });
    expect(choose(items, { include: ['jobs'], exclude: ['yard'] }).taken).toEqual([]);
  });
});
