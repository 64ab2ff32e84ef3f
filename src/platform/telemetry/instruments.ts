import type { Attributes, Domains } from './labels.ts';

const methods = { among: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] } as const;
const statusClasses = { among: ['1xx', '2xx', '3xx', '4xx', '5xx'] } as const;
const route = { 'http.request.method': methods, 'http.route': { among: 'route' } } as const;
const job = { 'coact.job': { among: 'job' } } as const;
/** In which role a unit of work acts: for one organisation, for look-ups before it is known, for tables without one. */
const role = ['organisation', 'directory', 'owner'] as const;
const jobOutcomes = ['done', 'retried', 'failed', 'later'] as const;
/** Only hosts that the operator configured have a name; where a link or a person's own server leads is nobody's business. */
const host = { 'server.address': { among: 'host' } } as const;

/** A sum that only grows: a plain integer in memory, read when somebody asks for the metrics. */
const counter = <const D extends Domains>(unit: string, description: string, attributes: D) =>
  ({ kind: 'counter', unit, description, attributes }) as const;
/** What is so just now, asked for when somebody asks for the metrics. */
const gauge = <const D extends Domains>(unit: string, description: string, attributes: D) =>
  ({ kind: 'gauge', unit, description, attributes }) as const;
/** How long things took, in seconds. */
const histogram = <const D extends Domains>(description: string, attributes: D) =>
  ({ kind: 'histogram', unit: 's', description, attributes }) as const;

/**
 * Every metric there is, with every attribute that it may have. Nothing else can be recorded: names and attributes are
 * types, and values outside their domain become `_OTHER`. docs/operating/monitoring.md shows this list.
 */
export const metrics = {
  'http.server.request.duration': histogram('Time to the head of the answer. Short links are counted apart.', {
    ...route,
    'http.response.status_class': statusClasses,
  }),
  'coact.redirect.requests': counter('{request}', 'Requests for short links, by what was answered.', {
    outcome: ['redirected', 'page'],
  }),
  'coact.click.counted': counter('{click}', 'Clicks brought into the database.', { visitor: ['person', 'robot'] }),
  'coact.click.backlog': gauge('{click}', 'Clicks of this process not yet in the database.', {}),
  'coact.click.backlog.files': gauge('{file}', 'Journal files of this process not yet in the database.', {}),
  'coact.share.attempts': counter('{attempt}', 'Shares handed to a network, by what came of it.', {
    network: { among: 'network' },
    outcome: ['posted', 'rejected', 'reconnect', 'not_connected', 'later', 'unknown', 'unsure', 'by_hand'],
  }),
  'coact.job.duration': histogram('Jobs done in this process, by how they ended.', { ...job, outcome: jobOutcomes }),
  'coact.job.waiting': gauge('{job}', 'Jobs that wait, those for later included; the same from every process.', job),
  'coact.job.oldest_due': gauge(
    's',
    'How long the longest waiting job has been due; the same from every process.',
    job,
  ),
  'http.client.request.duration': histogram('Requests to other servers.', {
    ...host,
    'http.response.status_class': statusClasses,
    outcome: ['answered', 'refused'],
  }),
  'coact.database.unit_of_work.duration': histogram('Units of work, with the wait for a connection.', {
    role,
    outcome: ['committed', 'rolled_back'],
  }),
  'db.client.connection.count': gauge('{connection}', 'Connections to PostgreSQL; none on the embedded database.', {
    'db.client.connection.state': ['used', 'idle'],
  }),
  'db.client.connection.pending_requests': gauge('{request}', 'Units of work that wait for a connection.', {}),
  'coact.live.streams': gauge('{stream}', 'Open pages that are told of changes.', {}),
  'coact.sign_in.attempts': counter('{attempt}', 'Steps of signing in, by method and how they ended.', {
    method: ['link', 'password', 'passkey', 'slack', 'oidc', 'second_factor'],
    outcome: ['entered', 'second_factor_asked', 'confirmation_asked', 'refused'],
  }),
  'coact.limit.refusals': counter('{request}', 'Calls turned away because there were too many, by limit.', {
    limit: { among: 'limit' },
  }),
  'coact.vault.operations': counter('{operation}', 'Values sealed and opened.', { operation: ['seal', 'open'] }),
  'coact.backup.known': gauge('1', '1 when there is a finished backup in BACKUP_DIR, else 0.', {}),
  'coact.backup.age': gauge('s', 'Age of the last finished backup; absent when there is none.', {}),
  'nodejs.eventloop.delay.p50': gauge('s', 'Lag of the event loop since the last look, median.', {}),
  'nodejs.eventloop.delay.p99': gauge('s', 'The same, 99th percentile.', {}),
  'nodejs.eventloop.delay.max': gauge('s', 'The same, longest.', {}),
  'nodejs.eventloop.utilization': gauge('1', 'Share of the time since the last look in which the loop was busy.', {}),
  'v8js.memory.heap.used': gauge('By', 'Memory used by objects.', {}),
  'v8js.memory.heap.limit': gauge('By', 'The most that the heap may grow to.', {}),
  'process.memory.usage': gauge('By', 'Physical memory of the process.', {}),
  'process.cpu.time': counter('s', 'Processor time used.', { 'cpu.mode': ['user', 'system'] }),
  'process.uptime': gauge('s', 'Time since the start of the process.', {}),
  'coact.build': gauge('1', 'Always 1: which version runs, and what the process does.', {
    version: { among: 'version' },
    process: ['serve', 'work'],
  }),
} as const;

export type Metrics = typeof metrics;
export type MetricName = keyof Metrics;
type OfKind<Kind> = { [Name in MetricName]: Metrics[Name]['kind'] extends Kind ? Name : never }[MetricName];
export type CounterName = OfKind<'counter'>;
export type HistogramName = OfKind<'histogram'>;
/** What is read at the moment that somebody asks; sums that are kept elsewhere too. */
export type ObservedName = OfKind<'gauge' | 'counter'>;
export type MetricAttributes<Name extends MetricName> = Attributes<Metrics[Name]['attributes']>;

/**
 * Every kind of span there is. `root` begins a trace of its own: nobody outside decides what is traced here, and a job
 * is never tied to the request that enqueued it. The others stand only within one. `name` lists the attributes that the
 * span is called by.
 */
export const spans = {
  'http.request': {
    root: true,
    kind: 'server',
    name: ['http.request.method', 'http.route'],
    attributes: { ...route, 'http.response.status_class': statusClasses },
  },
  job: { root: true, kind: 'consumer', name: ['coact.job'], attributes: { ...job, outcome: jobOutcomes } },
  'database.unit_of_work': {
    root: false,
    kind: 'client',
    name: ['role'],
    attributes: { 'db.system.name': ['postgresql'], role },
  },
  egress: {
    root: false,
    kind: 'client',
    name: ['server.address'],
    attributes: { ...host, 'http.request.method': methods, 'http.response.status_class': statusClasses },
  },
} as const;

export type SpanName = keyof typeof spans;
export type SpanAttributes<Name extends SpanName> = Partial<Attributes<(typeof spans)[Name]['attributes']>>;

/** `2xx` of 204. */
export const statusClass = (status: number): string => `${Math.floor(status / 100)}xx`;
