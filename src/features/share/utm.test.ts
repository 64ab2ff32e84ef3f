import { expect, it } from 'vitest';
import { filledUtm } from './utm.ts';

const filling = { network: 'linkedin', title: 'Our First Électric Ferry – at last!', campaign: 'Open Harbour Day' };

it('fills in the network and the request, wherever they stand', () => {
  const utm = { source: '{network}', medium: 'advocacy', campaign: 'spring_{request}_{network}' };
  expect(filledUtm(utm, filling)).toEqual({
    source: 'linkedin',
    medium: 'advocacy',
    campaign: 'spring_our-first-electric-ferry-at-last_linkedin',
  });
});

it('leaves what it doesn’t know, and what is empty, as they were', () => {
  expect(filledUtm({ source: '{Network} {who} $&', term: '' }, filling)).toEqual({
    source: '{Network} {who} $&',
    term: '',
  });
  expect(filledUtm({}, filling)).toEqual({});
});

it('fills in the campaign, and nothing without one', () => {
  expect(filledUtm({ campaign: '{campaign}', content: 'c_{campaign}' }, filling)).toEqual({
    campaign: 'open-harbour-day',
    content: 'c_open-harbour-day',
  });
  expect(filledUtm({ campaign: '{campaign}' }, { ...filling, campaign: '' }).campaign).toBe('');
});

it('takes no words of a title for placeholders', () => {
  expect(filledUtm({ campaign: '{request}' }, { ...filling, title: '{network} $1' })).toEqual({
    campaign: 'network-1',
  });
});

it('keeps titles of every script', () => {
  expect(filledUtm({ campaign: '{request}' }, { ...filling, title: '新しい フェリー' }).campaign).toBe(
    '新しい-フェリー',
  );
});
