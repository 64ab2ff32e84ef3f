/**
 * Says what Slack would refuse about a message's blocks or a view, before Slack is asked: a refused message is a failed
 * job an hour later, a refused view is a button that does nothing. Builders keep most of these by construction; this
 * catches the sums (number of blocks, ids twice, the size of the whole).
 */
import { limits, type Surface } from './limits.ts';
import type { Text } from './text.ts';
import type { Accessory, Block, Image, ImageElement, InputElement, Option, Section, View } from './types.ts';

export interface BlockProblem {
  /** Where, e.g. `blocks[3].elements[0].text` */
  readonly at: string;
  /** A sentence for the developer who reads the log. */
  readonly problem: string;
}

type Report = (at: string, problem: string) => void;

const kinds = new Set(['section', 'header', 'context', 'actions', 'image', 'divider', 'input']);

/** Checks the blocks of a message (default), modal or Home tab. An empty list means that Slack accepts them. */
export function checkBlocks(blocks: readonly Block[], surface: Surface = 'message'): readonly BlockProblem[] {
  const problems: BlockProblem[] = [];
  const report: Report = (at, problem) => problems.push({ at, problem });
  if (blocks.length > limits.blocks[surface]) report('blocks', `more than ${limits.blocks[surface]} blocks`);
  if (surface === 'message' && JSON.stringify(blocks).length > limits.messageJson) {
    report('blocks', `more than ${limits.messageJson} characters as JSON`);
  }
  const blockIds = new Set<string>();
  for (const [index, block] of blocks.entries()) {
    const at = `blocks[${index}]`;
    if (!kinds.has(block.type)) {
      report(at, `unknown block ${String(block.type)}`);
      continue;
    }
    if (block.block_id !== undefined) {
      checkLength(report, `${at}.block_id`, block.block_id, limits.id);
      if (blockIds.has(block.block_id)) report(`${at}.block_id`, 'used twice');
      blockIds.add(block.block_id);
    }
    checkBlock(report, at, block);
  }
  return problems;
}

/** Checks a modal or Home view as a whole. */
export function checkView(view: View): readonly BlockProblem[] {
  const problems = [...checkBlocks(view.blocks, view.type)];
  const report: Report = (at, problem) => problems.push({ at, problem });
  if (view.blocks.length === 0) report('blocks', 'empty');
  if (view.callback_id !== undefined) checkLength(report, 'callback_id', view.callback_id, limits.id);
  if ((view.private_metadata ?? '').length > limits.privateMetadata) report('private_metadata', 'too long');
  if (JSON.stringify(view).length > limits.viewJson) report('view', `more than ${limits.viewJson} characters as JSON`);
  if (view.type === 'home') return problems;
  for (const key of ['title', 'submit', 'close'] as const) {
    const text = view[key];
    if (text) checkText(report, key, text, limits.viewTitle);
  }
  if (!view.submit && view.blocks.some(({ type }) => type === 'input')) report('submit', 'required with input blocks');
  return problems;
}

function checkBlock(report: Report, at: string, block: Block): void {
  switch (block.type) {
    case 'section':
      checkSection(report, at, block);
      break;
    case 'header':
      checkText(report, `${at}.text`, block.text, limits.header);
      break;
    case 'context':
      checkEach(report, `${at}.elements`, block.elements, limits.context, checkContextElement);
      break;
    case 'actions': {
      checkEach(report, `${at}.elements`, block.elements, limits.actions, checkElement);
      const ids = new Set(block.elements.map(({ action_id }) => action_id));
      if (ids.size < block.elements.length) report(`${at}.elements`, 'an action id stands twice');
      break;
    }
    case 'image':
      checkImage(report, at, block);
      break;
    case 'input':
      checkText(report, `${at}.label`, block.label, limits.label);
      if (block.hint) checkText(report, `${at}.hint`, block.hint, limits.hint);
      checkElement(report, `${at}.element`, block.element);
      break;
    case 'divider':
  }
}

function checkSection(report: Report, at: string, block: Section): void {
  if (!block.text && !block.fields?.length) report(at, 'neither text nor fields');
  if (block.text) checkText(report, `${at}.text`, block.text, limits.sectionText);
  if (block.fields) {
    checkEach(report, `${at}.fields`, block.fields, limits.sectionFields, (_, place, field) =>
      checkText(report, place, field, limits.fieldText),
    );
  }
  if (block.accessory) checkElement(report, `${at}.accessory`, block.accessory);
}

function checkContextElement(report: Report, at: string, element: Text | ImageElement): void {
  if (element.type === 'image') checkImage(report, at, element);
  else checkText(report, at, element, limits.fieldText);
}

function checkElement(report: Report, at: string, element: Accessory | InputElement): void {
  if (element.type === 'image') {
    checkImage(report, at, element);
    return;
  }
  checkLength(report, `${at}.action_id`, element.action_id, limits.id);
  if (element.type === 'button') {
    checkText(report, `${at}.text`, element.text, limits.buttonText);
    if (element.value !== undefined) checkLength(report, `${at}.value`, element.value, limits.value);
    if (element.url !== undefined) checkLength(report, `${at}.url`, element.url, limits.url);
  }
  if ('options' in element) checkOptions(report, `${at}.options`, element);
  if (element.type === 'plain_text_input') {
    const max = element.max_length ?? limits.textInput;
    if (max > limits.textInput) report(`${at}.max_length`, `more than ${limits.textInput}`);
    if ((element.initial_value ?? '').length > max) report(`${at}.initial_value`, 'longer than max_length');
  }
}

type WithOptions = Extract<InputElement | Accessory, { options: readonly Option[] }>;

const mostOptions = {
  static_select: limits.options,
  multi_static_select: limits.options,
  overflow: limits.overflow,
  radio_buttons: limits.choices,
  checkboxes: limits.choices,
} as const satisfies Record<WithOptions['type'], number>;

function checkOptions(report: Report, at: string, { type, options }: WithOptions): void {
  const values = new Set(options.map(({ value }) => value));
  if (values.size < options.length) report(at, 'a value stands twice');
  checkEach(report, at, options, mostOptions[type], (_, place, option) => {
    checkText(report, `${place}.text`, option.text, limits.optionText);
    checkLength(report, `${place}.value`, option.value, limits.optionValue);
    if (option.description) checkText(report, `${place}.description`, option.description, limits.optionDescription);
  });
}

function checkImage(report: Report, at: string, image: ImageElement | Image): void {
  checkLength(report, `${at}.image_url`, image.image_url, limits.url);
  checkLength(report, `${at}.alt_text`, image.alt_text, limits.alt);
}

/** Counts the items and checks each at its place. */
function checkEach<T>(
  report: Report,
  at: string,
  items: readonly T[],
  max: number,
  check: (report: Report, at: string, item: T) => void,
): void {
  if (items.length === 0 || items.length > max) report(at, `must have 1 to ${max} entries`);
  for (const [index, item] of items.entries()) check(report, `${at}[${index}]`, item);
}

function checkText(report: Report, at: string, text: Text, max: number): void {
  checkLength(report, at, text.text, max);
}

function checkLength(report: Report, at: string, value: string, max: number): void {
  if (value.length === 0) report(at, 'empty');
  if (value.length > max) report(at, `more than ${max} characters`);
}
