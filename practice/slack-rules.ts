/**
 * The limits of Block Kit that Slack enforces and the two stand-ins do not. Numbers from
 * docs.slack.dev/reference/block-kit (blocks, block-elements, composition-objects) and docs.slack.dev/surfaces/modals.
 */

type Json = Readonly<Record<string, unknown>>;

const modalTitle = 24;
const privateMetadata = 3000;
/** Not documented; reported in slackapi/bolt-js issue 2509. */
const messageBlocksJson = 13_200;

export interface Refusal {
  readonly error: 'invalid_blocks' | 'invalid_arguments' | 'msg_blocks_too_long' | 'view_too_large' | 'no_text';
  readonly messages: readonly string[];
}

/** What Slack would say of a message's text and blocks; null when it would take them. */
export function refuseMessage(args: Json): Refusal | null {
  const blocks = args.blocks;
  if (blocks === undefined || (Array.isArray(blocks) && blocks.length === 0)) {
    return isFilled(args.text) || args.attachments !== undefined ? null : { error: 'no_text', messages: [] };
  }
  const messages = blockProblems(blocks, 50);
  if (messages.length > 0) return { error: 'invalid_blocks', messages };
  const tooLong = JSON.stringify(blocks).length > messageBlocksJson;
  return tooLong ? { error: 'msg_blocks_too_long', messages: [] } : null;
}

/** What Slack would say of a modal or Home view; null when it would take it. */
export function refuseView(view: unknown): Refusal | null {
  if (!isObject(view)) return { error: 'invalid_arguments', messages: ['view is not an object'] };
  if (JSON.stringify(view).length > 250_000) return { error: 'view_too_large', messages: [] };
  const messages: string[] = [];
  for (const part of ['title', 'submit', 'close']) {
    if (textLength(view[part]) > modalTitle) messages.push(`${part}: must be at most ${modalTitle} characters`);
  }
  if (view.type === 'modal' && !isFilled(textOf(view.title))) messages.push('title: missing');
  if (lengthOf(view.private_metadata) > privateMetadata) messages.push('private_metadata: must be at most 3000');
  for (const part of ['callback_id', 'external_id']) {
    if (lengthOf(view[part]) > 255) messages.push(`${part}: must be at most 255 characters`);
  }
  if (messages.length > 0) return { error: 'invalid_arguments', messages };
  const blocks = blockProblems(view.blocks, 100);
  if (hasInput(view.blocks) && view.type === 'modal' && view.submit === undefined) {
    return { error: 'invalid_arguments', messages: ['submit: required when the view has input blocks'] };
  }
  return blocks.length > 0 ? { error: 'invalid_blocks', messages: blocks } : null;
}

function blockProblems(blocks: unknown, most: number): string[] {
  if (!Array.isArray(blocks)) return ['blocks: must be a list'];
  const problems: string[] = [];
  if (blocks.length > most) problems.push(`blocks: no more than ${most} items allowed`);
  const seen = new Set<string>();
  blocks.forEach((block, index) => {
    const at = `/blocks/${index}`;
    if (!isObject(block)) problems.push(`${at}: must be an object`);
    else problems.push(...oneBlock(block, at, seen));
  });
  return problems;
}

