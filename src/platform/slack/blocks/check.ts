/**
 * Says what Slack would refuse about a message's blocks or a view, before Slack is asked: a refused message is a failed
 * job an hour later, a refused view is a button that does nothing. Builders keep most of these by construction; this
 * catches the sums (number of blocks, ids twice, the size of the whole).
 */
import { limits, type Surface } from './limits.ts';
import type { Accessory, Block, InputElement, Text, View } from './types.ts';

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
  blocks.forEach((block, index) => {
    const at = `blocks[${index}]`;
    if (!kinds.has(block.type)) return report(at, `unknown block ${String(block.type)}`);
    if (block.block_id !== undefined) {
      checkLength(report, `${at}.block_id`, block.block_id, limits.id);
      if (blockIds.has(block.block_id)) report(`${at}.block_id`, 'used twice');
      blockIds.add(block.block_id);
    }
    checkBlock(report, at, block);
    checkActionIds(report, at, block);
  });
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
    case 'section': {
      if (!block.text && !block.fields?.length) report(at, 'neither text nor fields');
      if (block.text) checkText(report, `${at}.text`, block.text, limits.sectionText);
      if ((block.fields?.length ?? 0) > limits.sectionFields) report(`${at}.fields`, 'too many');
      block.fields?.forEach((field, index) => void checkText(report, `${at}.fields[${index}]`, field, limits.fieldText));
      if (block.accessory) checkElement(report, `${at}.accessory`, block.accessory);
      return;
    }
    case 'header':
      return checkText(report, `${at}.text`, block.text, limits.header);
    case 'context': {
      checkCount(report, `${at}.elements`, block.elements, limits.context);
      block.elements.forEach((element, index) => {
        const place = `${at}.elements[${index}]`;
        if (element.type === 'image') checkElement(report, place, element);
        else checkText(report, place, element, limits.fieldText);
      });
      return;
    }
    case 'actions': {
      checkCount(report, `${at}.elements`, block.elements, limits.actions);
      block.elements.forEach((element, index) => void checkElement(report, `${at}.elements[${index}]`, element));
      return;
    }
    case 'image': {
      checkLength(report, `${at}.image_url`, block.image_url, limits.url);
      return checkLength(report, `${at}.alt_text`, block.alt_text, limits.alt);
    }
    case 'input': {
      checkText(report, `${at}.label`, block.label, limits.label);
      if (block.hint) checkText(report, `${at}.hint`, block.hint, limits.hint);
      return checkElement(report, `${at}.element`, block.element);
    }
    case 'divider':
  }
}

function checkElement(report: Report, at: string, element: Accessory | InputElement): void {
  if (element.type === 'image') {
    checkLength(report, `${at}.image_url`, element.image_url, limits.url);
    return checkLength(report, `${at}.alt_text`, element.alt_text, limits.alt);
  }
  checkLength(report, `${at}.action_id`, element.action_id, limits.id);
  if (element.type === 'button') {
    checkText(report, `${at}.text`, element.text, limits.buttonText);
    if (element.value !== undefined) checkLength(report, `${at}.value`, element.value, limits.value);
    if (element.url !== undefined) checkLength(report, `${at}.url`, element.url, limits.url);
  }
  if ('options' in element) {
    const max = { static_select: limits.options, overflow: limits.overflow }[element.type as string] ?? limits.choices;
    checkCount(report, `${at}.options`, element.options, max);
    const values = new Set(element.options.map(({ value }) => value));
    if (values.size < element.options.length) report(`${at}.options`, 'a value stands twice');
    element.options.forEach((option, index) => {
      checkText(report, `${at}.options[${index}].text`, option.text, limits.optionText);
      checkLength(report, `${at}.options[${index}].value`, option.value, limits.optionValue);
    });
  }
  if (element.type === 'plain_text_input') {
    const max = element.max_length ?? limits.textInput;
    if (max > limits.textInput) report(`${at}.max_length`, `more than ${limits.textInput}`);
    if ((element.initial_value ?? '').length > max) report(`${at}.initial_value`, 'longer than max_length');
  }
}

/** Action ids must be unique within their block. */
function checkActionIds(report: Report, at: string, block: Block): void {
  if (block.type !== 'actions') return;
  const ids = new Set(block.elements.map(({ action_id }) => action_id));
  if (ids.size < block.elements.length) report(`${at}.elements`, 'an action id stands twice');
}

function checkText(report: Report, at: string, text: Text, max: number): void {
  checkLength(report, at, text.text, max);
}

function checkLength(report: Report, at: string, value: string, max: number): void {
  if (value.length === 0) report(at, 'empty');
  if (value.length > max) report(at, `more than ${max} characters`);
}

function checkCount(report: Report, at: string, items: readonly unknown[], max: number): void {
  if (items.length === 0 || items.length > max) report(at, `must have 1 to ${max} entries`);
}
