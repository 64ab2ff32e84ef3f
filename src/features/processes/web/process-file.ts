import type { Heading, List, ListItem, Root, RootContent } from 'mdast';
import { toString as wordsOf } from 'mdast-util-to-string';
import { doerWords, kindWords } from '../versions/diff.ts';
import type { Content } from '../writing/content.ts';
import { type Choice, limitWords, type Measure, type Step, stepKinds, toEnd } from '../writing/step.ts';
import { documentOf, parseMarkdown } from './editor/read-markdown.ts';
import { blocksOf, formatMarkdown } from './editor/write-markdown.ts';

/**
 * A process as a Markdown file that anybody can read: its title, its text, and under *Steps* a numbered list. What a step
 * is stands in a list within it: `Kind: Measure`, `Limits: 2 to 8 °C`.
 */
export function writeProcess(content: Content, nameOf: (id: string) => string): string {
  const items = content.steps.map((step) => itemOf(step, content.steps, nameOf));
  const list: List = { type: 'list', ordered: true, start: 1, spread: false, children: items };
  const root: Root = {
    type: 'root',
    children: [
      headingOf(1, content.title),
      ...treeOf(content.body),
      ...(items.length === 0 ? [] : [headingOf(2, stepsHeading), list]),
    ],
  };
  return `${formatMarkdown(root)}\n`;
}

const stepsHeading = 'Steps';
const headingOf = (depth: 1 | 2, value: string): Heading => ({
  type: 'heading',
  depth,
  children: [{ type: 'text', value }],
});
const treeOf = (markdown: string): RootContent[] => blocksOf(documentOf(parseMarkdown(markdown).children));

function itemOf(step: Step, steps: readonly Step[], nameOf: (id: string) => string): ListItem {
  const facts = [
    `Kind: ${kindWords[step.kind]}`,
    ...(step.doer.id === null ? [] : [`Who: ${doerWords(step, nameOf)}`]),
    ...(step.minutes === null ? [] : [`Minutes: ${step.minutes}`]),
    ...(step.measure === null ? [] : [`Limits: ${limitWords(step.measure)}`]),
    ...step.choices.map((choice) => `Choice: ${choice.label}${leadsTo(choice, steps)}`),
  ];
  const list: List = { type: 'list', ordered: false, spread: false, children: facts.map(lineOf) };
  const title = { type: 'paragraph', children: [{ type: 'text', value: step.title }] } as const;
  const text = treeOf(step.text) as ListItem['children'];
  return { type: 'listItem', spread: true, children: [{ ...title, children: [...title.children] }, list, ...text] };
}

const lineOf = (value: string): ListItem => ({
  type: 'listItem',
  spread: false,
  children: [{ type: 'paragraph', children: [{ type: 'text', value }] }],
});

function leadsTo({ next }: Choice, steps: readonly Step[]): string {
  if (next === null) return '';
  return next === toEnd ? ' → end' : ` → ${steps.findIndex(({ id }) => id === next) + 1}`;
}

/** Reads such a file. Other people's Markdown is all text, but for a first heading as title and a list under *Steps*. */
export function readProcess(markdown: string, newId: () => string): Content {
  const { children } = parseMarkdown(markdown);
  const [first] = children;
  const isTitled = first?.type === 'heading' && first.depth === 1;
  const rest = isTitled ? children.slice(1) : children;
  const at = rest.findIndex((node, index) => {
    const next = rest[index + 1];
    return node.type === 'heading' && wordsOf(node) === stepsHeading && next?.type === 'list' && next.ordered === true;
  });
  const list = at < 0 ? undefined : rest[at + 1];
  const read = list?.type === 'list' ? list.children.map(readItem) : [];
  const ids = read.map(newId);
  const body = at < 0 ? rest : [...rest.slice(0, at), ...rest.slice(at + 2)];
  return {
    title: isTitled ? wordsOf(first).slice(0, 120) : '',
    body: formatMarkdown({ type: 'root', children: blocksOf(documentOf(body)) }),
    steps: read.map(({ targets, ...step }, index) => ({
      ...{ id: ids[index] ?? '', ...step },
      choices: step.choices.map((choice, which) => ({ ...choice, next: placeOf(targets[which] ?? null, ids) })),
    })),
  };
}

function placeOf(target: string | null, ids: readonly string[]): string | null {
  return target === null || target === toEnd ? target : (ids[Number(target) - 1] ?? null);
}

type ReadStep = Omit<Step, 'id'> & { readonly targets: readonly (string | null)[] };

const fact = /^(Kind|Who|Minutes|Limits|Choice): (.*)$/s;

function readItem({ children }: ListItem): ReadStep {
  const [first, second, ...others] = children;
  const lines = second?.type === 'list' && !second.ordered ? second.children.map((item) => wordsOf(item)) : [];
  const isFacts = lines.length > 0 && lines.every((line) => fact.test(line));
  const of = (name: string) =>
    isFacts ? lines.flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : [])) : [];
  const [kindSaid = ''] = of('Kind');
  const [minutes] = of('Minutes');
  const [limits] = of('Limits');
  const choices = of('Choice').map((line) => /^(.*?)(?: → (end|\d+))?$/s.exec(line));
  const text = isFacts ? others : children.slice(1);
  return {
    kind: stepKinds.find((kind) => kindWords[kind] === kindSaid) ?? 'do',
    title: first === undefined ? '' : wordsOf(first).slice(0, 160),
    text: formatMarkdown({ type: 'root', children: blocksOf(documentOf(text)) }).slice(0, 4_000),
    // Names are not ids: who does it is chosen again.
    doer: { kind: 'anyone', id: null },
    minutes: minutes !== undefined && /^\d{1,4}$/.test(minutes) ? Number(minutes) : null,
    measure: limits === undefined ? null : readLimits(limits),
    choices: choices.map((found) => ({ label: found?.[1] ?? '', next: null })),
    targets: choices.map((found) => found?.[2] ?? null),
  };
}

const number = String.raw`(-?\d+(?:\.\d+)?)`;
const both = new RegExp(`^${number} to ${number}(?: (.*))?$`);
const one = new RegExp(`^exactly ${number}(?: (.*))?$`);
const oneEnd = new RegExp(`^at (least|most) ${number}(?: (.*))?$`);

function readLimits(words: string): Measure | null {
  const [, low, high, unit = ''] = both.exec(words) ?? [];
  if (low !== undefined && high !== undefined) return { unit, min: Number(low), max: Number(high) };
  const [, same, unitOfSame = ''] = one.exec(words) ?? [];
  if (same !== undefined) return { unit: unitOfSame, min: Number(same), max: Number(same) };
  const [, end, value, itsUnit = ''] = oneEnd.exec(words) ?? [];
  if (value === undefined) return null;
  return end === 'least'
    ? { unit: itsUnit, min: Number(value), max: null }
    : { unit: itsUnit, min: null, max: Number(value) };
}
