import { readMarkdown } from './read-markdown.ts';
import type { RichNode } from './rich-text.ts';
import { blocksOf, formatMarkdown } from './write-markdown.ts';

/**
 * What stands in the editor, as Markdown that reads as the same letters. Marks that touch each other in ways which
 * Markdown's parsers take apart wrongly (a struck word right behind an underscore within bold) are left out of the
 * block that they stand in: a lost mark is seen and set again, letters in another order are not.
 */
export function writeMarkdown(document: RichNode): string {
  const written = write(document);
  if (isKept(document, written)) return written;
  return write({ ...document, content: (document.content ?? []).map(writableBlock) });
}

function writableBlock(block: RichNode): RichNode {
  const alone = { type: 'doc', content: [block] };
  return isKept(alone, write(alone)) ? block : unmarked(block);
}

const write = (document: RichNode) => formatMarkdown({ type: 'root', children: blocksOf(document) });

const isKept = (document: RichNode, written: string) => letters(readMarkdown(written)) === letters(document);

/** Spaces at the ends of lines are the format's own to keep or to leave. */
function letters({ text = '', content = [] }: RichNode): string {
  return text.replaceAll(/\s+/g, '') + content.map(letters).join('');
}

function unmarked({ marks: _, content, ...node }: RichNode): RichNode {
  return content === undefined ? node : { ...node, content: content.map(unmarked) };
}