function oneBlock(block: Json, at: string, seen: Set<string>): string[] {
  const problems: string[] = [];
  const limit = (value: unknown, most: number, what: string, least = 1) => {
    if (value === undefined) return;
    const length = textLength(value);
    if (length > most) problems.push(`${at}${what}: must be at most ${most} characters`);
    if (length < least) problems.push(`${at}${what}: must be at least ${least} characters`);
  };
  if (!knownBlocks.has(String(block.type))) problems.push(`${at}: unsupported type: ${String(block.type)}`);
  if (typeof block.block_id === 'string') {
    if (block.block_id.length > 255) problems.push(`${at}/block_id: must be at most 255 characters`);
    if (seen.has(block.block_id)) problems.push(`${at}/block_id: used twice`);
    seen.add(block.block_id);
  }
  if (block.type === 'header') limit(block.text, 150, '/text');
  if (block.type === 'section') {
    limit(block.text, 3000, '/text');
    if (block.text === undefined && block.fields === undefined) problems.push(`${at}: needs text or fields`);
    for (const field of listOf(block.fields)) limit(field, 2000, '/fields');
    if (listOf(block.fields).length > 10) problems.push(`${at}/fields: no more than 10 items allowed`);
  }
  if (block.type === 'input') limit(block.label, 2000, '/label');
  if (block.type === 'input') limit(block.hint, 2000, '/hint');
  if (block.type === 'image') problems.push(...imageProblems(block, at));
  const [name, most] = block.type === 'context' ? ['context', 10] : ['actions', 25];
  const elements = listOf(block.elements);
  if (elements.length > most && block.type !== 'rich_text') problems.push(`${at}: ${name} takes ${most} elements`);
  if ((block.type === 'actions' || block.type === 'context') && elements.length === 0) problems.push(`${at}: empty`);
  for (const element of [...elements, block.accessory, block.element]) {
    if (isObject(element)) problems.push(...elementProblems(element, at));
  }
  return problems;
}

function elementProblems(element: Json, at: string): string[] {
  const problems: string[] = [];
  const limit = (value: unknown, most: number, what: string) => {
    if (textLength(value) > most) problems.push(`${at}/${what}: must be at most ${most} characters`);
  };
  limit(element.action_id, 255, 'action_id');
  limit(element.placeholder, 150, 'placeholder');
  if (element.type === 'button') {
    limit(element.text, 75, 'text');
    limit(element.value, 2000, 'value');
    limit(element.url, 3000, 'url');
    if (textLength(element.text) === 0) problems.push(`${at}/text: missing`);
  }
  if (element.type === 'image') problems.push(...imageProblems(element, at));
  if (element.type === 'plain_text_input' && Number(element.max_length ?? 0) > 3000) {
    problems.push(`${at}/max_length: must be at most 3000`);
  }
  const options = listOf(element.options);
  const most = element.type === 'checkboxes' || element.type === 'radio_buttons' ? 10 : 100;
  if (options.length > most) problems.push(`${at}/options: no more than ${most} items allowed`);
  if (element.options !== undefined && options.length === 0) problems.push(`${at}/options: empty`);
  for (const option of options) {
    if (!isObject(option)) continue;
    limit(option.text, 75, 'options/text');
    limit(option.description, 75, 'options/description');
    limit(option.value, 150, 'options/value');
  }
  return problems;
}

function imageProblems(image: Json, at: string): string[] {
  const problems: string[] = [];
  if (!isFilled(image.alt_text)) problems.push(`${at}/alt_text: missing`);
  if (lengthOf(image.alt_text) > 2000) problems.push(`${at}/alt_text: must be at most 2000 characters`);
  if (!isFilled(image.image_url) && image.slack_file === undefined) problems.push(`${at}/image_url: missing`);
  if (lengthOf(image.image_url) > 3000) problems.push(`${at}/image_url: must be at most 3000 characters`);
  return problems;
}

const knownBlocks = new Set(
  [
    'section',
    'header',
    'actions',
    'context',
    'image',
    'divider',
    'input',
    'rich_text',
    'video',
    'markdown',
    'table',
  ].concat(['file', 'call', 'alert', 'card', 'carousel', 'container', 'context_actions']),
);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFilled = (value: unknown): boolean => typeof value === 'string' && value.length > 0;
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const lengthOf = (value: unknown): number => (typeof value === 'string' ? value.length : 0);
const textOf = (value: unknown): unknown => (isObject(value) ? value.text : value);
const textLength = (value: unknown): number => lengthOf(textOf(value));
const hasInput = (blocks: unknown): boolean =>
  listOf(blocks).some((block) => isObject(block) && block.type === 'input');
