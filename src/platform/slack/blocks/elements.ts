/**
 * Builders of interactive elements. Words are cut to Slack's limits; what must not be cut (ids, values, addresses, the
 * number of options) throws, because a shortened value would be a wrong value.
 */
import { limits } from './limits.ts';
import { cutAt, cutMrkdwn, cutText, plain, type Text } from './text.ts';
import type {
  Button,
  Checkboxes,
  Confirm,
  DatePicker,
  DateTimePicker,
  ImageElement,
  MultiSelect,
  Option,
  Overflow,
  RadioButtons,
  StaticSelect,
  TextInput,
  TimePicker,
} from './types.ts';

/** Returns the value, or throws: a value over its limit is a mistake in the code that made it. */
export function fits(value: string, max: number, name: string): string {
  if (value.length === 0 || value.length > max) throw new RangeError(`${name} must have 1 to ${max} characters`);
  return value;
}

/** Returns the list, or throws when it is empty or longer than Slack allows. */
export function atMost<T>(items: readonly T[], max: number, name: string): readonly T[] {
  if (items.length === 0 || items.length > max) throw new RangeError(`${name} must have 1 to ${max} entries`);
  return items;
}

/** Text cut to its place: mrkdwn at markup boundaries, plain text at graphemes. */
export function cutTo(text: Text, max: number): Text {
  if (text.type === 'plain_text') return { ...text, text: cutText(text.text, max) };
  return { ...text, text: cutMrkdwn(text.text, max) };
}

/** A question asked before the action is sent. */
export function confirm(words: {
  title: string;
  text: string;
  confirm: string;
  deny: string;
  style?: Confirm['style'];
}): Confirm {
  return {
    title: plain(words.title, limits.confirmTitle),
    text: plain(words.text, limits.confirmText),
    confirm: plain(words.confirm, limits.confirmButton),
    deny: plain(words.deny, limits.confirmButton),
    style: words.style,
  };
}

/** A button. With `url` it opens a page, and Slack still sends the action, which the receiver answers. */
export function button(spec: {
  actionId: string;
  text: string;
  value?: string;
  url?: string;
  style?: Button['style'];
  confirm?: Confirm;
  label?: string;
}): Button {
  return {
    type: 'button',
    action_id: fits(spec.actionId, limits.id, 'action id'),
    text: plain(spec.text, limits.buttonText),
    value: spec.value === undefined ? undefined : fits(spec.value, limits.value, 'button value'),
    url: spec.url === undefined ? undefined : fits(spec.url, limits.url, 'button address'),
    style: spec.style,
    confirm: spec.confirm,
    accessibility_label: spec.label === undefined ? undefined : cutText(spec.label, limits.accessibilityLabel),
  };
}

/** One choice of a select, radio group, checkbox group or overflow menu. */
export function option(value: string, text: string, description?: string): Option {
  return {
    text: plain(text, limits.optionText),
    value: fits(value, limits.optionValue, 'option value'),
    description: description ? plain(description, limits.optionDescription) : undefined,
  };
}

interface Choice {
  readonly actionId: string;
  readonly options: readonly Option[];
  /** Value of the option chosen at first. */
  readonly initial?: string;
}

const chosen = ({ options, initial }: Choice): Option | undefined =>
  initial === undefined ? undefined : options.find(({ value }) => value === initial);

/** A menu of at most 100 options. */
export function select(spec: Choice & { placeholder?: string }): StaticSelect {
  return {
    type: 'static_select',
    action_id: fits(spec.actionId, limits.id, 'action id'),
    options: atMost(spec.options, limits.options, 'options'),
    initial_option: chosen(spec),
    placeholder: spec.placeholder ? plain(spec.placeholder, limits.placeholder) : undefined,
  };
}

/** A menu of at most 100 options of which several can be chosen; in windows only. */
export function multiSelect(spec: Omit<Choice, 'initial'> & { placeholder?: string }): MultiSelect {
  return {
    type: 'multi_static_select',
    action_id: fits(spec.actionId, limits.id, 'action id'),
    options: atMost(spec.options, limits.options, 'options'),
    placeholder: spec.placeholder ? plain(spec.placeholder, limits.placeholder) : undefined,
  };
}

/** Radio buttons, at most 10. */
export function radioButtons(spec: Choice): RadioButtons {
  return {
    type: 'radio_buttons',
    action_id: fits(spec.actionId, limits.id, 'action id'),
    options: atMost(spec.options, limits.choices, 'options'),
    initial_option: chosen(spec),
  };
}

/** Checkboxes, at most 10. Slack refuses an empty list of initial ones, so none are sent then. */
export function checkboxes(spec: {
  actionId: string;
  options: readonly Option[];
  initial?: readonly string[];
}): Checkboxes {
  const ticked = spec.options.filter(({ value }) => spec.initial?.includes(value));
  return {
    type: 'checkboxes',
    action_id: fits(spec.actionId, limits.id, 'action id'),
    options: atMost(spec.options, limits.choices, 'options'),
    initial_options: ticked.length > 0 ? ticked : undefined,
  };
}

/** A "…" menu of at most 5 options. */
export function overflow(actionId: string, options: readonly Option[]): Overflow {
  return {
    type: 'overflow',
    action_id: fits(actionId, limits.id, 'action id'),
    options: atMost(options, limits.overflow, 'options'),
  };
}

/**
 * A text field. What it begins with is cut without an ellipsis: the person edits and sends it.
 * @param spec.dispatch sends an action while the person types, to count characters
 */
export function textInput(spec: {
  actionId: string;
  multiline?: boolean;
  initial?: string;
  minLength?: number;
  maxLength?: number;
  placeholder?: string;
  focus?: boolean;
  dispatch?: boolean;
}): TextInput {
  const max = Math.min(spec.maxLength ?? limits.textInput, limits.textInput);
  return {
    type: 'plain_text_input',
    action_id: fits(spec.actionId, limits.id, 'action id'),
    multiline: spec.multiline ?? false,
    initial_value: spec.initial === undefined ? undefined : cutAt(spec.initial, max),
    min_length: spec.minLength,
    max_length: max,
    placeholder: spec.placeholder ? plain(spec.placeholder, limits.placeholder) : undefined,
    focus_on_load: spec.focus,
    dispatch_action_config: spec.dispatch ? { trigger_actions_on: ['on_character_entered'] } : undefined,
  };
}

/** A day. @param initial YYYY-MM-DD */
export function datePicker(actionId: string, initial?: string): DatePicker {
  return { type: 'datepicker', action_id: fits(actionId, limits.id, 'action id'), initial_date: initial };
}

/** A time of day. @param initial HH:mm @param timezone IANA name shown beside it */
export function timePicker(actionId: string, initial?: string, timezone?: string): TimePicker {
  return { type: 'timepicker', action_id: fits(actionId, limits.id, 'action id'), initial_time: initial, timezone };
}

/** A moment, picked in the person's own time zone. */
export function dateTimePicker(actionId: string, initial?: Date): DateTimePicker {
  return {
    type: 'datetimepicker',
    action_id: fits(actionId, limits.id, 'action id'),
    initial_date_time: initial ? Math.floor(initial.getTime() / 1000) : undefined,
  };
}

/** A small picture beside a section or in a context line. */
export function picture(url: string, alt: string): ImageElement {
  return { type: 'image', image_url: fits(url, limits.url, 'image address'), alt_text: cutText(alt, limits.alt) };
}
