import { expect, it } from 'vitest';
import { writeMarkdown } from '../web/editor/kept-markdown.ts';
import { readMarkdown } from '../web/editor/read-markdown.ts';
import { unfinished } from '../writing/content.ts';
import { contentShape } from '../writing/shapes.ts';
import { contentOf, templates } from './templates.ts';

const made = (index: number) => contentOf(templates[index] ?? never(), () => crypto.randomUUID());
function never(): never {
  throw new Error('there is no such template');
}

it.each(templates.map(({ name }, index) => [name, index] as const))('%s can be published as it is', (_name, index) => {
  const content = made(index);
  expect(unfinished(content)).toBeNull();
  expect(contentShape.parse(content)).toEqual(content);
  const read = readMarkdown(content.body);
  expect(readMarkdown(writeMarkdown(read))).toEqual(read);
});

it('there is one for each thing that every organisation has', () => {
  expect(templates.map(({ name }) => name)).toEqual([
    ...['opening', 'closing', 'cash-count', 'cleaning', 'incident', 'onboarding'],
    ...['evacuation-drill', 'key-rotation', 'restore-drill'],
  ]);
});

it('a decision leads to the step that it names, and two processes share no step', () => {
  const [first, second] = [made(2), made(2)];
  const decision = first.steps.find(({ kind }) => kind === 'decide');
  expect(decision?.choices.map(({ next }) => first.steps.findIndex(({ id }) => id === next))).toEqual([5, -1]);
  expect(first.steps.filter(({ id }) => second.steps.some((step) => step.id === id))).toEqual([]);
});
