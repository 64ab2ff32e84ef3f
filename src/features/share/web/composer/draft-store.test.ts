import { expect, test } from 'vitest';
import { emptyForm } from './composer-form.ts';
import { createDraftStore, type LocalCopy, type Shelf } from './draft-store.ts';

function memoryShelf(): Shelf & { readonly map: Map<string, string> } {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key) => map.get(key) ?? null,
    setItem: (key, value) => void map.set(key, value),
    removeItem: (key) => void map.delete(key),
  };
}

const copy: LocalCopy = {
  form: { ...emptyForm(new Date('2025-11-21T12:00:00Z'), 'UTC'), title: 'Half a title' },
  requestId: null,
  at: '2025-11-21T12:00:00Z',
};

test('what was written is there after a reload', () => {
  const shelf = memoryShelf();
  createDraftStore(shelf).write(copy);
  expect(createDraftStore(shelf).read(null)).toEqual(copy);
});

test('drafts don’t mix', () => {
  const store = createDraftStore(memoryShelf());
  store.write(copy);
  expect(store.read('r1')).toBeNull();
  store.write({ ...copy, requestId: 'r1' });
  store.remove(null);
  expect(store.read(null)).toBeNull();
  expect(store.read('r1')?.form.title).toBe('Half a title');
});

test('a copy of another version or of broken text is ignored', () => {
  const shelf = memoryShelf();
  const store = createDraftStore(shelf);
  shelf.setItem('coact.draft.unsent', '{"form":{}}');
  expect(store.read(null)).toBeNull();
  shelf.setItem('coact.draft.unsent', '{');
  expect(store.read(null)).toBeNull();
});

test('a full or forbidden storage stops nobody from writing', () => {
  const broken = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const store = createDraftStore({ getItem: broken, setItem: broken, removeItem: broken });
  store.write(copy);
  store.remove(null);
  expect(store.read(null)).toBeNull();
});
