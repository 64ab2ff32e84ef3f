/** Builders of blocks and views. See elements.ts for what is cut and what throws. */
import { atMost, cutTo, fits } from './elements.ts';
import { limits } from './limits.ts';
import { cutText, plain, type Text } from './text.ts';
import type {
  Accessory,
  ActionElement,
  Actions,
  Block,
  Context,
  Divider,
  Header,
  Home,
  Image,
  ImageElement,
  Input,
  InputElement,
  Modal,
  Section,
} from './types.ts';

const idOf = (id: string | undefined) => (id === undefined ? undefined : fits(id, limits.id, 'block id'));

/** A paragraph, with at most one element beside it. */
export function section(text: Text, beside: { accessory?: Accessory; blockId?: string } = {}): Section {
  return {
    type: 'section',
    block_id: idOf(beside.blockId),
    text: cutTo(text, limits.sectionText),
    accessory: beside.accessory,
  };
}

/** Up to ten short texts in two columns. */
export function fields(texts: readonly Text[], blockId?: string): Section {
  return {
    type: 'section',
    block_id: idOf(blockId),
    fields: atMost(texts, limits.sectionFields, 'fields').map((text) => cutTo(text, limits.fieldText)),
  };
}

/** A heading, plain text. */
export function header(text: string, blockId?: string): Header {
  return { type: 'header', block_id: idOf(blockId), text: plain(text, limits.header) };
}

/** A line of small text and pictures. */
export function context(elements: readonly (Text | ImageElement)[], blockId?: string): Context {
  const cut = atMost(elements, limits.context, 'context elements').map((element) =>
    element.type === 'image' ? element : cutTo(element, limits.fieldText),
  );
  return { type: 'context', block_id: idOf(blockId), elements: cut };
}

/** A row of buttons and menus. */
export function actions(elements: readonly ActionElement[], blockId?: string): Actions {
  return { type: 'actions', block_id: idOf(blockId), elements: atMost(elements, limits.actions, 'actions') };
}

/** A picture by its public address; the alternative text is required. */
export function image(url: string, alt: string, title?: string): Image {
  return {
    type: 'image',
    image_url: fits(url, limits.url, 'image address'),
    alt_text: cutText(alt, limits.alt),
    title: title ? plain(title, limits.imageTitle) : undefined,
  };
}

/** A thin line. */
export function divider(): Divider {
  return { type: 'divider' };
}

/** A labelled field. The block id is required: errors are answered by it. */
export function input(spec: {
  blockId: string;
  label: string;
  element: InputElement;
  hint?: string;
  optional?: boolean;
  dispatch?: boolean;
}): Input {
  return {
    type: 'input',
    block_id: fits(spec.blockId, limits.id, 'block id'),
    label: plain(spec.label, limits.label),
    element: spec.element,
    hint: spec.hint ? plain(spec.hint, limits.hint) : undefined,
    optional: spec.optional ?? false,
    dispatch_action: spec.dispatch,
  };
}

/**
 * A modal. A view with inputs must have a submit button.
 * @param spec.metadata comes back with the submission, at most 3,000 characters; the browser can't see it
 * @param spec.externalId finds the view again for an update, unique per workspace
 */
export function modal(spec: {
  callbackId: string;
  title: string;
  blocks: readonly Block[];
  submit?: string;
  close?: string;
  metadata?: string;
  externalId?: string;
  notifyOnClose?: boolean;
}): Modal {
  return {
    type: 'modal',
    callback_id: fits(spec.callbackId, limits.id, 'callback id'),
    title: plain(spec.title, limits.viewTitle),
    blocks: atMost(spec.blocks, limits.blocks.modal, 'blocks of a modal'),
    submit: spec.submit ? plain(spec.submit, limits.viewTitle) : undefined,
    close: spec.close ? plain(spec.close, limits.viewTitle) : undefined,
    private_metadata:
      spec.metadata === undefined ? undefined : fits(spec.metadata, limits.privateMetadata, 'private metadata'),
    external_id: spec.externalId === undefined ? undefined : fits(spec.externalId, limits.id, 'external id'),
    notify_on_close: spec.notifyOnClose,
  };
}

/** The Home tab. */
export function home(blocks: readonly Block[]): Home {
  return { type: 'home', blocks: atMost(blocks, limits.blocks.home, 'blocks of the Home tab') };
}
