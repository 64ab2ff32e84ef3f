import fc from 'fast-check';
import { expect, test } from 'vitest';
import { added, type Keep, keptAs, readQueue, type Sent, sendAll, type Waiting, without } from './queue.ts';

const entry = (id: string, given: Partial<Waiting> = {}): Waiting => ({
  ...{ id, runId: 'r', stepId: `step ${id}`, doneAt: '2026-05-04T09:00:00Z', value: null, choice: null, words: '' },
  ...{ pictureId: null, refused: null },
  ...given,
});

const keepIn = (kept: Readonly<Record<string, string>>): Keep => ({ getItem: (key) => kept[key] ?? null });

/** A queue in hand, and a server that does what it is told to. */
function device(answers: (entry: Waiting, turn: number) => Sent, start: readonly Waiting[]) {
  let queue = start;
  let turn = 0;
  const arrived: string[] = [];
  const go = () =>
    sendAll(
      () => queue,
      async (one) => {
        turn += 1;
        const sent = answers(one, turn);
        if (sent.kind === 'kept') arrived.push(one.id);
        return sent;
      },
      (change) => {
        queue = change(queue);
      },
    );
  return { go, arrived, queue: () => queue };
}

test('what was noted without a network is kept over a reload, for whoever noted it', () => {
  const queue = [entry('a'), entry('b', { value: 3.5 })];
  const keep = keepIn({ [keptAs('ana')]: JSON.stringify(queue) });
  expect(readQueue(keep, 'ana')).toEqual(queue);
  expect(readQueue(keep, 'bo')).toEqual([]);
  for (const broken of ['{', '[{"id":1}]']) {
    expect(readQueue(keepIn({ [keptAs('ana')]: broken }), 'ana')).toEqual([]);
  }
});

test('of one step there is one entry, the latest; others stay', () => {
  const queue = added(added([entry('a')], entry('b')), entry('c', { stepId: 'step a' }));
  expect(queue.map(({ id }) => id)).toEqual(['b', 'c']);
  expect(without(queue, 'b').map(({ id }) => id)).toEqual(['c']);
});

test('all is sent in the order in which it was done, and stops where the server is away', async () => {
  const away = device(
    (_one, turn) => (turn === 2 ? { kind: 'away' } : { kind: 'kept' }),
    [entry('a'), entry('b'), entry('c')],
  );
  await away.go();
  expect([away.arrived, away.queue().map(({ id }) => id)]).toEqual([['a'], ['b', 'c']]);
  await away.go();
  expect([away.arrived, away.queue()]).toEqual([['a', 'b', 'c'], []]);
});

test('what is refused stays with its reason, is not sent again by itself, and holds nothing up', async () => {
  const refusing = device(
    ({ id }) =>
      id === 'a' ? { kind: 'refused', code: 'done_already', sentence: 'Bo has done it.' } : { kind: 'kept' },
    [entry('a'), entry('b')],
  );
  await refusing.go();
  await refusing.go();
  expect(refusing.arrived).toEqual(['b']);
  expect(refusing.queue()).toEqual([entry('a', { refused: { code: 'done_already', sentence: 'Bo has done it.' } })]);
});

test('nothing is lost, whatever the network does', async () => {
  const outcome = fc.constantFrom<Sent['kind']>('kept', 'away', 'refused');
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(outcome), fc.nat(6), fc.nat(12), async (outcomes, count, rounds) => {
      const ids = Array.from({ length: count }, (_, index) => `${index}`);
      const one = device(
        () => {
          const kind = outcomes.next().value;
          return kind === 'refused' ? { kind, code: 'x', sentence: 'No.' } : { kind };
        },
        ids.map((id) => entry(id)),
      );
      for (let round = 0; round < rounds; round += 1) await one.go();
      expect([...one.arrived, ...one.queue().map(({ id }) => id)].toSorted()).toEqual(ids);
    }),
  );
});
