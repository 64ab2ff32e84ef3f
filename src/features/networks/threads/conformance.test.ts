import { conforms } from '../../../../test/support/networks/conformance.ts';
import { startThreads } from '../../../../test/support/threads/server.ts';
import { connectorAt } from './connector.fixture.ts';

conforms({
  title: 'Threads',
  start: startThreads,
  connect: (server, { fetch, timeoutMs }) => connectorAt(`http://${server.places[0]}`, { fetch, timeoutMs }),
  scopes: ['threads_basic', 'threads_content_publish'],
  proofKey: false,
  publishes: /^POST \/v1\.0\/\d+\/threads_publish$/,
  tokens: /^POST \/oauth\/access_token$/,
  uploads: null,
  video: { uploads: /^POST \/v1\.0\/\d+\/threads$/, describes: true },
  sendsCard: false,
  session: 'renews',
  revokes: false,
  repeats: 'same',
  textOf: (units) => 'x'.repeat(units),
  tooMany: (seconds) => ({
    status: 400,
    headers: { 'retry-after': String(seconds) },
    body: { error: { message: 'Application request limit reached', type: 'OAuthException', code: 4 } },
  }),
});
