import type { Domain, ShortLink } from '../../src/features/links/web/contract.ts';

/** A short link as the server answers it. Each test changes what it is about. */
export function linkOf(change: Partial<ShortLink> = {}): ShortLink {
  return {
    id: '0190a000-0000-7000-8000-0000000000c1',
    network: 'bluesky',
    variant: 0,
    url: 'https://go.example/l/q7Hd2Kp',
    qrUrl: 'https://go.example/l/q7Hd2Kp?q',
    name: null,
    target: 'https://harbour.example/porto',
    endsAt: null,
    targetAfter: null,
    clicks: { total: 268, unique: 240, robots: 31, scans: 12 },
    ...change,
  };
}

/** A host of the organisation's own, as it is added. */
export function domainOf(change: Partial<Domain> = {}): Domain {
  return {
    id: '0190a000-0000-7000-8000-0000000000d1',
    host: 'go.harbour.example',
    state: 'pending',
    finding: 'unchecked',
    found: [],
    advice: 'Add the two records below where your DNS is kept, then check.',
    records: [
      { type: 'TXT', name: '_coact.go.harbour.example', value: 'coact-abc' },
      { type: 'CNAME', name: 'go.harbour.example', value: 'go.example' },
    ],
    isDefault: false,
    checkedAt: null,
    links: 0,
    ...change,
  };
}
