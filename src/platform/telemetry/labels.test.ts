import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metrics, spans } from './instruments.ts';
import { KnownValues, looksLikeId, other } from './labels.ts';

const ids = [
  '018f3c1a-7b2e-7c11-8a44-2d1f0c9b7e55',
  'U024BE7LH',
  'T1A2B3C4D',
  'ana@example.com',
  'did:plc:z72i7hdynmk6r22z27h6tvur',
  '203.0.113.7',
  '2001:db8::7',
  ['xoxb', '1234567890', 'abcdefghij'].join('-'),
  'v4kQ9xT2mWb0ZcR8sLpE7yHn',
  '/api/requests/018f3c1a-7b2e-7c11-8a44-2d1f0c9b7e55',
  '20260504',
  'Ana Maria Silva',
  'x'.repeat(81),
];

const names = [
  '/api/requests/{id}/send',
  '/api/slack/events',
  '/*',
  'share.post_share',
  'sign-in-guess-anywhere',
  'public.api.bsky.app',
  '*.host.bsky.network',
  'cognito-idp.eu-west-1.amazonaws.com',
  'bluesky',
  '0.1.0',
  'GET',
  '2xx',
];

describe('a value of a label', () => {
  it.each(ids)('is not %s', (id) => {
    expect(looksLikeId(id)).toBe(true);
    expect(() => new KnownValues().add('job', [id])).toThrow(RangeError);
  });

  it.each(names)('may be %s', (name) => {
    expect(looksLikeId(name)).toBe(false);
  });

  it('is never a random id, whatever its letters', () => {
    fc.assert(fc.property(fc.uuid(), (id) => looksLikeId(id)));
    fc.assert(fc.property(fc.emailAddress(), (address) => looksLikeId(address)));
    fc.assert(fc.property(fc.ipV4(), (address) => looksLikeId(address)));
  });

  it('is of its set, or "other"', () => {
    const known = new KnownValues();
    known.add('host', ['slack.com', '*.host.bsky.network']);
    expect(known.within({ among: 'host' }, 'slack.com')).toBe('slack.com');
    expect(known.within({ among: 'host' }, 'host.bsky.network')).toBe(other);
    expect(known.within({ among: 'host' }, 'morel.us-east.host.bsky.network')).toBe('*.host.bsky.network');
    expect(known.within({ among: 'host' }, 'ana.example')).toBe(other);
    expect(known.within({ among: 'job' }, 'slack.com')).toBe(other);
    expect(known.within(['posted'], 'posted')).toBe('posted');
  });

  it('stands under a declared name', () => {
    const labels = new KnownValues().closed({ outcome: ['done'] }, { outcome: 'done', person: 'ana' });
    expect(labels).toEqual({ outcome: 'done' });
  });

  it('comes from no prototype', () => {
    expect(new KnownValues().within({ among: ['GET'] }, '__proto__')).toBe(other);
    expect(new KnownValues().closed({ outcome: ['done'] }, {})).toEqual({});
  });
});

it('no declared value looks like an id', () => {
  const domains = [...Object.values(metrics), ...Object.values(spans)].flatMap((one) => Object.values(one.attributes));
  const values = domains.flatMap((domain) => {
    const listed: unknown = 'among' in domain ? domain.among : domain;
    return Array.isArray(listed) ? listed.map(String) : [];
  });
  expect(values.length).toBeGreaterThan(20);
  expect(values.filter(looksLikeId)).toEqual([]);
});
