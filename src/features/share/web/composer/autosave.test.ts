import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAutosave, type SaveState } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function setUp(answer: (value: string, call: number) => Promise<void> | void, healing = true) {
  const saved: string[] = [];
  const states: SaveState['kind'][] = [];
  const autosave = createAutosave<string>({
    delay: 800,
    worthRetrying: () => healing,
    onState: (state) => states.push(state.kind),
    save: async (value) => {
      saved.push(value);
      await answer(value, saved.length);
    },
  });
  return { autosave, saved, states };
}

test('typing is saved once, after a pause', async () => {
  const { autosave, saved, states } = setUp(() => {});
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(500);
  autosave.change('ab');
  await vi.advanceTimersByTimeAsync(799);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual(['ab']);
  expect(states.at(-1)).toBe('saved');
});

test('a change while saving is saved afterwards, never at the same time', async () => {
  let release = (): void => {};
  const { autosave, saved } = setUp((_, call) =>
    call === 1 ? new Promise((resolve) => (release = resolve)) : undefined,
  );
  autosave.change('first');
  await vi.advanceTimersByTimeAsync(800);
  autosave.change('second');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved).toEqual(['first']);
  release();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toEqual(['first', 'second']);
});

test('a save that failed is tried again with growing pauses', async () => {
  const { autosave, saved, states } = setUp((_, call) => {
    if (call < 3) throw new Error('no network');
  });
  autosave.change('kept');
  await vi.advanceTimersByTimeAsync(800);
  expect(states.at(-1)).toBe('failed');
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(4_000);
  expect(saved).toEqual(['kept', 'kept', 'kept']);
  expect(states.at(-1)).toBe('saved');
});

test('what the server refuses is not sent again until it changes', async () => {
  const { autosave, saved } = setUp((value) => {
    if (value === 'bad') throw new Error('refused');
  }, false);
  autosave.change('bad');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual(['bad']);
  autosave.change('good');
  await vi.advanceTimersByTimeAsync(800);
  expect(saved).toEqual(['bad', 'good']);
});

test('flush saves at once and says whether the server has everything', async () => {
  const { autosave, saved } = setUp((value) => {
    if (value === 'bad') throw new Error('refused');
  }, false);
  autosave.change('now');
  expect(await autosave.flush()).toBe(true);
  expect(saved).toEqual(['now']);
  expect(await autosave.flush()).toBe(true);
  expect(saved).toEqual(['now']);
  autosave.change('bad');
  expect(await autosave.flush()).toBe(false);
});

test('after stop nothing runs by itself', async () => {
  const { autosave, saved } = setUp(() => {});
  autosave.change('x');
  autosave.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toEqual([]);
});

test('without a delay nothing is saved until it is flushed', async () => {
  const saved: string[] = [];
  const autosave = createAutosave<string>({
    delay: null,
    worthRetrying: () => true,
    onState: () => {},
    save: async (value) => void saved.push(value),
  });
  autosave.change('a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toEqual([]);
  expect(await autosave.flush()).toBe(true);
  expect(saved).toEqual(['a']);
});
