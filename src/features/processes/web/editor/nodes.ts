import { mergeAttributes, Node } from '@tiptap/core';
import { tableEditing } from '@tiptap/pm/tables';
import { ownPicture } from './rich-text.ts';

/** A picture of a process between paragraphs; one from elsewhere is not taken in, wherever it is pasted from. */
export const Picture = Node.create({
  name: 'image',
  group: 'block',
  draggable: true,
  addAttributes: () => ({ src: { default: null }, alt: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'img[src]',
      getAttrs: (element) => (ownPicture.test(element.getAttribute('src') ?? '') ? null : false),
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['img', mergeAttributes(HTMLAttributes)],
});

const span = () => ({ colspan: { default: 1, rendered: false }, rowspan: { default: 1, rendered: false } });

/** A table as Markdown knows them: a row of headings, and words in each cell. */
export const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: (extension) => (extension.name === 'table' ? { tableRole: 'table' } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
});

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  extendNodeSchema: (extension) => (extension.name === 'tableRow' ? { tableRole: 'row' } : {}),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'text*',
  isolating: true,
  addAttributes: span,
  extendNodeSchema: (extension) => (extension.name === 'tableHeader' ? { tableRole: 'header_cell' } : {}),
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: () => ['th', 0],
});

export const TableCell = Node.create({
  name: 'tableCell',
  content: 'text*',
  isolating: true,
  addAttributes: span,
  extendNodeSchema: (extension) => (extension.name === 'tableCell' ? { tableRole: 'cell' } : {}),
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: () => ['td', 0],
});
