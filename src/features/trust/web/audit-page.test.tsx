import { describe, expect, test } from 'vitest';
import { ownerOf } from '../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../test/support/draw.tsx';
import { auditSearch, queryOf } from './audit-search.ts';
import type { Entry, EntryPage, Verification } from './contract.ts';
import { Details } from './entry-details.tsx';
import { Result } from './verify.tsx';

const entry = (change: Partial<Entry> = {}): Entry => ({
  seq: 7,
  at: '2026-05-04T22:30:00.000Z',
  actor: { kind: 'person', id: 'p1', name: 'Maya Lindqvist' },
  action: 'people.member_changed',
  sentence: '{actor} changed roles or state of {target}',
  reads: false,
  target: { kind: 'person', id: 'p2', name: 'Tom Okafor' },
  detail: { rolesBefore: 'employee', roles: 'publisher,employee' },
  previous: 'ab'.repeat(32),
  hash: 'cd'.repeat(32),
  ...change,
});

const acts = {
  acts: [
    {
      action: 'people.signed_in',
      group: 'people',
      sentence: '{actor} signed in',
      reads: false,
      target: 'person',
      fields: {},
    },
  ],
};

const directory = {
  people: [
    { id: 'p1', name: 'Maya Lindqvist' },
    { id: 'p2', name: 'Tom Okafor' },
  ],
};

const draw = (page: Partial<EntryPage> = {}, path = '/audit', search: object = {}) => {
  const answer = { entries: [entry()], next: null, head: { seq: 7, hash: 'cd'.repeat(32) }, ...page };
  return drawPage(path, [
    [['me'], ownerOf()],
    [['audit', 'acts'], acts],
    [['audit', 'people', ''], directory],
    [['audit', 'entries', search], { pages: [answer], pageParams: [null] }],
  ]);
};

test('an entry is a sentence with names, in the organisation’s time, UTC in its title', async () => {
  const page = await draw();
  expect(page.text).toContain('Maya Lindqvist changed roles or state of Tom Okafor');
  expect(page.text).toMatch(/4 May 2026|May 4, 2026/);
  expect(page.text).toMatch(/23:30|11:30/);
  expect(page.html).toContain('title="2026-05-04T22:30:00.000Z (UTC)"');
});

test('who is gone is a former member, and who only Slack knows has no name', async () => {
  const gone = { kind: 'person', id: 'p9', name: null };
  const nameless = { kind: 'person', id: 'p8', name: '' };
  const page = await draw({ entries: [entry({ actor: gone, target: nameless })] });
  expect(page.text).toContain('A former member changed roles or state of somebody from Slack');
});

test('a read is marked as one', async () => {
  expect((await draw({ entries: [entry({ reads: true })] })).text).toContain('Read Mon');
  expect((await draw()).text).not.toContain('Read Mon');
});

test('the head can be noted down, the chain verified, the log exported', async () => {
  const page = await draw();
  expect(page.text).toContain('7 entries, sealed');
  expect(page.buttons).toEqual(expect.arrayContaining(['Copy head', 'Verify', 'Export']));
});

test('earlier entries are a button away, where there are any', async () => {
  expect((await draw({ next: 3 })).buttons).toContain('Show earlier entries');
  expect((await draw()).buttons).not.toContain('Show earlier entries');
});

test('the address keeps the filters, and leaves out what is none', async () => {
  const page = await draw({ entries: [] }, '/audit?kind=reads&actor=p1', { kind: 'reads', actor: 'p1' });
  expect(page.text).toContain('Nothing like this');
  expect(page.html).toMatch(/aria-label="Who did it"[^>]* value="Maya Lindqvist"/);
  expect(page.buttons).toEqual(expect.arrayContaining(['Clear filters', 'Show everything']));
});

test('whose acts are looked for is told by name, or by id where nobody of that name is left', async () => {
  expect((await draw()).html).toMatch(/aria-label="Who did it" placeholder="Everybody"[^>]* value=""/);
  const operator = await draw({ entries: [] }, '/audit?actor=command-line', { actor: 'command-line' });
  expect(operator.html).toMatch(/aria-label="Who did it"[^>]* value="command-line"/);
  const gone = { kind: 'person', id: 'p9', name: null };
  const former = await draw({ entries: [entry({ actor: gone })] }, '/audit?actor=p9', { actor: 'p9' });
  expect(former.html).toMatch(/aria-label="Who did it"[^>]* value="A former member"/i);
});

test('what is no filter is left out of an address', () => {
  expect(auditSearch({ kind: 'all', actor: 'Ada Lovelace', from: 'yesterday', to: '2026-05-04' })).toEqual({
    to: '2026-05-04',
  });
  expect(queryOf({ kind: 'reads', actor: undefined }, { before: '7' })).toBe('?kind=reads&before=7');
});

test('it stands in the navigation of those who may look, and is where an auditor starts', async () => {
  expect((await draw()).links).toContain('/audit');
  const publisher = ownerOf({
    roles: ['publisher'],
    can: { manage: false, publish: true, approve: false, audit: false, people: false },
  });
  const page = await drawPage('/requests', [[['me'], publisher]]);
  expect(page.links).not.toContain('/audit');
});

describe('details', () => {
  const drawn = (change: Partial<Entry> = {}) =>
    drawPart(<Details entry={entry(change)} onFilter={() => undefined} />, [[['me'], ownerOf()]]);

  test('show each field, both hashes, and the time with its zone', () => {
    const { text } = drawn();
    for (const words of ['Roles before', 'employee', 'publisher, employee', 'cd'.repeat(32), 'ab'.repeat(32)]) {
      expect(text).toContain(words);
    }
    expect(text).toContain('Europe/Lisbon');
    expect(text).toContain('people.member_changed');
  });

  test('lead on to the same person, the same thing, or the request', () => {
    expect(drawn().buttons).toEqual(expect.arrayContaining(['Only by Maya Lindqvist', 'Only about this']));
    const request = { kind: 'request', id: 'r1', name: null };
    expect(drawn({ target: request }).links).toContain('/requests/r1');
  });
});

describe('the result of verifying', () => {
  const found: Verification = {
    ok: true,
    entries: 1204,
    head: { seq: 1204, hash: 'cd'.repeat(32) },
    heads: 30,
    brokenAt: null,
    problem: null,
    guardsMissing: [],
    verifiedAt: '2026-05-04T22:30:00.000Z',
  };

  test('says that all is as it was written', () => {
    const { text } = drawPart(<Result found={found} />);
    expect(text).toContain('All 1,204 entries are as they were written');
    expect(text).toContain('30 heads of earlier days agree');
  });

  test('says where it breaks, what that means and what to do', () => {
    const broken = { ...found, ok: false, entries: 11, brokenAt: 12, problem: 'this entry is not what was written' };
    const { text } = drawPart(<Result found={broken} />);
    expect(text).toContain('The log breaks at entry 12');
    expect(text).toContain('This entry is not what was written');
    expect(text).toContain('Tell whoever runs Coact');
  });

  test('does not call it well when the database’s guards are gone', () => {
    const { text } = drawPart(<Result found={{ ...found, guardsMissing: ['audit_entries_stay'] }} />);
    expect(text).toContain('guards were taken away');
    expect(text).toContain('audit_entries_stay');
  });
});
