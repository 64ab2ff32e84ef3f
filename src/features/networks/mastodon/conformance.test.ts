import { startMastodonServer } from '../../../../test/support/mastodon/server.ts';
import { conforms } from '../../../../test/support/networks/conformance.ts';
import { connectorAt } from './connector.fixture.ts';

conforms({
  title: 'Mastodon',
  start: startMastodonServer,
  connect: (server, { fetch, timeoutMs }) => connectorAt({ url: `http://${server.places[0]}` }, { fetch, timeoutMs }),
  scopes: ['profile', 'write:statuses', 'write:media', 'read:search', 'write:favourites'],
  proofKey: true,
  publishes: /^POST \/api\/v1\/statuses$/,
  tokens: /^POST \/oauth\/token$/,
  uploads: /^POST \/api\/v2\/media$/,
  video: { uploads: /^POST \/api\/v2\/media$/, describes: true },
  sendsCard: false,
  session: 'renews',
  revokes: true,
  repeats: 'same',
  textOf: (units) => 'x'.repeat(units),
  tooMany: (seconds) => ({
    status: 429,
    headers: { 'x-ratelimit-reset': new Date(Date.now() + seconds * 1_000).toISOString() },
    body: { error: 'Too many requests' },
  }),
});
