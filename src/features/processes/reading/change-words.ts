import { compare, type StepChange } from '../versions/diff.ts';
import type { Part } from '../versions/text-diff.ts';
import type { Content } from '../writing/content.ts';

/** More lines than anybody reads in a message. */
const mostLines = 8;
const longest = 160;

/** What is different between two versions, as a few lines of a message. The page shows all of it. */
export function changeLines(before: Content, after: Content, nameOf: (id: string) => string): readonly string[] {
  const { title, body, steps } = compare(before, after, nameOf);
  const lines = [
    ...(title === null ? [] : [`It was called “${before.title}”.`]),
    ...(body === null ? [] : [textLine(body)]),
    ...steps.map(stepLine),
  ];
  if (lines.length <= mostLines) return lines;
  return [...lines.slice(0, mostLines - 1), `… and ${lines.length - mostLines + 1} more changes.`];
}

function textLine(parts: readonly Part[]): string {
  const of = (kind: Part['kind']) =>
    parts
      .filter((part) => part.kind === kind)
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join(' … ');
  const [added, removed] = [of('added'), of('removed')];
  const told = [...(added === '' ? [] : [`new: ${cut(added)}`]), ...(removed === '' ? [] : [`gone: ${cut(removed)}`])];
  return `Text${told.length === 0 ? ' changed.' : `, ${told.join('; ')}`}`;
}

function stepLine(change: StepChange): string {
  const { number, step } = change;
  const name = `Step ${number}, “${cut(step.title)}”`;
  if (change.kind !== 'kept') return `${name}, is ${change.kind === 'added' ? 'new' : 'gone'}.`;
  const moved = change.movedFrom === null ? [] : [`was step ${change.movedFrom}`];
  const facts = change.changes.map(({ what }) => what.toLowerCase());
  return `${name}: ${[...moved, ...(facts.length === 0 ? [] : [`another ${facts.join(', ')}`])].join('; ')}.`;
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s?\S*$/, '')} …`;
}
