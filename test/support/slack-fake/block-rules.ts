/**
 * Slack's own judgement of blocks and views, written from its documentation and not from the product's check, so that the
 * two can disagree in a test. docs.slack.dev/reference/block-kit
 */

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const fields = (value: unknown): Json => (isObject(value) ? value : {});

function textIsRight(value: unknown, max: number, types: readonly string[] = ['plain_text', 'mrkdwn']): boolean {
  if (!isObject(value) || typeof value.text !== 'string') return false;
  return types.includes(String(value.type)) && value.text.length >= 1 && value.text.length <= max;
}

const shortString = (value: unknown, max: number) =>
  typeof value === 'string' && value.length >= 1 && value.length <= max;
const maybe = (value: unknown, test: (value: unknown) => boolean) => value === undefined || test(value);
const plainOf = (max: number) => (value: unknown) => textIsRight(value, max, ['plain_text']);

const optionIsRight = (value: unknown) =>
  isObject(value) &&
  textIsRight(value.text, 75) &&
  shortString(value.value, 150) &&
  maybe(value.description, plainOf(75));

function optionsAreRight(value: unknown, min: number, max: number): boolean {
  const options = list(value);
  return options.length >= min && options.length <= max && options.every(optionIsRight);
}

const elementRules: Readonly<Record<string, (element: Json) => boolean>> = {
  button: (e) =>
    plainOf(75)(e.text) &&
    maybe(e.value, (v) => shortString(v, 2000)) &&
    maybe(e.url, (v) => shortString(v, 3000) && /^https?:\/\/|^mailto:/.test(String(v))) &&
    maybe(e.style, (v) => v === 'primary' || v === 'danger'),
  static_select: (e) => optionsAreRight(e.options, 1, 100) && maybe(e.placeholder, plainOf(150)),
  multi_static_select: (e) => optionsAreRight(e.options, 1, 100) && maybe(e.placeholder, plainOf(150)),
  radio_buttons: (e) => optionsAreRight(e.options, 1, 10),
  checkboxes: (e) => optionsAreRight(e.options, 1, 10) && maybe(e.initial_options, (v) => list(v).length > 0),
  overflow: (e) => optionsAreRight(e.options, 1, 5),
  datepicker: (e) => maybe(e.initial_date, (v) => /^\d{4}-\d\d-\d\d$/.test(String(v))),
  timepicker: (e) => maybe(e.initial_time, (v) => /^\d\d:\d\d$/.test(String(v))),
  datetimepicker: (e) => maybe(e.initial_date_time, (v) => /^\d{10}$/.test(String(v))),
  plain_text_input: (e) => {
    const max = Number(e.max_length ?? 3000);
    return max >= 1 && max <= 3000 && String(e.initial_value ?? '').length <= max && maybe(e.placeholder, plainOf(150));
  },
};

const imageIsRight = (value: Json) =>
  shortString(value.image_url, 3000) &&
  /^https?:\/\//.test(String(value.image_url)) &&
  shortString(value.alt_text, 2000);

function elementIsRight(value: unknown, allowed: readonly string[]): boolean {
  if (!isObject(value) || !allowed.includes(String(value.type))) return false;
  if (value.type === 'image') return imageIsRight(value);
  const rule = elementRules[String(value.type)];
  return rule !== undefined && maybe(value.action_id, (v) => shortString(v, 255)) && rule(value);
}

const choices = ['static_select', 'radio_buttons', 'checkboxes', 'datepicker', 'timepicker', 'datetimepicker'];
const clickable = ['button', 'overflow', ...choices];

const blockRules: Readonly<Record<string, (block: Json) => boolean>> = {
  divider: () => true,
  header: (b) => plainOf(150)(b.text),
  section: (b) =>
    (b.text !== undefined || list(b.fields).length > 0) &&
    maybe(b.text, (v) => textIsRight(v, 3000)) &&
    maybe(b.fields, (v) => list(v).length <= 10 && list(v).every((field) => textIsRight(field, 2000))) &&
    maybe(b.accessory, (v) => elementIsRight(v, [...clickable, 'image'])),
  context: (b) =>
    list(b.elements).length >= 1 &&
    list(b.elements).length <= 10 &&
    list(b.elements).every((e) => (fields(e).type === 'image' ? imageIsRight(fields(e)) : textIsRight(e, 3000))),
  actions: (b) =>
    list(b.elements).length >= 1 &&
    list(b.elements).length <= 25 &&
    list(b.elements).every((e) => elementIsRight(e, clickable)) &&
    new Set(list(b.elements).map((e) => fields(e).action_id)).size === list(b.elements).length,
  image: (b) => imageIsRight(b) && maybe(b.title, plainOf(2000)),
  input: (b) =>
    plainOf(2000)(b.label) &&
    maybe(b.hint, plainOf(2000)) &&
    elementIsRight(b.element, ['plain_text_input', 'multi_static_select', ...choices]),
};

/** What Slack would say about a list of blocks; empty when it takes them. */
export function judgeBlocks(value: unknown, most: number): readonly string[] {
  const blocks = list(value);
  const errors: string[] = [];
  if (!Array.isArray(value)) errors.push('[ERROR] must be an array [json-pointer:/blocks]');
  if (blocks.length > most) errors.push(`[ERROR] no more than ${most} items allowed [json-pointer:/blocks]`);
  const ids = blocks.map((block) => fields(block).block_id).filter((id) => id !== undefined);
  if (new Set(ids).size < ids.length) errors.push('[ERROR] block_id already exists [json-pointer:/blocks]');
  blocks.forEach((block, index) => {
    const rule = blockRules[String(fields(block).type)];
    const right = rule?.(fields(block)) === true && maybe(fields(block).block_id, (v) => shortString(v, 255));
    if (!right) errors.push(`[ERROR] invalid block [json-pointer:/blocks/${index}]`);
  });
  return errors;
}

/** What Slack would say about a view. */
export function judgeView(value: unknown): readonly string[] {
  const view = fields(value);
  if (view.type === 'home') return judgeBlocks(view.blocks, 100);
  const errors = [...judgeBlocks(view.blocks, 100)];
  if (view.type !== 'modal') errors.push('[ERROR] unknown view type [json-pointer:/type]');
  if (!plainOf(24)(view.title)) errors.push('[ERROR] invalid title [json-pointer:/title]');
  if (!maybe(view.submit, plainOf(24)) || !maybe(view.close, plainOf(24))) errors.push('[ERROR] invalid label');
  if (!maybe(view.private_metadata, (v) => String(v).length <= 3000)) errors.push('[ERROR] private_metadata too long');
  if (!maybe(view.callback_id, (v) => shortString(v, 255))) errors.push('[ERROR] invalid callback_id');
  const hasInput = list(view.blocks).some((block) => fields(block).type === 'input');
  if (hasInput && view.submit === undefined) errors.push('[ERROR] submit required [json-pointer:/submit]');
  return errors;
}
