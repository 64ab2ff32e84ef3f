import type { Nodes, PhrasingContent, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { markOrder, ownPicture, type RichMark, type RichNode, safeLink } from './rich-text.ts';
import { formatMarkdown } from './write-markdown.ts';

/** Markdown as the tree that it is. */
export function parseMarkdown(markdown: string): Root {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** What a Markdown text is in the editor. What the editor has no form for stays as its words. */
export function readMarkdown(markdown: string): RichNode {
  return documentOf(parseMarkdown(markdown).children);
}

/** Some of a tree as a document of its own. */
export function documentOf(nodes: readonly RootContent[]): RichNode {
  const content = nodes.flatMap(blockOf);
  return { type: 'doc', content: content.length > 0 ? content : [{ type: 'paragraph' }] };
}

function blockOf(node: RootContent): RichNode[] {
  switch (node.type) {
    case 'paragraph':
      return paragraphs(inlineOf(node.children, []));
    case 'heading':
      return [
        {
          type: 'heading',
          attrs: { level: Math.min(node.depth, 4) },
          ...holding(textOnly(inlineOf(node.children, []))),
        },
      ];
    case 'blockquote':
      return [{ type: 'blockquote', content: filled(node.children.flatMap(blockOf)) }];
    case 'list': {
      const items = node.children.map((item) => ({
        type: 'listItem',
        content: itemOf(item.children.flatMap(blockOf)),
      }));
      return [
        node.ordered
          ? { type: 'orderedList', attrs: { start: node.start ?? 1 }, content: items }
          : { type: 'bulletList', content: items },
      ];
    }
    case 'code':
      return [{ type: 'codeBlock', attrs: { language: node.lang ?? null }, ...holding(textOf(node.value, [])) }];
    case 'thematicBreak':
      return [{ type: 'horizontalRule' }];
    case 'table':
      return [tableOf(node)];
    case 'definition':
      return [];
    case 'html':
      return paragraphs(inlineOf(asTyped(node.value), []));
    default:
      return 'children' in node ? paragraphs(inlineOf(node.children as PhrasingContent[], [])) : [];
  }
}

/** A picture stands between paragraphs, so it ends one. */
function paragraphs(nodes: readonly RichNode[]): RichNode[] {
  const found: RichNode[] = [];
  let words: RichNode[] = [];
  const flush = () => {
    if (words.length > 0) found.push({ type: 'paragraph', content: words });
    words = [];
  };
  for (const node of nodes) {
    if (node.type !== 'image') words.push(node);
    else {
      flush();
      found.push(node);
    }
  }
  flush();
  return found;
}

const empty: RichNode = { type: 'paragraph' };
const filled = (blocks: readonly RichNode[]) => (blocks.length > 0 ? blocks : [empty]);
/** An item of a list begins with words. */
const itemOf = (blocks: readonly RichNode[]) => (blocks[0]?.type === 'paragraph' ? blocks : [empty, ...blocks]);
const holding = (content: readonly RichNode[]) => (content.length > 0 ? { content } : {});

/** Every row is as wide as the widest. */
function tableOf({ children }: Table): RichNode {
  const width = Math.max(...children.map((row) => row.children.length));
  const rows = children.map((row, index) => ({
    type: 'tableRow',
    content: Array.from({ length: width }, (_, column) => ({
      type: index === 0 ? 'tableHeader' : 'tableCell',
      ...holding(textOnly(inlineOf(row.children[column]?.children ?? [], []))),
    })),
  }));
  return { type: 'table', content: rows };
}

/** Where neither pictures nor new lines have a place, their words have. */
function textOnly(nodes: readonly RichNode[]): RichNode[] {
  return joined(
    nodes.flatMap((node) => {
      if (node.type === 'text') return [node];
      return textOf(node.type === 'hardBreak' ? ' ' : String(node.attrs?.alt ?? ''), []);
    }),
  );
}

function inlineOf(nodes: readonly PhrasingContent[], marks: readonly RichMark[]): RichNode[] {
  return joined(nodes.flatMap((node) => phraseOf(node, marks)));
}

function phraseOf(node: PhrasingContent, marks: readonly RichMark[]): RichNode[] {
  switch (node.type) {
    case 'text':
      return textOf(node.value.replaceAll('\n', ' '), marks);
    case 'strong':
      return inlineOf(node.children, withMark(marks, { type: 'bold' }));
    case 'emphasis':
      return inlineOf(node.children, withMark(marks, { type: 'italic' }));
    case 'delete':
      return inlineOf(node.children, withMark(marks, { type: 'strike' }));
    case 'inlineCode':
      // A line's end within code is a space: CommonMark 0.31, section 6.1.
      return textOf(node.value.replaceAll(/\r\n|[\r\n]/g, ' '), [{ type: 'code' }]);
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'link':
      return inlineOf(node.children, safeLink.test(node.url) ? withMark(marks, linkTo(node.url)) : marks);
    case 'image': {
      if (ownPicture.test(node.url)) return [{ type: 'image', attrs: { src: node.url, alt: node.alt ?? '' } }];
      return textOf(node.alt || node.url, safeLink.test(node.url) ? withMark(marks, linkTo(node.url)) : marks);
    }
    case 'html':
      return inlineOf(asTyped(node.value), marks);
    default:
      return textOf(wordsOf(node), marks);
  }
}

/** Markup of others as its words, addresses in it as links: what it is once it was written and read again. */
function asTyped(value: string): PhrasingContent[] {
  const words = { type: 'text', value: value.replaceAll('\n', ' ') } as const;
  const [read] = parseMarkdown(
    formatMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [words] }] }),
  ).children;
  return read?.type === 'paragraph' ? read.children : [words];
}

const linkTo = (href: string): RichMark => ({ type: 'link', attrs: { href } });

function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}

function withMark(marks: readonly RichMark[], mark: RichMark): RichMark[] {
  const all = [...marks.filter(({ type }) => type !== mark.type), mark];
  return markOrder.flatMap((type) => all.filter((one) => one.type === type));
}

function textOf(text: string, marks: readonly RichMark[]): RichNode[] {
  if (text === '') return [];
  return [marks.length > 0 ? { type: 'text', text, marks } : { type: 'text', text }];
}

/** Neighbours with the same marks are one. */
function joined(nodes: readonly RichNode[]): RichNode[] {
  const found: RichNode[] = [];
  for (const node of nodes) {
    const last = found.at(-1);
    const isOne = last?.type === 'text' && node.type === 'text' && sameMarks(last, node);
    if (isOne) found[found.length - 1] = { ...last, text: `${last.text}${node.text}` };
    else found.push(node);
  }
  return found;
}

const sameMarks = (one: RichNode, other: RichNode) =>
  JSON.stringify(one.marks ?? []) === JSON.stringify(other.marks ?? []);
