import type { View } from './slack-stack.ts';

type Json = Record<string, unknown>;
type Values = Record<string, Record<string, unknown>>;

const blocksOf = (view: Json): Json[] => (Array.isArray(view.blocks) ? (view.blocks as Json[]) : []);

/** Gives each block and element without an id one, as Slack does; local-slack would key its inputs by `undefined`. */
export function nameBlocks(view: Json): Json {
  const blocks = blocksOf(view).map((block, index) => {
    const named: Json = { ...block, block_id: block.block_id ?? `auto-${index}` };
    if (isObject(block.element)) named.element = { action_id: `auto-${index}`, ...block.element };
    if (isObject(block.accessory)) named.accessory = { action_id: `auto-${index}`, ...block.accessory };
    return named;
  });
  return { ...view, blocks };
}

/** Puts the initial values of inputs that nobody touched into a submission: Slack sends them, local-slack sends null. */
export function fillDefaults<P extends Json>(payload: P): P {
  if (!isObject(payload.view)) return payload;
  const view = payload.view;
  const given = isObject(view.state) && isObject(view.state.values) ? (view.state.values as Values) : {};
  return { ...payload, view: { ...view, state: { values: stateOf(view, given) } } };
}

/** Completes a click in a modal or on Home: Slack sends the view, its container and the values typed so far. */
export function completeView<P extends Json>(payload: P, view: View | null): P {
  if (!view) return payload;
  let typed: Values = {};
  const actions = (Array.isArray(payload.actions) ? (payload.actions as Json[]) : []).map((action) => {
    if (!isObject(action.text) || !('practice_state' in action.text)) return action;
    const { practice_state, ...text } = action.text;
    if (isObject(practice_state)) typed = practice_state as Values;
    return { ...action, text: Object.keys(text).length > 0 ? text : undefined };
  });
  const state = { values: stateOf(view, typed) };
  const whole: Json = { ...payload, actions, container: { type: 'view', view_id: view.id }, view: { ...view, state } };
  for (const part of ['channel', 'message', 'response_url', 'state']) delete whole[part];
  return whole as P;
}

function stateOf(view: Json, typed: Values): Values {
  const values: Values = {};
  for (const block of blocksOf(view)) {
    if (block.type !== 'input' || !isObject(block.element)) continue;
    const { element } = block;
    const blockId = String(block.block_id);
    const actionId = String(element.action_id);
    const given = typed[blockId]?.[actionId];
    values[blockId] = { [actionId]: isTouched(given) ? emptyIsNull(given) : initialOf(element) };
  }
  return values;
}

/** Slack sends null for a text that was emptied. */
const emptyIsNull = (given: unknown): unknown =>
  isObject(given) && given.value === '' ? { ...given, value: null } : given;

/** What Slack's own client refuses before it sends a submission: required inputs left empty, texts over their length. */
export function refuseSubmission(payload: Json): Record<string, string> | null {
  if (!isObject(payload.view)) return null;
  const { view } = payload;
  const values = isObject(view.state) ? (view.state.values as Values) : {};
  const errors: Record<string, string> = {};
  for (const block of blocksOf(view)) {
    if (block.type !== 'input' || !isObject(block.element)) continue;
    const given = values[String(block.block_id)]?.[String(block.element.action_id)];
    const value = isObject(given) ? Object.entries(given).find(([name]) => name !== 'type')?.[1] : null;
    const isEmpty =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (isEmpty && block.optional !== true) errors[String(block.block_id)] = 'Please complete this required field.';
    const most = Number(block.element.max_length ?? 3000);
    if (typeof value === 'string' && value.length > most) {
      errors[String(block.block_id)] = `Must be at most ${most} characters.`;
    }
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

/** local-slack writes null (or an empty list) for what nobody touched. A text that was emptied is the empty string. */
function isTouched(given: unknown): boolean {
  if (!isObject(given)) return false;
  return Object.entries(given).some(
    ([name, value]) =>
      name !== 'type' && value !== null && value !== undefined && !(Array.isArray(value) && !value.length),
  );
}

function initialOf(element: Json): Json {
  const { type } = element;
  if (type === 'plain_text_input') return { type, value: element.initial_value ?? null };
  if (type === 'checkboxes') return { type, selected_options: element.initial_options ?? [] };
  if (type === 'datepicker') return { type, selected_date: element.initial_date ?? null };
  if (type === 'timepicker') return { type, selected_time: element.initial_time ?? null };
  return { type, selected_option: element.initial_option ?? null };
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
