import { expect, it } from 'vitest';
import { joinSurfaces } from './surface.ts';

const nothing = async () => ({});

it('finds a handler by its id, an exact one before a prefix', () => {
  const exact = async () => ({});
  const map = joinSurfaces([{ actions: { 'share.open:*': nothing, 'share.open:all': exact, 'share.help': nothing } }]);
  expect(map.find('actions', 'share.open:0192')).toBe(nothing);
  expect(map.find('actions', 'share.open:all')).toBe(exact);
  expect(map.find('actions', 'share.open')).toBeNull();
  expect(map.find('actions', 'share.opening:1')).toBeNull();
  expect(map.find('views', 'share.help')).toBeNull();
  expect(map.find('actions', '__proto__')).toBeNull();
});

it('refuses two slices for the same id', () => {
  expect(() => joinSurfaces([{ actions: { a: nothing } }, { actions: { a: nothing } }])).toThrow('two slices');
});

it('lets several slices take the same event', () => {
  const [one, two] = [async () => {}, async () => {}];
  const map = joinSurfaces([{ events: { channel_archive: one } }, { events: { channel_archive: two } }]);
  expect(map.events('channel_archive')).toEqual([one, two]);
  expect([...map.eventTypes]).toEqual(['channel_archive']);
});
