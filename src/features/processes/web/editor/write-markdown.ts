import type { BlockContent, ListItem, PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { markOrder, type RichMark, type RichNode } from './rich-text.ts';

/** A tree as Markdown, always in the same way, so that two versions differ only in what was changed. */
export function formatMarkdown(root: Root): string {
  return toMarkdown(root, {
    bullet: '-',
    rule: '-',
    fences: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false })],
  }).trimEnd();
}

/** The blocks of a document as a tree. */
export function blocksOf({ content = [] }: RichNode): RootContent[] {
  return content.flatMap(blockOf);
}

function blockOf(node: RichNode): BlockContent[] {
  const { type, attrs = {}, content = [] } = node;
  switch (type) {
    case 'paragraph':
      return content.length > 0 ? [{ type: 'paragraph', children: phrases(content) }] : [];
    case 'heading':
      return [{ type: 'heading', depth: depthOf(attrs.level), children: phrases(content) }];
    case 'blockquote':
      return [{ type: 'blockquote', children: content.flatMap(blockOf) }];
    case 'bulletList':
    case 'orderedList': {
      const children = content.map(
        (item): ListItem => ({ type: 'listItem', spread: false, children: (item.content ?? []).flatMap(blockOf) }),
      );
      const ordered = type === 'orderedList';
      return [
        { type: 'list', ordered, spread: false, children, ...(ordered ? { start: Number(attrs.start ?? 1) } : {}) },
      ];
    }
    case 'codeBlock':
      return [
        { type: 'code', lang: typeof attrs.language === 'string' ? attrs.language : null, value: plain(content) },
      ];
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }];
    case 'image':
      return [
        { type: 'paragraph', children: [{ type: 'image', url: String(attrs.src), alt: String(attrs.alt ?? '') }] },
      ];
    case 'table':
      return [tableOf(content)];
    default:
      return [];
  }
}

/** A table has no way to write a backslash before a bar in code: there it is plain text, letter for letter. */
function writable(node: RichNode): RichNode {
  return node.text?.includes('\\|')
    ? { ...node, marks: (node.marks ?? []).filter(({ type }) => type !== 'code') }
    : node;
}

function depthOf(level: unknown): 1 | 2 | 3 | 4 {
  return level === 1 || level === 2 || level === 3 ? level : 4;
}

const plain = (content: readonly RichNode[]) => content.map(({ text = '' }) => text).join('');

function tableOf(rows: readonly RichNode[]): Table {
  const cellOf = ({ content = [] }: RichNode): TableCell => ({
    type: 'tableCell',
    children: phrases(content.map(writable)),
  });
  return {
    type: 'table',
    children: rows.map(({ content = [] }) => ({ type: 'tableRow', children: content.map(cellOf) })),
  };
}

/** Stretches with the same outermost mark go into it together, then the same within. */
function phrases(nodes: readonly RichNode[], order: readonly string[] = markOrder): PhrasingContent[] {
  const [outermost, ...inner] = order;
  if (outermost === undefined) return nodes.flatMap(leafOf);
  const found: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const mark = markOf(nodes[index], outermost);
    let end = index + 1;
    while (end < nodes.length && JSON.stringify(markOf(nodes[end], outermost)) === JSON.stringify(mark)) end += 1;
    const children = phrases(nodes.slice(index, end), inner);
    if (mark === undefined) found.push(...children);
    else found.push(marked(mark, children));
    index = end;
  }
  return found;
}

const markOf = (node: RichNode | undefined, type: string) => node?.marks?.find((mark) => mark.type === type);

function marked({ type, attrs }: RichMark, children: PhrasingContent[]): PhrasingContent {
  if (type === 'link') return { type: 'link', url: String(attrs?.href ?? ''), children };
  if (type === 'bold') return { type: 'strong', children };
  return type === 'italic' ? { type: 'emphasis', children } : { type: 'delete', children };
}

function leafOf({ type, text = '', marks = [] }: RichNode): PhrasingContent[] {
  if (type === 'hardBreak') return [{ type: 'break' }];
  if (marks.some((mark) => mark.type === 'code')) return [{ type: 'inlineCode', value: text }];
  return [{ type: 'text', value: text }];
}
