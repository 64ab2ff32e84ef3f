import { expect, test } from 'vitest';
import type { OfferedNetwork } from '../contract.ts';
import { isUsable, postingNotes, usualNetworks } from './offer.ts';

const limits = { text: 300, pictures: 4 };
const page = { carriesText: true, needsServer: false };
const linkedin: OfferedNetwork = {
  name: 'linkedin',
  limits,
  unavailable: 'No.',
  composer: { ...page, carriesText: false },
};
const facebook: OfferedNetwork = { ...linkedin, name: 'facebook' };
const x: OfferedNetwork = { name: 'x', limits, unavailable: 'No.', composer: page };
const threads: OfferedNetwork = { name: 'threads', limits, unavailable: 'No.', composer: null };
const bluesky: OfferedNetwork = { name: 'bluesky', limits, unavailable: null, composer: page };
const hashtags: string[] = [];
const networks = [linkedin, x, facebook, threads, bluesky];

test('a network is usable by an account or by its own page', () => {
  expect(networks.filter(isUsable).map(({ name }) => name)).toEqual(['linkedin', 'x', 'facebook', 'bluesky']);
});

test('a new request begins with the networks of the one before, as far as they can be used', () => {
  expect(usualNetworks({ networks, lately: ['threads', 'x'], hashtags })).toEqual(['x']);
});

test('the first request begins where people can connect, or else wherever they can post', () => {
  expect(usualNetworks({ networks, lately: [], hashtags })).toEqual(['bluesky']);
  expect(usualNetworks({ networks: [linkedin, x, threads], lately: [], hashtags })).toEqual(['linkedin', 'x']);
  expect(usualNetworks({ networks: [threads], lately: [], hashtags })).toEqual([]);
});

test('publishers hear where people will post by hand', () => {
  expect(postingNotes(networks, ['bluesky'])).toEqual([]);
  expect(postingNotes(networks, ['linkedin', 'facebook', 'x'])).toEqual([
    'People post on X by its own page, which Slack opens with the text filled in.',
    'LinkedIn and Facebook take the link alone: people paste the text themselves.',
  ]);
});
